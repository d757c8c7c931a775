/** The kernels of `assembly/neural`. Addresses and distances are bytes, counts and widths floats or rows as there. */
export interface NeuralKernels {
  addScaled(x: number, y: number, count: number, factor: number): void;
  clearPadding(x: number, rows: number, width: number, stride: number): void;
  copyRows(source: number, sourceStep: number, target: number, targetStep: number, count: number, bytes: number): void;
  gatherRows(source: number, list: number, target: number, count: number, bytes: number): void;
  columnSums(x: number, out: number, rows: number, width: number): void;
  multiply(
    a: number,
    rowStep: number,
    sumStep: number,
    b: number,
    c: number,
    m: number,
    n: number,
    o: number,
    start: number,
  ): void;
  multiplyEach(
    count: number,
    aStep: number,
    bStep: number,
    cStep: number,
    a: number,
    rowStep: number,
    sumStep: number,
    b: number,
    c: number,
    m: number,
    n: number,
    o: number,
    start: number,
  ): void;
  transpose(
    source: number,
    target: number,
    rows: number,
    columns: number,
    sourceBytes: number,
    targetBytes: number,
  ): void;
  relu(x: number, y: number, count: number): void;
  reluBack(dy: number, y: number, dx: number, count: number): void;
  sigmoid(x: number, y: number, count: number): void;
  sigmoidBack(dy: number, y: number, dx: number, count: number): void;
  tanh(x: number, y: number, count: number): void;
  tanhBack(dy: number, y: number, dx: number, count: number): void;
  maxPool(x: number, y: number, rows: number, steps: number, stride: number): void;
  maxPoolBack(dy: number, x: number, y: number, dx: number, rows: number, steps: number, stride: number): void;
  averagePool(x: number, y: number, rows: number, steps: number, stride: number): void;
  averagePoolBack(dy: number, dx: number, rows: number, steps: number, stride: number): void;
  batchMoments(x: number, mean: number, variance: number, rows: number, width: number): void;
  normalise(
    x: number,
    mean: number,
    variance: number,
    gamma: number,
    beta: number,
    unit: number,
    y: number,
    rows: number,
    width: number,
    epsilon: number,
  ): void;
  normaliseBack(
    dy: number,
    unit: number,
    variance: number,
    gamma: number,
    dGamma: number,
    dBeta: number,
    dx: number,
    rows: number,
    width: number,
    epsilon: number,
  ): void;
  dropout(x: number, y: number, count: number, seed: number, below: number, factor: number): void;
  squaredError(
    output: number,
    target: number,
    weights: number,
    d: number,
    rows: number,
    width: number,
    factor: number,
  ): number;
  logisticGradient(output: number, target: number, weights: number, d: number, rows: number, factor: number): void;
  adam(p: number, g: number, m: number, v: number, count: number, rate: number, c1: number, c2: number): void;
}
