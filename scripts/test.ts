// All tests. Arguments go to vitest: `npm test -- features` runs the files whose path contains "features".
import { runSteps } from './steps.ts';

runSteps([{ name: 'tests', command: ['vitest', 'run', ...process.argv.slice(2)] }]);
