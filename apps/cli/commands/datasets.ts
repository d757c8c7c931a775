import { join } from 'node:path';
import type { DatasetDiff, DatasetVersion, LabelRecord, Language } from '@rikuy/contracts';
import {
  collectDatasets,
  compareDatasets,
  formatValue,
  labelHistory,
  snapshotOfFile,
  summariseDatasets,
  takeSnapshot,
} from '@rikuy/engine';
import { openFile } from '@rikuy/runtime';
import { Command } from 'commander';
import { command, createContext } from '../context.ts';
import { findDataset } from '../find-dataset.ts';
import { words } from '../language.ts';
import { positiveInteger } from '../options.ts';
import { translateHelp } from '../output/spanish-help.ts';
import { textTable } from '../output/table.ts';

/** `rikuy datasets list|take|diff|verify|collect|labels customs` */
export function datasetsCommand(): Command {
  // It takes none of the common options itself, or it would take them away from its commands.
  const parent = translateHelp(new Command('datasets')).description(
    words({
      es: 'Versiones inmutables de los datos: listar, guardar, comparar, comprobar, limpiar; y las etiquetas con su historia.',
      en: 'Immutable versions of the data: list, keep, compare, verify, clean up; and the labels with their history.',
    }),
  );
  for (const add of [listCommand, takeCommand, diffCommand, verifyCommand, collectCommand, labelsCommand])
    parent.addCommand(add());
  return parent;
}

function about(name: string, es: string, en: string): Command {
  return command(name, { es, en }).argument('<use-case>', words({ es: 'caso de uso', en: 'use case' }));
}

function listCommand(): Command {
  return about('list', 'Lista las versiones, la más nueva primero.', 'Lists the versions, newest first.').action(
    async (id: string, options: object) => {
      const context = createContext(options);
      await context.withPlatform(async ({ stores, datasets, useCase }) => {
        const found = await summariseDatasets(useCase(id), { ...stores, datasets });
        const { language } = context.terminal;
        context.terminal.result(found, () =>
          textTable(
            language === 'es'
              ? ['versión', 'eventos', 'etiquetas', 'positivos', 'calidad', 'modelos']
              : ['version', 'events', 'labels', 'positives', 'quality', 'models'],
            found.map(({ version, quality, models }) => [
              version.version,
              version.events,
              version.labels,
              version.positives,
              quality ?? '—',
              models.join(' '),
            ]),
          ),
        );
      });
    },
  );
}

function takeCommand(): Command {
  return about(
    'take',
    'Guarda una versión del historial, o de un archivo sin cargarlo.',
    'Keeps a version of the history, or of a file without loading it.',
  )
    .option('--file <file>', words({ es: 'archivo CSV, NDJSON o Parquet', en: 'CSV, NDJSON or Parquet file' }))
    .action(async (id: string, options: { file?: string }) => {
      const context = createContext(options);
      const { terminal } = context;
      await context.withPlatform(async ({ stores: { eventLog }, datasets, clock, configuration, useCase }) => {
        const declared = useCase(id);
        const taking = { clock, by: 'cli', onProgress: terminal.progress({ es: 'Guardando', en: 'Keeping' }) };
        const version = options.file
          ? await snapshotOfFile(declared, openFile(options.file), datasets, {
              ...taking,
              rejectFolder: join(configuration.RIKUY_DATA_DIR, 'rejects'),
            })
          : await takeSnapshot(declared, { eventLog, datasets }, taking);
        terminal.result(version, () => describeVersion(version, terminal.language));
      });
    });
}

function diffCommand(): Command {
  return about(
    'diff',
    'Compara dos versiones: filas, columnas y distribuciones.',
    'Compares two versions: rows, columns and distributions.',
  )
    .argument('[before]', words({ es: 'la más vieja', en: 'the older one' }), 'previous')
    .argument('[after]', words({ es: 'la más nueva', en: 'the newer one' }), 'newest')
    .action(async (id: string, before: string, after: string, options: object) => {
      const context = createContext(options);
      await context.withPlatform(async ({ datasets, useCase }) => {
        const [older, newer] = [
          await findDataset(datasets, useCase(id).id, before),
          await findDataset(datasets, id, after),
        ];
        const diff = await compareDatasets({ before: older, after: newer }, datasets);
        context.terminal.result(diff, () => describeDiff(diff, context.terminal.language));
      });
    });
}

