// A scorecard that people can read: points per bin, which add up to the score.
import { rocAuc, scorecard, takeRows } from '@rikuy/learn';
import { importDeclarations } from './imports.ts';

const train = importDeclarations(5000, { seed: 1 });
const test = importDeclarations(2000, { seed: 2 });
const fitted = scorecard({ maxBins: 4, baseScore: 600, baseOdds: 50, pointsToDouble: 20 }).fit(train.X, train.y);

for (const { column, informationValue, bins } of fitted.card) {
  console.log(`${column} (information value ${informationValue.toFixed(2)})`);
  for (const { label, points } of bins) console.log(`  ${label.padEnd(22)} ${points.toFixed(0).padStart(4)} points`);
}
const first = takeRows(test.X, [0]);
const { inputs, values } = fitted.points(first);
console.log(`First declaration: ${inputs.map((name, j) => `${name} ${values[j]}`).join(' + ')}`);
console.log(`                   = ${fitted.score(first)[0]} points; the higher, the safer`);
console.log(`AUC on unseen declarations: ${rocAuc({ y: test.y, score: fitted.predictProba(test.X) }).toFixed(3)}`);
