/**
 * Numbers that inner loops need, to be taken with v128.load32_splat: that is one instruction, while some engines build
 * a constant splat in three, and again at every use.
 */

export const ONE = memory.data<f32>([1]);
export const HALF = memory.data<f32>([0.5]);
export const THIRD = memory.data<f32>([0.3333333333333333]);
