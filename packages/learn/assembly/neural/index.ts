// Compiled to neural/generated/neural-kernels.ts by scripts/generated/neural-kernels.ts; called through
// neural/kernels/neural-kernels.ts. All matrices are float32, row-major, their rows a multiple of four floats long.
// Every sum is taken in one fixed order without fused or relaxed instructions, so results have the same bits anywhere.
export { addScaled, clearPadding, copyRows, gatherRows } from './rows';
export { columnSums, multiply, multiplyEach, transpose } from './multiply';
export { relu, reluBack, sigmoid, sigmoidBack, tanh, tanhBack } from './activations';
export { averagePool, averagePoolBack, maxPool, maxPoolBack } from './pooling';
export { batchMoments, normalise, normaliseBack } from './batch-norm';
export { dropout } from './dropout';
export { logisticGradient, squaredError } from './losses';
export { adam } from './adam';
