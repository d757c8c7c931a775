import type { Field } from '@rikuy/contracts';
import type { FieldReader } from '../reading.ts';
import { booleanReader } from './boolean-reader.ts';
import { categoryReader } from './category-reader.ts';
import { identifierReader } from './identifier-reader.ts';
import { moneyReader } from './money-reader.ts';
import { numberReader } from './number-reader.ts';
import { timeReader } from './time-reader.ts';

/** Makes the reader of a field, once; `currencies` are those with a known rate. */
export function fieldReader(field: Field, currencies: ReadonlySet<string>): FieldReader {
  switch (field.kind) {
    case 'number':
      return numberReader(field);
    case 'money':
      return moneyReader(field);
    case 'category':
      return categoryReader(field);
    case 'identifier':
      return identifierReader(field, currencies);
    case 'time':
      return timeReader(field);
    case 'boolean':
      return booleanReader;
  }
}

const nothing: ReadonlySet<string> = new Set(['', '-', '--', 'null', 'none', 'n/a', 's/d', 'n/d', '#n/a', '#¡n/d!']);
const nothingButInCodes: ReadonlySet<string> = new Set(['na', 'nan', 'nd', 'sd', '.']);

/** Whether a raw value says that there is none. `NA` may be a code, Namibia's for one, so there it is a value. */
export function isAbsent(raw: string | number | boolean | null | undefined, kind: Field['kind']): boolean {
  if (raw === null || raw === undefined) return true;
  if (typeof raw !== 'string') return typeof raw === 'number' && Number.isNaN(raw);
  // Most values are longer than every word for nothing.
  if (raw.length > 8 && raw.trimStart().length > 8) return false;
  const word = raw.trim().toLowerCase();
  if (nothing.has(word)) return true;
  return kind !== 'category' && kind !== 'identifier' && nothingButInCodes.has(word);
}
