/** Training rows of a linear model: columns of numbers without gaps, labels 0 or 1, weights. */
export interface LinearRows {
  readonly columns: readonly (Float64Array | Float32Array)[];
  readonly y: Float64Array;
  readonly weights: Float64Array;
}

/** Log-odds of each row; the intercept stands behind the coefficients. */
export function margins(
  columns: readonly (Float64Array | Float32Array)[],
  beta: Float64Array,
  rows: number,
): Float64Array {
  const margin = new Float64Array(rows).fill(beta[columns.length]);
  columns.forEach((values, j) => {
    const coefficient = beta[j];
    for (let i = 0; i < rows; i++) margin[i] += coefficient * values[i];
  });
  return margin;
}

export function sigmoid(margin: number): number {
  if (margin >= 0) return 1 / (1 + Math.exp(-margin));
  const e = Math.exp(margin);
  return e / (1 + e);
}

/** Σ w · log loss + l2 / 2 · ‖coefficients‖²; the intercept is free. */
export function penalisedLoss({ columns, y, weights }: LinearRows, beta: Float64Array, l2: number): number {
  const margin = margins(columns, beta, y.length);
  let loss = 0;
  for (let i = 0; i < y.length; i++) {
    const against = y[i] === 1 ? -margin[i] : margin[i];
    loss += weights[i] * (Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against))));
  }
  for (let j = 0; j < columns.length; j++) loss += 0.5 * l2 * beta[j] ** 2;
  return loss;
}

/** First and second derivatives of the penalised loss; of the second the lower triangle. */
export interface Derivatives {
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

export function derivatives(rows: LinearRows, beta: Float64Array, l2: number): Derivatives {
  const { columns, y, weights } = rows;
  const size = columns.length + 1;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const margin = margins(columns, beta, y.length);
  const row = sparseRow(size);
  for (let i = 0; i < y.length; i++) {
    const p = sigmoid(margin[i]);
    gather(columns, i, row);
    addRow(
      row,
      { slope: weights[i] * (p - y[i]), curvature: weights[i] * Math.max(p * (1 - p), 1e-12) },
      { gradient, hessian },
    );
  }
  for (let j = 0; j < columns.length; j++) {
    gradient[j] += l2 * beta[j];
    hessian[j * size + j] += l2;
  }
  return { gradient, hessian };
}

/** The entries of one row that are not 0: one-hot columns make most of them 0, and the work is quadratic in them. */
interface SparseRow {
  readonly places: Int32Array;
  readonly values: Float64Array;
  count: number;
}

function sparseRow(size: number): SparseRow {
  return { places: new Int32Array(size), values: new Float64Array(size), count: 0 };
}

function gather(columns: readonly (Float64Array | Float32Array)[], i: number, row: SparseRow): void {
  row.count = 0;
  for (let j = 0; j < columns.length; j++) if (columns[j][i] !== 0) append(row, j, columns[j][i]);
  append(row, columns.length, 1);
}

function append(row: SparseRow, place: number, value: number): void {
  row.places[row.count] = place;
  row.values[row.count++] = value;
}

function addRow(
  { places, values, count }: SparseRow,
  { slope, curvature }: { slope: number; curvature: number },
  { gradient, hessian }: Derivatives,
): void {
  const size = gradient.length;
  for (let a = 0; a < count; a++) {
    const value = values[a];
    gradient[places[a]] += slope * value;
    const start = places[a] * size;
    for (let b = 0; b <= a; b++) hessian[start + places[b]] += curvature * value * values[b];
  }
}
