import { errorTable, RikuyError } from '@rikuy/contracts';
import { LearnError } from '@rikuy/learn';
import { Command, CommanderError } from 'commander';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { featuresCommand } from './commands/features.ts';
import { generateCommand } from './commands/generate.ts';
import { ingestCommand } from './commands/ingest.ts';
import { parityCommand } from './commands/parity.ts';
import { queueCommand } from './commands/queue.ts';
import { reproduceCommand } from './commands/reproduce.ts';
import { scoreCommand } from './commands/score.ts';
import { serveCommand } from './commands/serve.ts';
import { trainCommand } from './commands/train.ts';
import { words } from './context.ts';
import { version } from './version.ts';

/** Exit codes: 0 done, 1 the work failed or found a difference, 2 wrong usage, 130 interrupted. */
const program = new Command('rikuy')
  .description(
    words({
      es: 'Plataforma de riesgo: de los datos a la decisión explicada.',
      en: 'Risk platform: from data to explained decisions.',
    }),
  )
  .version(version)
  .exitOverride()
  .showHelpAfterError(words({ es: '(añada --help para ver las opciones)', en: '(add --help to see the options)' }));

for (const add of [
  demoCommand,
  generateCommand,
  ingestCommand,
  trainCommand,
  evaluateCommand,
  scoreCommand,
  serveCommand,
  queueCommand,
  featuresCommand,
  reproduceCommand,
  parityCommand,
  doctorCommand,
]) {
  program.addCommand(add().exitOverride());
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof RikuyError) {
    console.error(`✗ ${words(errorTable[error.code].title)}: ${error.message}`);
    return error.code === 'invalid-request' ? 2 : 1;
  }
  if (error instanceof LearnError) {
    console.error(`✗ ${error.message}`);
    return 1;
  }
  console.error(error);
  return 1;
}
