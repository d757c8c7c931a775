export { tax } from './tax.ts';
export {
  defaultReturnOptions,
  type GeneratedCountry,
  type GeneratedReturn,
  generateReturns,
  type ReturnOptions,
} from './generator/generate-returns.ts';
export { writeReturns } from './generator/write-returns.ts';
