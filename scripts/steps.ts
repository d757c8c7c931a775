import { spawnSync } from 'node:child_process';

export type Step = { readonly name: string; readonly command: readonly [string, ...string[]] };

/** Runs the steps in order, prints the seconds each took, and stops at the first that fails. */
export function runSteps(steps: readonly Step[]): void {
  for (const { name, command } of steps) {
    const started = performance.now();
    const result = spawnSync(command[0], command.slice(1), { stdio: 'inherit', env: process.env });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (result.status !== 0) {
      console.error(`✗ ${name} failed after ${seconds} s: ${command.join(' ')}`);
      process.exit(result.status ?? 1);
    }
    console.error(`✓ ${name} (${seconds} s)`);
  }
}
