// What every commit must pass; the same here and in CI.
import { runSteps } from './steps.ts';

runSteps([
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'lint', command: ['oxlint', '--deny-warnings'] },
  { name: 'architecture', command: [process.execPath, 'scripts/check-architecture.ts'] },
  { name: 'generated files', command: [process.execPath, 'scripts/generate.ts', '--check'] },
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'unit tests', command: ['vitest', 'run', '--project', 'unit'] },
]);
