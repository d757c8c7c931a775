import { writeFile } from 'node:fs/promises';
import type { GeneratedFiles, GenerateOptions } from '@rikuy/engine';
import { type Random, seeded } from '@rikuy/learn';

const columns = 'siniestro,poliza,taller,agencia,fecha,inicio,monto,suma,fraudulent,closed_on,loss,_planted_pattern';
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Writes synthetic claims in the order of time; a tenth of them are frauds of the two patterns. */
export async function writeClaims(path: string, { seed, rows, from, until }: GenerateOptions): Promise<GeneratedFiles> {
  const [start, end, random] = [Date.parse(from), Date.parse(until), seeded(seed)];
  const lines = Array.from({ length: rows }, (_, i) =>
    claimLine(i, { time: start + ((end - start) * i) / rows, end }, random),
  );
  await writeFile(path, `${[columns, ...lines].join('\n')}\n`);
  return { lines: rows };
}

function claimLine(i: number, { time, end }: { time: number; end: number }, random: Random): string {
  const pattern = random.next() < 0.1 ? (random.next() < 0.5 ? 'new_policy' : 'workshop_ring') : '';
  const insuredDays = pattern === 'new_policy' ? 1 + random.below(90) : 1 + random.below(1500);
  const workshop = pattern === 'workshop_ring' ? random.below(3) : random.below(30);
  const sum = 20_000 + random.below(80_000);
  const amount = Math.round(sum * (pattern ? 0.15 + 0.6 * random.next() : 0.02 + 0.7 * random.next() ** 2));
  const closed = time + (10 + random.below(60)) * 86_400_000;
  const found = closed < end ? [pattern ? 1 : 0, dayOf(closed), pattern && amount] : ['', '', ''];
  const codes = [`S-${i}`, `P-${random.below(3000)}`, `T-${workshop}`, `A-${random.below(5)}`];
  const days = [dayOf(time), dayOf(time - insuredDays * 86_400_000)];
  return [...codes, ...days, amount, sum, ...found, pattern].join(',');
}
