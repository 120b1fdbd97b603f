/** The shell of every command: output, one-line errors, exit code. */
import { UsageError } from './usage-error.ts';

/**
 * A command gets its arguments and returns the lines for stdout.
 * @param note says something of the work in one line, on stderr
 */
export type Command = (args: readonly string[], note: (text: string) => void) => Promise<string>;

export interface CommandResult {
  /** 0; 2 for bad input; 1 when the work itself failed. */
  readonly code: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

export async function runCommand(name: string, command: Command, args: readonly string[]): Promise<CommandResult> {
  let stderr = '';
  const note = (text: string): void => {
    stderr += `${name}: ${text.replace(/\s+/g, ' ').trim()}\n`;
  };
  try {
    return { code: 0, stdout: `${await command(args, note)}\n`, stderr };
  } catch (error) {
    note(error instanceof Error ? error.message : String(error));
    return { code: error instanceof UsageError ? 2 : 1, stdout: '', stderr };
  }
}

/** Runs it as the process: writes both streams and sets the exit code. */
export async function runAsProcess(name: string, command: Command): Promise<void> {
  const { code, stdout, stderr } = await runCommand(name, command, process.argv.slice(2));
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = code;
}
