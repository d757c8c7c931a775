// Sends one load and prints what it found as JSON: a process of its own, so that no garbage but its own delays it.
import { readFileSync } from 'node:fs';
import { type Load, sendLoad } from './load.ts';

const { file, from, count, ...load } = JSON.parse(process.argv[2]) as Omit<Load, 'bodies'> & {
  /** One body a line. */
  readonly file: string;
  readonly from: number;
  readonly count: number;
};
const bodies = readFileSync(file, 'utf8')
  .split('\n')
  .slice(from, from + count);
console.log(JSON.stringify(await sendLoad({ ...load, bodies })));
