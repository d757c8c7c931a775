import { LearnError } from '../protocol/learn-error.ts';

/**
 * Solves A x = b for a symmetric positive definite A of which the lower triangle is given row by row. A is
 * overwritten by its Cholesky factor.
 * @throws LearnError `invalid-data` when A is not positive definite
 */
export function solvePositiveDefinite(A: Float64Array, b: Float64Array): Float64Array {
  factorise(A, b.length);
  return backward(A, forward(A, b));
}

function factorise(A: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = A[i * size + j];
      for (let k = 0; k < j; k++) sum -= A[i * size + k] * A[j * size + k];
      A[i * size + j] = i === j ? rootOf(sum) : sum / A[j * size + j];
    }
  }
}

function rootOf(pivot: number): number {
  if (pivot > 0) return Math.sqrt(pivot);
  throw new LearnError(
    'invalid-data',
    'the columns are linearly dependent beyond what the penalty can settle; scale them, or raise `l2`.',
  );
}

function forward(L: Float64Array, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) x[i] -= L[i * x.length + k] * x[k];
    x[i] /= L[i * x.length + i];
  }
  return x;
}

function backward(L: Float64Array, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i] -= L[k * x.length + i] * x[k];
    x[i] /= L[i * x.length + i];
  }
  return x;
}
