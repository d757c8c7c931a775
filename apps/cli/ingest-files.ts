import { join } from 'node:path';
import type { Language, LoadReport } from '@rikuy/contracts';
import { formatValue, ingestLabels, ingestRecords, type UseCase } from '@rikuy/engine';
import { openFile, type Platform } from '@rikuy/runtime';
import type { Terminal } from './output/terminal.ts';

/** What files hold: records of a type (the decided one where none is named), or labels alone. */
export type FileContent = { readonly kind: 'records'; readonly type?: string } | { readonly kind: 'labels' };

/** Loads files one after another into the log of a use case; says what became of every row. */
export async function ingestFiles(
  platform: Platform,
  terminal: Terminal,
  useCase: UseCase,
  files: readonly string[],
  content: FileContent = { kind: 'records' },
): Promise<LoadReport[]> {
  const reports: LoadReport[] = [];
  for (const file of files) {
    const options = {
      rejectFolder: join(platform.configuration.RIKUY_DATA_DIR, 'rejects'),
      clock: platform.clock,
      onProgress: terminal.progress({ es: `Cargando ${file}`, en: `Loading ${file}` }),
    };
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

/** A load in a line: the counts add up; and where the rejects are. */
export function describeLoad(report: LoadReport, language: Language): string {
  const count = (of: 'read' | 'accepted' | 'rejected' | 'duplicates' | 'converted'): string =>
    formatValue(report[of], 'count', language);
  const { source, rejectFile } = report;
  return language === 'es'
    ? `${source}: ${count('read')} filas leídas = ${count('accepted')} aceptadas + ${count('rejected')} rechazadas + ${count('duplicates')} duplicadas; ${count('converted')} valores convertidos${rejectFile ? `\n  rechazos: ${rejectFile}` : ''}`
    : `${source}: ${count('read')} rows read = ${count('accepted')} accepted + ${count('rejected')} rejected + ${count('duplicates')} duplicates; ${count('converted')} values converted${rejectFile ? `\n  rejects: ${rejectFile}` : ''}`;
}
