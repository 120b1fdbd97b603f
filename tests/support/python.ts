/** A Python with PyTorch: $PYTHON, /usr/bin/python3, python3; null where none has it. */
import { spawnSync } from 'node:child_process';

export function pythonWithTorch(): string | null {
  const commands = [process.env.PYTHON, '/usr/bin/python3', 'python3'].filter((command) => command !== undefined);
  return commands.find((command) => spawnSync(command, ['-c', 'import torch']).status === 0) ?? null;
}