function verifyCommand(): Command {
  return about(
    'verify',
    'Comprueba que los archivos de una versión son los que se escribieron.',
    'Verifies that the files of a version are those that were written.',
  )
    .argument('[version]', words({ es: 'versión', en: 'version' }), 'newest')
    .action(async (id: string, name: string, options: object) => {
      const context = createContext(options);
      await context.withPlatform(async ({ datasets, useCase }) => {
        const version = await findDataset(datasets, useCase(id).id, name);
        const wrong = await datasets.verify(version);
        const text = wrong.length === 0 ? { es: 'intacta', en: 'intact' } : { es: 'ALTERADA', en: 'ALTERED' };
        context.terminal.result({ version: version.version, wrong }, () =>
          [`${version.version}: ${words(text)}`, ...wrong].join('\n  '),
        );
        if (wrong.length > 0) process.exitCode = 1;
      });
    });
}

function collectCommand(): Command {
  return about(
    'collect',
    'Elimina versiones que ningún modelo nombra, salvo las más nuevas.',
    'Removes versions that no model names, but for the newest.',
  )
    .option('--keep <n>', words({ es: 'cuántas quedan', en: 'how many stay' }), positiveInteger, 5)
    .option('--dry-run', words({ es: 'solo lo dice', en: 'only tell' }), false)
    .action(async (id: string, options: { keep: number; dryRun: boolean }) => {
      const context = createContext(options);
      await context.withPlatform(async ({ stores, datasets, clock, useCase }) => {
        const { keep, dryRun } = options;
        const found = await collectDatasets(useCase(id), { ...stores, datasets }, { clock, by: 'cli', keep, dryRun });
        context.terminal.result(found, () =>
          [
            words({ es: `${found.removed.length} eliminadas`, en: `${found.removed.length} removed` }),
            ...found.removed.map(version => `- ${version}`),
            ...found.kept.map(({ version, because }) => `= ${version} (${because})`),
          ].join('\n'),
        );
      });
    });
}

function labelsCommand(): Command {
  return about(
    'labels',
    'Etiquetas, la última conocida primero, con quién la verificó y qué corrigió.',
    'Labels, the one known last first, with who verified it and what it corrected.',
  )
    .argument('[event]', words({ es: 'solo de este evento', en: 'of this event only' }))
    .option('--limit <n>', words({ es: 'cuántas', en: 'how many' }), positiveInteger, 50)
    .action(async (id: string, eventId: string | undefined, options: { limit: number }) => {
      const context = createContext(options);
      await context.withPlatform(async ({ stores, useCase }) => {
        const found = await labelHistory(useCase(id), stores.eventLog, { eventId, limit: options.limit });
        context.terminal.result(found, () => labelTable(found, context.terminal.language));
      });
    });
}

/** A version in two lines. */
function describeVersion({ version, events, labels, positives, sha256 }: DatasetVersion, language: Language): string {
  const count = (n: number): string => formatValue(n, 'count', language);
  const counts =
    language === 'es'
      ? `${count(events)} eventos, ${count(labels)} etiquetas, ${count(positives)} positivos`
      : `${count(events)} events, ${count(labels)} labels, ${count(positives)} positives`;
  return `${version}: ${counts}\n  sha256 ${sha256}`;
}

function describeDiff(diff: DatasetDiff, language: Language): string {
  const { added, removed, changed, unchanged, changedColumns, schema, shifts } = diff;
  const rows =
    language === 'es'
      ? `${added} filas nuevas, ${removed} quitadas, ${changed} cambiadas, ${unchanged} iguales`
      : `${added} rows added, ${removed} removed, ${changed} changed, ${unchanged} unchanged`;
  const number = (value: number | null): string => (value === null ? '—' : value.toFixed(4));
  return [
    `${diff.before} → ${diff.after}: ${rows}`,
    ...schema.map(({ column, change, before, after }) => `${column}: ${change} (${before ?? '—'} → ${after ?? '—'})`),
    ...changedColumns.map(({ column, rows: count }) => `~ ${column}: ${count}`),
    textTable(
      language === 'es' ? ['columna', 'PSI', 'KS'] : ['column', 'PSI', 'KS'],
      shifts.map(({ column, psi, ks }) => [column, number(psi), number(ks)]),
    ),
  ].join('\n');
}

function labelTable(labels: readonly LabelRecord[], language: Language): string {
  const moment = (time: number): string => new Date(time).toISOString().slice(0, 16).replace('T', ' ');
  return textTable(
    language === 'es'
      ? ['evento', 'etiqueta', 'conocida (UTC)', 'importe', 'origen', 'verificó', 'corrige']
      : ['event', 'label', 'known (UTC)', 'amount', 'source', 'verified by', 'corrects'],
    labels.map(({ eventId, label, knownAt, amount, source, verifiedBy, corrects }) => [
      eventId,
      String(label),
      moment(knownAt),
      amount === null ? '' : String(amount),
      source,
      verifiedBy ?? '',
      corrects === null ? '' : String(corrects),
    ]),
  );
}
