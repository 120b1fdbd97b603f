/** The shell of every command: output, one-line errors, exit code. */
import { UsageError } from './usage-error.ts';

/** A command gets its arguments and returns the lines for stdout. */
export type Command = (args: readonly string[]) => Promise<string>;

export interface CommandResult {
  /** 0; 2 for bad input; 1 when the work itself failed. */
  readonly code: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

export async function runCommand(name: string, command: Command, args: readonly string[]): Promise<CommandResult> {
  try {
    return { code: 0, stdout: `${await command(args)}\n`, stderr: '' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const line = `${name}: ${reason.replace(/\s+/g, ' ').trim()}\n`;
    return { code: error instanceof UsageError ? 2 : 1, stdout: '', stderr: line };
  }
}

/** Runs it as the process: writes both streams and sets the exit code. */
export async function runAsProcess(name: string, command: Command): Promise<void> {
  const { code, stdout, stderr } = await runCommand(name, command, process.argv.slice(2));
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = code;
}
