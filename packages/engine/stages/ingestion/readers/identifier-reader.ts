import type { Bilingual, Field, RejectionReason } from '@rikuy/contracts';
import { type FieldReader, readAs, type Reading, type Refusal, refuse } from '../reading.ts';
import { currencyCode } from './currencies.ts';
import { remembering } from './remembering.ts';
import { rucFault } from './ruc.ts';
import { spellingsToTry } from './spellings-to-try.ts';

type IdentifierField = Extract<Field, { kind: 'identifier' }>;

/** Reads identifiers, checked by their digits, their table or their pattern. */
export function identifierReader(field: IdentifierField, currencies: ReadonlySet<string>): FieldReader {
  const read = textReader(field, currencies);
  return raw => read(String(raw).trim());
}

function textReader(field: IdentifierField, currencies: ReadonlySet<string>): (text: string) => Reading {
  switch (field.format) {
    case 'ruc':
      return readRuc;
    case 'dni':
      return readDni;
    case 'currency':
      return remembering(text => readCurrency(text, currencies));
    case 'country':
      return remembering(readCountry);
    case 'text':
      return patternReader(field);
  }
}

function readRuc(text: string): Reading {
  const digits = digitsOf(text);
  const fault = rucFault(digits);
  if (fault === null) return readAs(digits, digits !== text);
  return refuse(fault === 'check-digit' ? 'wrong-check-digit' : 'wrong-format', ...rucTexts[fault]);
}

const rucTexts: Readonly<Record<'digits' | 'prefix' | 'check-digit', readonly [Bilingual, Bilingual]>> = {
  digits: [
    { es: 'un RUC de 11 dígitos', en: 'a RUC of 11 digits' },
    {
      es: 'Escriba los 11 dígitos como texto; una hoja de cálculo puede haberlos redondeado.',
      en: 'Write all 11 digits as text; a spreadsheet may have rounded them.',
    },
  ],
  prefix: [
    { es: 'un RUC que empiece con 10, 15, 16, 17 o 20', en: 'a RUC that begins with 10, 15, 16, 17 or 20' },
    { es: 'Compare el número con la ficha RUC.', en: "Compare the number with the taxpayer's RUC record." },
  ],
  'check-digit': [
    { es: 'un RUC con dígito verificador correcto', en: 'a RUC with the right check digit' },
    {
      es: 'Un dígito está mal o cambiado de lugar: compárelo con la ficha RUC.',
      en: "A digit is wrong or out of place: compare it with the taxpayer's RUC record.",
    },
  ],
};

function readDni(text: string): Reading {
  const digits = digitsOf(text);
  if (/^\d{8}$/.test(digits)) return readAs(digits, digits !== text);
  return refuse(
    'wrong-format',
    { es: 'un DNI de 8 dígitos', en: 'a DNI of 8 digits' },
    {
      es: 'Escriba los 8 dígitos como texto; una hoja de cálculo puede haber quitado los ceros iniciales.',
      en: 'Write all 8 digits as text; a spreadsheet may have removed leading zeros.',
    },
  );
}

function digitsOf(text: string): string {
  return text.replace(/\.0+$/, '').replace(/[\s.-]/g, '');
}

function readCurrency(text: string, known: ReadonlySet<string>): Reading {
  const code = text === '$' ? 'USD' : currencyCode(text);
  return code !== null && known.has(code) ? readAs(code, code !== text) : unknownCurrency(known);
}

export function unknownCurrency(known: ReadonlySet<string>): Refusal {
  const shown = known.size <= 20 ? [...known].join(', ') : 'ISO 4217';
  return refuse(
    'unknown-currency',
    { es: `una moneda con tipo de cambio conocido: ${shown}`, en: `a currency with a known exchange rate: ${shown}` },
    {
      es: 'Corrija el código ISO 4217, o añada la moneda a la tabla de tipos de cambio.',
      en: 'Correct the ISO 4217 code, or add the currency to the table of exchange rates.',
    },
  );
}

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

function readCountry(text: string): Reading {
  const code = text.toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && regions.of(code) !== undefined) return readAs(code, code !== text);
  return refuse(
    'unknown-value',
    { es: 'un código ISO 3166 de dos letras', en: 'a two-letter ISO 3166 code' },
    { es: 'Escriba el código del país, por ejemplo PE.', en: "Write the country's code, for example PE." },
  );
}

function patternReader({ pattern: source, example }: IdentifierField): (text: string) => Reading {
  if (source === undefined) return text => readAs(text, false);
  const pattern = new RegExp(source);
  const refusal = wrongFormat('wrong-format', String(example ?? source));
  return text => {
    if (pattern.test(text)) return readAs(text, false);
    const found = spellingsToTry(text).find(candidate => pattern.test(candidate));
    return found === undefined ? refusal : readAs(found, true);
  };
}

function wrongFormat(reason: RejectionReason, shape: string) {
  return refuse(
    reason,
    { es: `un código como ${shape}`, en: `a code such as ${shape}` },
    {
      es: `Escríbalo completo, por ejemplo ${shape}; guarde la columna como texto.`,
      en: `Write it in full, for example ${shape}; keep the column as text.`,
    },
  );
}
