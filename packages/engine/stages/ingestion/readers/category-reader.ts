import type { Field } from '@rikuy/contracts';
import { type FieldReader, readAs, type Reading, refuse } from '../reading.ts';
import { plain } from '../spelling.ts';
import { remembering } from './remembering.ts';
import { spellingsToTry } from './spellings-to-try.ts';

type CategoryField = Extract<Field, { kind: 'category' }>;

const listed = 12;

/** Reads categories under any of their spellings and titles; where the values are closed, only those. */
export function categoryReader(field: CategoryField): FieldReader {
  const values = new Set(Object.keys(field.values ?? {}));
  const spellings = spellingsOf(field);
  const pattern = field.pattern === undefined ? null : new RegExp(field.pattern);
  const read = remembering(written => {
    const text = written.trim();
    if (values.has(text)) return readAs(text, false);
    const meant = spellings.get(plain(text));
    if (meant !== undefined) return readAs(meant, meant !== text);
    if (field.values) return unknownValue(field);
    return pattern ? matching(text, pattern, field) : readAs(text, false);
  });
  return raw => read(String(raw));
}

function spellingsOf({ values = {}, spellings }: CategoryField): ReadonlyMap<string, string> {
  const titles = Object.entries(values).flatMap(([value, { es, en }]) => [[es, value] as const, [en, value] as const]);
  const written = Object.entries(spellings);
  const codes = Object.keys(values).map(value => [value, value] as const);
  // Later entries win: what the declaration states outright is stronger than what a title suggests.
  return new Map([...titles, ...written, ...codes].map(([spelling, value]) => [plain(spelling), value]));
}

function matching(text: string, pattern: RegExp, field: CategoryField): Reading {
  const found = spellingsToTry(text).find(candidate => pattern.test(candidate));
  if (found !== undefined) return readAs(found, found !== text);
  const shape = field.example ?? field.pattern;
  return refuse(
    'wrong-format',
    { es: `un valor como ${shape}`, en: `a value such as ${shape}` },
    { es: `Escriba el código, por ejemplo ${shape}.`, en: `Write the code, for example ${shape}.` },
  );
}

function unknownValue({ values = {} }: CategoryField) {
  const codes = Object.keys(values);
  const shown = codes.slice(0, listed).join(', ') + (codes.length > listed ? ', …' : '');
  return refuse(
    'unknown-value',
    { es: `uno de estos valores: ${shown}`, en: `one of these values: ${shown}` },
    {
      es: 'Use uno de los códigos, o pida que se añada esta forma de escribirlo.',
      en: 'Use one of the codes, or ask for this spelling to be added.',
    },
  );
}
