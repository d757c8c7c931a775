import { join } from 'node:path';
import type { LoadReport } from '@rikuy/contracts';
import { ingestRecords, type UseCase } from '@rikuy/engine';
import { openFile, type Platform } from '@rikuy/runtime';
import type { Terminal } from './output/terminal.ts';

/** Loads files one after another into the log of a use case; says what became of every row. */
export async function ingestFiles(
  platform: Platform,
  terminal: Terminal,
  useCase: UseCase,
  files: readonly string[],
): Promise<LoadReport[]> {
  const reports: LoadReport[] = [];
  for (const file of files) {
    const report = await ingestRecords(useCase, openFile(file), platform.stores, {
      recordType: useCase.decides,
      rejectFolder: join(platform.configuration.RIKUY_DATA_DIR, 'rejects'),
      clock: platform.clock,
      onProgress: terminal.progress({ es: `Cargando ${file}`, en: `Loading ${file}` }),
    });
    terminal.tell(describeLoad(report, terminal.language));
    reports.push(report);
  }
  return reports;
}

/** A load in one line: the counts add up. */
export function describeLoad(report: LoadReport, language: 'es' | 'en'): string {
  const { source, read, accepted, rejected, duplicates, converted, rejectFile } = report;
  return language === 'es'
    ? `${source}: ${read} filas leídas = ${accepted} aceptadas + ${rejected} rechazadas + ${duplicates} duplicadas; ${converted} valores convertidos${rejectFile ? `; rechazos en ${rejectFile}` : ''}`
    : `${source}: ${read} rows read = ${accepted} accepted + ${rejected} rejected + ${duplicates} duplicates; ${converted} values converted${rejectFile ? `; rejects in ${rejectFile}` : ''}`;
}
