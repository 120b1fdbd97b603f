/** How this folder declares a fragment program to tfjs. */
import type { GPGPUProgram } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { packedShape } from './grid.ts';

type Uniform = NonNullable<GPGPUProgram['customUniforms']>[number];

export interface ProgramSource {
  /** Unique: tfjs keys its cache of compiled programs by class name, shapes and code, and not by the uniforms. */
  readonly name: string;
  readonly inputs: readonly string[];
  /** The size of the texture in texels, or the logical shape of an ordinary tensor. */
  readonly output: { readonly width: number; readonly height: number } | readonly [number, number, number];
  readonly uniforms?: readonly Uniform[];
  readonly code: readonly string[];
}

/**
 * Inputs and output are packed: their texels are RGBA32F, all four numbers used, and tfjs hands over small tensors as
 * textures too (unpacked ones of four values or fewer would arrive as uniforms without a sampler).
 */
export function program({ name, inputs, output, uniforms = [], code }: ProgramSource): GPGPUProgram {
  return {
    variableNames: [...inputs],
    outputShape: 'width' in output ? packedShape(output) : [...output],
    packedInputs: true,
    packedOutput: true,
    customUniforms: [...uniforms],
    userCode: `// ToyModelTrain ${name}(${uniforms.map((u) => `${u.type} ${u.name}`).join(', ')})\n${code.join('\n')}\n`,
  };
}
