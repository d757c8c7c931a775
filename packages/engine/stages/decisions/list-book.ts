import type { Bilingual } from '@rikuy/contracts';
import type { PlainMoment } from '../../expressions/plain-program.ts';
import type { EntryList, ListEntry } from '../../use-case/policy.ts';
import type { UseCase } from '../../use-case/use-case.ts';
import type { FiredRule } from './fired-rule.ts';

/** The lists on which a value of the record stands on the day of the event, each at most once. */
export function listBook({ policy }: UseCase): (moment: PlainMoment) => readonly FiredRule[] {
  const lists = (policy.lists ?? []).map(list => ({ list, entries: Map.groupBy(list.entries, ({ value }) => value) }));
  return ({ record, eventTime }) => {
    if (lists.length === 0) return [];
    const day = dayOf(eventTime);
    return lists.flatMap(({ list, entries }) => {
      const value = record[list.field];
      if (value === null || value === undefined) return [];
      const entry = entries.get(String(value))?.find(one => isInForce(one, day));
      return entry ? [firedBy(list, entry)] : [];
    });
  };
}

function isInForce({ from, until }: ListEntry, day: string): boolean {
  return from <= day && (until === undefined || day < until);
}

function firedBy({ id, kind, outcome, text, short }: EntryList, { reason }: ListEntry): FiredRule {
  return { id, effect: kind === 'deny' ? 'at-least' : 'at-most', outcome, text: withReason(text, reason), short };
}

function withReason(text: Bilingual, reason: Bilingual): Bilingual {
  return { es: text.es.replaceAll('{reason}', reason.es), en: text.en.replaceAll('{reason}', reason.en) };
}

const days = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Lima' });

/** `2026-12-31` in Lima. */
function dayOf(time: number): string {
  return days.format(time);
}
