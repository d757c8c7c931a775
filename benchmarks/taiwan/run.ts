// Default of credit card clients in Taiwan: random 64 / 16 / 20 parts, parameters and mixture chosen on the 16 %, the
// chosen model fitted on the 80 % and judged on the 20 % once; so are the rivals. One split's accuracy moves by half a
// per cent either way, so the figure is the mean over five.
import { runOnRandomSplits } from '../tabular/random-splits.ts';

/** Arguments: `--splits N` (5), `--trials N` (20). */
export async function run(args: readonly string[]): Promise<void> {
  await runOnRandomSplits(args, {
    bench: 'taiwan',
    file: 'UCI_Credit_Card.csv',
    label: 'Y',
    without: ['ID'],
    splits: 5,
    trials: 20,
    rotates: false,
    bars: { accuracy: 0.825, auc: 0.78 },
  });
}
