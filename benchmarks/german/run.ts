// German credit: random 64 / 16 / 20 parts. 200 test rows decide nothing (one row is half a per cent), so the accuracy
// is the mean over many random splits. Within each, the 80 % are five rotating 64 / 16 parts on which parameters and
// mixture are chosen; the chosen model is fitted on all 80 % and judged on the 20 % once. So are the rivals.
import { runOnRandomSplits } from '../tabular/random-splits.ts';

/** Arguments: `--splits N` (20), `--trials N` (20). */
export async function run(args: readonly string[]): Promise<void> {
  await runOnRandomSplits(args, {
    bench: 'german',
    file: 'german_credit.csv',
    label: 'bad',
    without: [],
    splits: 20,
    trials: 20,
    rotates: true,
    bars: { accuracy: 0.76 },
  });
}
