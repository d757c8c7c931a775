import { z } from 'zod';
import { columnChoice } from './column-choice.ts';

/** The parameters of everything that bins columns by their label. */
export const binningParameters = {
  columns: columnChoice.default('all'),
  maxBins: z.int().min(1).max(64).default(8).describe('Bins of a column at most, the one for gaps not counted.'),
  minShare: z
    .number()
    .min(0)
    .max(1)
    .default(0.05)
    .describe('Share of a column’s rows that a bin must reach; rarer levels go together.'),
  trend: z
    .enum(['auto', 'ascending', 'descending', 'any'])
    .default('auto')
    .describe('How the rate of class 1 runs over a number; `auto` takes the monotone one that tells more.'),
  prebins: z.int().min(2).max(256).default(32).describe('Quantiles of a number from which bins are put together.'),
  smoothing: z
    .number()
    .positive()
    .default(0.5)
    .describe('Rows of each class added to each bin, so that none is empty.'),
};

const schema = z.strictObject(binningParameters);
export type BinningParameters = z.output<typeof schema>;
export const binningParams = schema;
