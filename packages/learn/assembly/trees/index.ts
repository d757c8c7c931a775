// Compiled to trees/generated/kernels.ts by scripts/generated/kernels.ts; called through trees/kernels/kernel-pool.ts.
export { quit, run, serve } from './pool';
