import { type FieldReader, readAs, refuse } from '../reading.ts';
import { plain } from '../spelling.ts';

const yes = ['1', 'true', 't', 'si', 's', 'yes', 'y', 'verdadero', 'v'];
const no = ['0', 'false', 'f', 'no', 'n', 'falso'];

const meanings: ReadonlyMap<string, boolean> = new Map([
  ...yes.map(word => [word, true] as const),
  ...no.map(word => [word, false] as const),
]);

/** Reads yes and no in both languages, 1 and 0; `1.0` and `0.0` too, as exports of numbers write them. */
export const booleanReader: FieldReader = raw => {
  if (typeof raw === 'boolean') return readAs(raw, false);
  const meaning = meanings.get(plain(String(raw).replace(/\.0+$/, '')));
  return meaning === undefined ? neither : readAs(meaning, raw !== 'true' && raw !== 'false');
};

const neither = refuse(
  'unknown-value',
  { es: 'sí o no', en: 'yes or no' },
  { es: 'Escriba sí o no, true o false, 1 o 0.', en: 'Write yes or no, true or false, 1 or 0.' },
);
