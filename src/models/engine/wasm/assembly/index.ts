/** The module's exports. It imports nothing: memory is its own, and all randomness comes from keys it is given. */
import { prepareCompact } from './compact';
import { trainDense } from './dense';
import { trainExact } from './exact';
import { trainGeneral } from './general';
import { Job, MODEL_BYTES } from './job';
import { trainSparse } from './sparse';
import { trainTiny } from './tiny';

export { squaredErrors } from './loss';

prepareCompact();

/** The address, a multiple of 16, from which at least `bytes` bytes are the caller's. Memory never shrinks. */
export function reserve(bytes: u32): usize {
  const start: usize = (__heap_base + 15) & ~15;
  const pages = <i32>((start + bytes + 0xffff) >>> 16);
  const missing = pages - memory.size();
  if (missing > 0 && memory.grow(missing) < 0) unreachable();
  return start;
}

/** Trains every model of a job, each on its path (../paths.ts). */
export function train(job: Job): void {
  for (let model: u32 = 0, taken: u32 = 1; model < job.models; model += taken) {
    taken = 1;
    switch (load<u32>(job.modelsPtr + MODEL_BYTES * model, 12)) {
      case 0:
        trainDense(job, model);
        break;
      case 1:
        trainTiny(job, model);
        break;
      case 2:
        taken = trainExact(job, model);
        break;
      case 3:
        trainSparse(job, model);
        break;
      case 4:
        trainGeneral(job, model);
        break;
      default:
        unreachable();
    }
  }
}
