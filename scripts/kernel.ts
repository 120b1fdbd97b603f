/**
 * Compiles the AssemblyScript kernel into a TypeScript file that holds the module's bytes.
 *
 *     npm run kernel              writes src/models/engine/wasm/kernel.generated.ts
 *     npm run kernel -- --check   exits 1 if that file is not what the compiler makes of the source
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as asc from 'assemblyscript/asc';
import { TINY_SHAPES } from '../src/models/engine/wasm/paths.ts';
import { ownMakerArguments } from './cli/maker-arguments.ts';
import { UNROLLED_FILE, unrolledSource } from './kernel/unrolled.ts';

const folder = new URL('../src/models/engine/wasm/', import.meta.url);
export const GENERATED = new URL('kernel.generated.ts', folder);

const FLAGS = [
  ...['--optimizeLevel', '3', '--shrinkLevel', '0', '--converge', '--noAssert'],
  ...['--runtime', 'stub', '--enable', 'simd', '--use', 'abort='],
];

/**
 * The text of kernel.generated.ts as the compiler makes it of the source: the same text on every machine.
 *
 * @throws Error with the compiler's messages
 */
export async function compileKernel(): Promise<string> {
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await asc.main(['assembly/index.ts', '--outFile', 'kernel.wasm', ...FLAGS], {
    readFile: (name, base) =>
      name === UNROLLED_FILE
        ? unrolledSource(TINY_SHAPES)
        : readFile(new URL(name, new URL(`${base}/`, folder)), 'utf8').catch(() => null),
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') bytes = contents;
    },
    listFiles: () => [],
  });
  if (error || !bytes) throw new Error(`The kernel does not compile.\n${stderr.toString()}`, { cause: error });
  const base64 = Buffer.from(bytes).toString('base64');
  return `/** Made by \`npm run kernel\` from assembly/*.ts: the compiled module (${bytes.length} bytes), as base64. */
export const KERNEL_BASE64 =
  '${base64}';
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { check } = ownMakerArguments('kernel');
  const compiled = await compileKernel();
  if (!check) {
    await writeFile(GENERATED, compiled);
  } else if ((await readFile(GENERATED, 'utf8').catch(() => '')) !== compiled) {
    console.error(`${fileURLToPath(GENERATED)} is stale: run npm run kernel.`);
    process.exitCode = 1;
  }
}
