export { customs } from './customs.ts';
export {
  defaultGeneratorOptions,
  generateDeclarations,
  type GeneratorOptions,
} from './generator/generate-declarations.ts';
export type { DeclarationItem, Finding, GeneratedDeclaration, Truth } from './generator/declared-item.ts';
export { writeDeclarations, type WrittenDeclarations } from './generator/write-declarations.ts';
export { readExchangeRates } from './taxes/exchange-rates.ts';
export { dutyAtStake, importTaxes, type ImportTaxes, perceptionDue, type TaxableItem } from './taxes/import-taxes.ts';
