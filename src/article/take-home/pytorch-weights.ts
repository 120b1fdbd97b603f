/** The weights that the script begins with. */
import type { Family } from '../../models/families.ts';
import { parameterCount } from '../../models/layout.ts';
import { startState } from '../../models/neurons/hand-set-start.ts';
import type { Problem } from '../../models/problem.ts';
import { dedent } from './dedent.ts';
import { floats } from './python.ts';

/** What large tensors are read with; with its room before and after. */
export const DECODED = dedent`

  def decoded(text):
      return torch.frombuffer(bytearray(base64.b64decode(text)), dtype=torch.float32).clone()


`;

/** Step 0 of every model, each part for itself. The seed's has no biases yet. */
export function weightText(problem: Problem, { tied }: Family, initial?: Float32Array): string {
  const { n, m, models, hiddenBias } = problem;
  const P = parameterCount(problem);
  const theta = initial ?? startState(problem).theta;
  const part = (from: number, length: number): string => {
    const all = new Float32Array(models.length * length);
    models.forEach((_, k) => all.set(theta.subarray(k * P + from, k * P + from + length), k * length));
    return floats(all);
  };
  const bias = (from: number, length: number, shape: string): string =>
    initial ? `${part(from, length)}.reshape(${shape})` : `torch.zeros(${shape})`;
  const row = initial ? 'Set by hand; row' : problem.handSet ? 'Random, and partly set by hand; row' : 'Row';
  return dedent`
    # ${row} i of W belongs to feature i.
    W = torch.nn.Parameter(${part(0, n * m)}.reshape(models, n, m))
    ${tied ? '' : `W2 = torch.nn.Parameter(${part(n * m, n * m)}.reshape(models, n, m))`}
    ${hiddenBias ? `c = torch.nn.Parameter(${bias(P - n - m, m, 'models, m')})` : ''}
    b = torch.nn.Parameter(${bias(P - n, n, 'models, n')})
  `;
}
