import { join } from 'node:path';
import type { Language, LoadReport } from '@rikuy/contracts';
import {
  absentFields,
  type ColumnMapping,
  formatValue,
  ingestLabels,
  ingestRecords,
  type UseCase,
} from '@rikuy/engine';
import { openFile, type Platform } from '@rikuy/runtime';
import type { Terminal } from './output/terminal.ts';

/** What files hold: records of a type (the decided one where none is named), or labels alone. */
export type FileContent = ({ readonly kind: 'records'; readonly type?: string } | { readonly kind: 'labels' }) & {
  /** Which column holds which field, where names and aliases do not tell. */
  readonly mapping?: ColumnMapping;
};

/** Loads files one after another into the log of a use case; says what became of every row. */
export async function ingestFiles(
  { platform, terminal }: { readonly platform: Platform; readonly terminal: Terminal },
  useCase: UseCase,
  files: readonly string[],
  content: FileContent = { kind: 'records' },
): Promise<LoadReport[]> {
  const reports: LoadReport[] = [];
  for (const file of files) {
    const options = {
      rejectFolder: join(platform.configuration.RIKUY_DATA_DIR, 'rejects'),
      clock: platform.clock,
      mapping: content.mapping,
      onProgress: terminal.progress({ es: `Cargando ${file}`, en: `Loading ${file}` }),
    };
    if (content.kind === 'records' && content.mapping)
      terminal.tell(await describeAbsent(useCase, file, content, terminal.language));
    reports.push(
      content.kind === 'labels'
        ? await ingestLabels(useCase, openFile(file), platform.stores, options)
        : await ingestRecords(useCase, openFile(file), platform.stores, {
            ...options,
            recordType: content.type ?? useCase.decides,
          }),
    );
  }
  terminal.endProgress();
  return reports;
}

/** The fields that a mapped file does not bring, and the features that stay without a value. */
async function describeAbsent(
  useCase: UseCase,
  file: string,
  { type = useCase.decides, mapping }: { readonly type?: string; readonly mapping?: ColumnMapping },
  language: Language,
): Promise<string> {
  const absent = absentFields(useCase, type, { columns: await openFile(file).columns(), mapping });
  const lost = new Set(absent.flatMap(({ lostFeatures }) => lostFeatures));
  const [fields, features] = [absent.map(({ field }) => field).join(', '), [...lost].join(', ')];
  return language === 'es'
    ? `${file} no trae: ${fields || 'nada falta'}\n  variables que quedan incompletas o vacías (${lost.size} de ${useCase.features.length}): ${features || 'ninguna'}`
    : `${file} does not bring: ${fields || 'nothing is missing'}\n  features left incomplete or empty (${lost.size} of ${useCase.features.length}): ${features || 'none'}`;
}

/** A load in a line: the counts add up; and where the rejects are. */
export function describeLoad(report: LoadReport, language: Language): string {
  const count = (of: 'read' | 'accepted' | 'rejected' | 'duplicates' | 'converted'): string =>
    formatValue(report[of], 'count', language);
  const { source, rejectFile } = report;
  return language === 'es'
    ? `${source}: ${count('read')} filas leídas = ${count('accepted')} aceptadas + ${count('rejected')} rechazadas + ${count('duplicates')} duplicadas; ${count('converted')} valores convertidos${rejectFile ? `\n  rechazos: ${rejectFile}` : ''}`
    : `${source}: ${count('read')} rows read = ${count('accepted')} accepted + ${count('rejected')} rejected + ${count('duplicates')} duplicates; ${count('converted')} values converted${rejectFile ? `\n  rejects: ${rejectFile}` : ''}`;
}
