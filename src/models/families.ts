/**
 * The model families of the paper, as data. Every one is
 *
 *     h = f(W x + c),   x′ = g(W₂ h + b),   W₂ = Wᵀ when tied,
 *
 * and differs only in f, g, whether W₂ is free, the target and the sign of the data. c, the hidden bias, is 0 but where
 * a problem asks for one (problem.ts).
 */

export type Activation = 'identity' | 'relu' | 'gelu';

/** What the outputs are compared with (target.ts). */
export type Target = 'identity' | 'absolute' | 'square' | 'max-min';

export interface Family {
  /** f, on the hidden layer. */
  readonly hidden: Activation;
  /** g, on the output. */
  readonly output: Activation;
  /** W₂ = Wᵀ (the storage experiments) or free (computation in superposition). */
  readonly tied: boolean;
  readonly target: Target;
  /** An active feature is drawn from U[−1, 1] instead of U[0, 1]. */
  readonly signed: boolean;
}

export const FAMILIES = {
  /** x′ = WᵀWx + b (the paper's linear model). */
  linear: { hidden: 'identity', output: 'identity', tied: true, target: 'identity', signed: false },
  /** x′ = ReLU(WᵀWx + b) (the paper's ReLU output model). */
  relu: { hidden: 'identity', output: 'relu', tied: true, target: 'identity', signed: false },
  /** x′ = GELU(WᵀWx + b). */
  gelu: { hidden: 'identity', output: 'gelu', tied: true, target: 'identity', signed: false },
  /** h = ReLU(Wx), x′ = ReLU(Wᵀh + b) ("privileged basis"). */
  'relu-hidden': { hidden: 'relu', output: 'relu', tied: true, target: 'identity', signed: false },
  /** h = ReLU(Wx), x′ = Wᵀh + b: the nonlinearity on the hidden layer alone. */
  'relu-inner': { hidden: 'relu', output: 'identity', tied: true, target: 'identity', signed: false },
  /** h = ReLU(W₁x), y = ReLU(W₂h + b), target |x| ("computation in superposition"). */
  absolute: { hidden: 'relu', output: 'relu', tied: false, target: 'absolute', signed: true },
  /** The same with GELU for ReLU. */
  'absolute-gelu': { hidden: 'gelu', output: 'gelu', tied: false, target: 'absolute', signed: true },
  /** The same shape as `absolute`, target x². */
  square: { hidden: 'relu', output: 'relu', tied: false, target: 'square', signed: true },
  'square-gelu': { hidden: 'gelu', output: 'gelu', tied: false, target: 'square', signed: true },
  /** The same shape, target the larger and the smaller of each pair (of binary inputs: OR and AND). */
  'max-min': { hidden: 'relu', output: 'relu', tied: false, target: 'max-min', signed: false },
  'max-min-gelu': { hidden: 'gelu', output: 'gelu', tied: false, target: 'max-min', signed: false },
} as const satisfies Record<string, Family>;

export type FamilyName = keyof typeof FAMILIES;
