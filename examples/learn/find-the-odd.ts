// An autoencoder finds declarations unlike those it was trained on, without any label, and names the odd column.
import { autoencoder, numbers, pipeline, scale, seeded, table, type Table } from '@rikuy/learn';

/** Freight and insurance follow value and weight; so do all honest invoices. */
function invoices(count: number, seed: number): Table {
  const random = seeded(seed);
  const value = Float64Array.from({ length: count }, () => random.normal());
  const weight = value.map(one => 0.8 * one + 0.3 * random.normal());
  const freight = weight.map(one => 0.9 * one + 0.2 * random.normal());
  const insurance = value.map(one => 0.9 * one + 0.2 * random.normal());
  return table({
    value: numbers(value),
    weight: numbers(weight),
    freight: numbers(freight),
    insurance: numbers(insurance),
  });
}

const usual = invoices(4000, 1);
const unlabelled = new Float64Array(usual.rowCount);
const fitted = pipeline([scale(), autoencoder({ encoder: [8, 2], epochs: 60, quantile: 0.99 })]).fit(
  usual,
  unlabelled,
  {
    random: seeded(1),
  },
);

const { threshold } = fitted.last;
const strange = table({
  value: numbers([0, 0]),
  weight: numbers([0.1, 0]),
  freight: numbers([0.1, 3]),
  insurance: numbers([0, 0.1]),
});
const scores = fitted.anomalyScore(strange);
console.log(`1 % of the usual invoices have an error above ${threshold.toFixed(3)}`);
for (const [i, score] of scores.entries())
  console.log(`invoice ${i + 1}: error ${score.toFixed(3)}, ${score > threshold ? 'odd' : 'usual'}`);

const parts = fitted.last.explain(fitted.steps[0].transform(strange));
const ofSecond = parts.inputs.map((name, j) => ({ name, error: parts.values[parts.inputs.length + j] }));
const [worst] = ofSecond.toSorted((a, b) => b.error - a.error);
console.log(
  `Of the second, the column ${worst.name} is the oddest: ${worst.error.toFixed(3)} of ${scores[1].toFixed(3)}`,
);
