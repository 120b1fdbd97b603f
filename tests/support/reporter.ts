/** Closes a run with the line that the build machine reads: `N passed, N failed`, and how many were skipped if any. */
import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[], reason: TestRunEndReason): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state]++;
      // A file that does not load, or whose hooks throw, has no failing test of its own.
      if (module.state() === 'failed' && module.errors().length > 0) count.failed++;
    }
    const counted = count.failed + count.pending + unhandledErrors.length;
    // A run can fail before it has a test to blame, and a run of nothing has shown nothing.
    const blameless = reason !== 'passed' || modules.length === 0 ? 1 : 0;
    const failed = Math.max(counted, blameless);
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
    process.stdout.write(`${count.passed} passed, ${failed} failed${skipped}\n`);
  }
}
