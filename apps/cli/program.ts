import { Command } from 'commander';
import { datasetsCommand } from './commands/datasets.ts';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { fairnessCommand } from './commands/fairness.ts';
import { featuresCommand } from './commands/features.ts';
import { modelsCommand } from './commands/models.ts';
import { generateCommand } from './commands/generate.ts';
import { ingestCommand } from './commands/ingest.ts';
import { loadsCommand } from './commands/loads.ts';
import { parityCommand } from './commands/parity.ts';
import { profileCommand } from './commands/profile.ts';
import { qualityCommand } from './commands/quality.ts';
import { queueCommand } from './commands/queue.ts';
import { reproduceCommand } from './commands/reproduce.ts';
import { scoreCommand } from './commands/score.ts';
import { serveCommand } from './commands/serve.ts';
import { sourcesCommand } from './commands/sources.ts';
import { trainCommand } from './commands/train.ts';
import { languageOption } from './context.ts';
import { words } from './language.ts';
import { translateHelp } from './output/spanish-help.ts';
import { tellError } from './output/tell-error.ts';
import { version } from './version.ts';

/** Exit codes: 0 done, 1 the work failed or found a difference, 2 wrong usage, 3 data fail their quality checks, 130 interrupted. */
const program = translateHelp(new Command('rikuy'))
  .description(
    words({
      es: 'Plataforma de riesgo: de los datos a la decisión explicada.',
      en: 'Risk platform: from data to explained decisions.',
    }),
  )
  .version(version, '-V, --version', words({ es: 'muestra la versión', en: 'show the version' }))
  .addOption(languageOption())
  .helpCommand('help [command]', words({ es: 'muestra la ayuda de un comando', en: 'show the help of a command' }))
  .exitOverride()
  .showHelpAfterError(words({ es: '(añada --help para ver las opciones)', en: '(add --help to see the options)' }));

for (const add of [
  demoCommand,
  generateCommand,
  ingestCommand,
  sourcesCommand,
  loadsCommand,
  trainCommand,
  evaluateCommand,
  scoreCommand,
  serveCommand,
  queueCommand,
  featuresCommand,
  modelsCommand,
  fairnessCommand,
  qualityCommand,
  profileCommand,
  datasetsCommand,
  reproduceCommand,
  parityCommand,
  doctorCommand,
]) {
  program.addCommand(add().copyInheritedSettings(program));
}

// Whoever reads the result may have had enough of it: `rikuy queue customs | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = tellError(error, process.argv.includes('--json'));
}
