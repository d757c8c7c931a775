import { join } from 'node:path';
import { positionsFrom } from './judged-split.ts';
import type { JudgedSplit } from './judged-split.ts';
import { type PublicTable, readPublicTable } from './public-table.ts';

/** The bank set with the split that it comes with. */
export function readBank(folder: string): { data: PublicTable; split: JudgedSplit } {
  const paths = ['train', 'val', 'test'].map(name => join(folder, `${name}.csv`));
  const data = readPublicTable(paths, 'y');
  const [train, validation, test] = data.rowCounts;
  return {
    data,
    split: {
      train: positionsFrom(0, train),
      validation: positionsFrom(train, validation),
      test: positionsFrom(train + validation, test),
    },
  };
}
