import type { BrokenLine } from '@rikuy/engine';

type Fault = Pick<BrokenLine, 'kind' | 'detail'>;

/** What can be wrong with a line, in words. */
export const faults = {
  'open-quote': {
    kind: 'broken-line',
    detail: {
      es: 'abre comillas que no se cierran: ciérrelas, o duplíquelas si son parte del texto',
      en: 'it opens a quote that is never closed: close it, or double it where it is part of the text',
    },
  },
  'text-after-quote': {
    kind: 'broken-line',
    detail: {
      es: 'hay texto después de unas comillas que cierran: duplique las comillas que son parte del texto',
      en: 'text follows a closing quote: double the quotes that are part of the text',
    },
  },
  'not-an-object': {
    kind: 'broken-line',
    detail: {
      es: 'se esperaba un objeto JSON por línea',
      en: 'expected one JSON object on each line',
    },
  },
  columns: (expected: number, got: number): Fault => ({
    kind: 'broken-line',
    detail: {
      es: `se esperaban ${expected} columnas; llegaron ${got}`,
      en: `expected ${expected} columns; got ${got}`,
    },
  }),
} as const satisfies Record<string, Fault | ((expected: number, got: number) => Fault)>;

export function wrongEncoding({ line, text }: Pick<BrokenLine, 'line' | 'text'>): BrokenLine {
  return {
    kind: 'wrong-encoding',
    line,
    text,
    detail: {
      es: 'se esperaba UTF-8; si todo el archivo es Latin-1 o Windows-1252, indíquelo como codificación',
      en: 'expected UTF-8; if the whole file is Latin-1 or Windows-1252, state that as its encoding',
    },
  };
}
