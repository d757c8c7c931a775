import { type Bilingual, type GroupFairness, type ModelManifest, RikuyError } from '@rikuy/contracts';
import type { Command } from 'commander';
import { command, createContext } from '../context.ts';
import { words } from '../language.ts';
import { textTable } from '../output/table.ts';

/** Below it, the four-fifths rule asks for reasons. */
const fourFifths = 0.8;

/** `rikuy fairness sme-credit [version]` */
export function fairnessCommand(): Command {
  return command('fairness', {
    es: 'Aprobaciones y errores de un modelo por grupo, con intervalos.',
    en: 'Approvals and errors of a model by group, with intervals.',
  })
    .argument('<use-case>', words({ es: 'caso de uso', en: 'use case' }))
    .argument(
      '[version]',
      words({ es: 'versión; por omisión, la que está en vigor', en: 'version; the one in force unless given' }),
      'champion',
    )
    .action(async (useCaseId: string, version: string, options: object) => {
      const context = createContext(options);
      await context.withPlatform(async ({ stores: { modelStore }, useCase }) => {
        const { id } = useCase(useCaseId);
        const found = version === 'champion' ? await modelStore.champion(id) : await modelStore.manifest(id, version);
        const fairness = fairnessOf(found, `${id} ${version}`);
        context.terminal.result({ version: found!.version, fairness }, () =>
          fairness.map(group => describe(group, text => context.terminal.say(text))).join('\n\n'),
        );
      });
    });
}

/** @throws RikuyError `not-found` */
function fairnessOf(manifest: ModelManifest | null, name: string): readonly GroupFairness[] {
  if (!manifest) throw new RikuyError('not-found', `There is no model ${name}; train and promote one.`);
  if (manifest.fairness) return manifest.fairness;
  throw new RikuyError('not-found', `Model ${name} was not assessed: its use case names no groups in \`fairness\`.`);
}

type Say = (text: Bilingual) => string;

function describe({ by, groups, ratio }: GroupFairness, say: Say): string {
  const table = textTable(
    [
      by,
      say({ es: 'casos', en: 'rows' }),
      say({ es: 'aprobados', en: 'approved' }),
      say({ es: 'negados a buenos', en: 'refused, good' }),
      say({ es: 'aprobados a malos', en: 'approved, bad' }),
    ],
    groups.map(({ group, rows, favourable, wronglyRefused, wronglyPassed }) => [
      group,
      String(rows),
      percent(favourable),
      percent(wronglyRefused),
      percent(wronglyPassed),
    ]),
  );
  const verdict =
    ratio < fourFifths
      ? say({ es: 'bajo 4/5: pide explicación', en: 'below 4/5: asks for reasons' })
      : say({ es: 'sobre 4/5', en: 'above 4/5' });
  return `${table}\n${say({ es: 'razón', en: 'ratio' })} ${ratio.toFixed(2)} (${verdict})`;
}

function percent(figure: GroupFairness['groups'][number]['wronglyRefused']): string {
  if (figure === null) return '–';
  const [value, low, high] = [figure.value, figure.low, figure.high].map(share => (100 * share).toFixed(0));
  return `${value} % [${low}, ${high}]`;
}
