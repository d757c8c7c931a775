export { insuranceClaims } from './insurance-claims.ts';
export { writeClaims } from './write-claims.ts';
