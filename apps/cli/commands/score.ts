import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { type Decision, type Rejection, RikuyError } from '@rikuy/contracts';
import { parseRecord } from '@rikuy/engine';
import { openFile, type UseCaseInService } from '@rikuy/runtime';
import type { Command } from 'commander';
import { command, createContext } from '../context.ts';
import { words } from '../language.ts';

interface Totals {
  decided: number;
  repeated: number;
  rejected: number;
}

/** `rikuy score customs today.csv --out decisions.ndjson`: decides every row, each once, in the file's order. */
export function scoreCommand(): Command {
  return command('score', {
    es: 'Decide cada fila de un archivo; repetirlo no decide nada dos veces.',
    en: 'Decides every row of a file; running it again decides nothing twice.',
  })
    .argument('<use-case>', words({ es: 'caso de uso', en: 'use case' }))
    .argument('<file>', words({ es: 'archivo CSV, NDJSON o Parquet', en: 'CSV, NDJSON or Parquet file' }))
    .option('--out <file>', words({ es: 'decisiones en NDJSON', en: 'decisions as NDJSON' }))
    .action(async (useCaseId: string, file: string, options: { out?: string }) => {
      const context = createContext(options);
      await context.withPlatform(async platform => {
        const service = await platform.inService(useCaseId);
        service.live.model();
        const source = openFile(file);
        const total = (await source.estimateRows()) ?? 0;
        const out = options.out ? createWriteStream(options.out) : null;
        const progress = context.terminal.progress({ es: 'Decidiendo', en: 'Deciding' });
        const totals: Totals = { decided: 0, repeated: 0, rejected: 0 };
        for await (const { rows, broken } of source.rows({ skip: 0, batch: 500 })) {
          totals.rejected += broken.length;
          const lines = await Promise.all(rows.map(row => decideRow(service, row.values, row.line, totals)));
          if (out && !out.write(lines.map(line => `${JSON.stringify(line)}\n`).join(''))) await once(out, 'drain');
          progress({
            step: words({ es: 'filas', en: 'rows' }),
            done: totals.decided + totals.repeated + totals.rejected,
            total,
          });
        }
        if (out) {
          out.end();
          await once(out, 'finish');
        }
        context.terminal.result(totals, () =>
          words({
            es: `${totals.decided} decididas, ${totals.repeated} ya decididas antes, ${totals.rejected} rechazadas`,
            en: `${totals.decided} decided, ${totals.repeated} decided before, ${totals.rejected} rejected`,
          }),
        );
      });
    });
}

type Line =
  | Decision
  | { readonly line: number; readonly rejections: readonly Rejection[] }
  | { readonly line: number; readonly error: string };

async function decideRow(
  { live, score }: UseCaseInService,
  raw: Parameters<typeof parseRecord>[2],
  line: number,
  totals: Totals,
): Promise<Line> {
  const parsed = parseRecord(live.useCase, live.useCase.decides, raw);
  if (parsed.kind === 'rejected') {
    totals.rejected++;
    return { line, rejections: parsed.rejections };
  }
  try {
    const { decision, repeated } = await score({ values: parsed.values });
    if (repeated) totals.repeated++;
    else totals.decided++;
    return decision;
  } catch (error) {
    if (!(error instanceof RikuyError) || error.code !== 'event-conflict') throw error;
    totals.rejected++;
    return { line, error: error.message };
  }
}
