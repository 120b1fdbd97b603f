/** What the site says of itself. */
import { version } from '../../package.json' with { type: 'json' };

export const SITE = 'Toy models of superposition, live';
export { version };
