// A process to be killed: node kill.fixture.ts JOURNAL searches, and writes its result as JSON when it is let finish.
import { seeded } from '../random/random.ts';
import { fileJournal } from './journal.ts';
import { boosted, boostedSpace, exampleRows } from './searches.fixture.ts';
import { stratifiedFolds } from '../select/folds.ts';
import { tpeSearch } from './tpe-search.ts';

const { X, y } = exampleRows(2000);
const result = await tpeSearch(X, y, boostedSpace, {
  objective: boosted,
  splits: stratifiedFolds(y, { folds: 3, random: seeded(1) }),
  trials: 24,
  earlyStopping: true,
  pruning: 'median',
  workers: 2,
  random: seeded(5),
  journal: fileJournal(process.argv[2]),
});
process.stdout.write(JSON.stringify(result));
