/**
 * XGBoost stores where the sum starts as a probability (for `binary:logistic`) and computes the margin from it in
 * float32; doing the same gives the same bits.
 */
export function marginOfProbability(probability: number): number {
  const odds = Math.fround(Math.fround(1 / Math.fround(probability)) - 1);
  return Math.fround(0 - Math.log(odds));
}

/** The float32 probability whose margin has exactly these bits, if there is one: near 1 many margins have none. */
export function probabilityOfMargin(margin: number): number | undefined {
  const near = Math.fround(1 / (1 + Math.exp(-margin)));
  return neighbours(near, 4).find(one => one > 0 && one < 1 && marginOfProbability(one) === margin);
}

function neighbours(value: number, reach: number): number[] {
  const bits = new Int32Array(Float32Array.of(value).buffer);
  const steps = Array.from({ length: 2 * reach + 1 }, (_, i) => (i % 2 === 0 ? i / 2 : -(i + 1) / 2));
  return steps.map(step => new Float32Array(Int32Array.of(bits[0] + step).buffer)[0]);
}
