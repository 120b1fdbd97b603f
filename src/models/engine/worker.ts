/** The training worker: jobs in, snapshots out. It never touches the page. */
import { serve, type WorkerPort } from './worker-server.ts';

serve(self as unknown as WorkerPort);
