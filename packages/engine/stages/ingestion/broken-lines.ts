import type { Bilingual, Rejection } from '@rikuy/contracts';
import type { BrokenLine } from '../../ports/record-source.ts';
import type { RecordPlan } from './record-plan.ts';

const longest = 200;

/** The line of the reject file for a line that could not be split into fields. */
export function brokenLineRejection(plan: RecordPlan, { line, text, kind, detail }: BrokenLine): Rejection {
  const holdsPersonalData = plan.slots.some(({ field }) => field.personal);
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return {
    line,
    field: '',
    value: holdsPersonalData ? shown.replace(/[\p{Letter}\p{Number}]/gu, '*') : shown,
    reason: kind,
    message: messages[kind](detail),
    repair: repairs[kind],
  };
}

const messages: Readonly<Record<BrokenLine['kind'], (detail: Bilingual) => Bilingual>> = {
  'broken-line': ({ es, en }) => ({ es: `La línea no se puede leer: ${es}.`, en: `The line cannot be read: ${en}.` }),
  'wrong-encoding': ({ es, en }) => ({
    es: `La línea tiene otra codificación: ${es}.`,
    en: `The line has another encoding: ${en}.`,
  }),
};

const repairs: Readonly<Record<BrokenLine['kind'], Bilingual>> = {
  'broken-line': {
    es: 'Corrija la línea en el archivo de origen y vuelva a cargarlo: lo ya cargado no se repite.',
    en: 'Correct the line in the original file and load it again: what is loaded already is not repeated.',
  },
  'wrong-encoding': {
    es: 'Guarde el archivo como UTF-8, o indique su codificación al cargarlo.',
    en: 'Save the file as UTF-8, or state its encoding when loading it.',
  },
};
