import { dayMs } from './duration.ts';

const quarterHourMs = 900_000;

/** Milliseconds by which the zone's clocks are ahead of UTC at an instant (epoch ms). */
export type ZoneOffset = (at: number) => number;

const offsets = new Map<string, ZoneOffset>();

/** The offset of an IANA zone. */
export function zoneOffset(zone: string): ZoneOffset {
  const known = offsets.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', { ...fields, timeZone: zone });
  const ask = (at: number): number => wallClock(format, at) - at;
  const byQuarter = remembered(quarterHourMs, ask);
  // On days without a change of clocks, nearly all, one answer serves; NaN says that there is one.
  const byDay = remembered(dayMs, day => (ask(day) === ask(day + dayMs) ? ask(day) : NaN));
  const offset = (at: number): number => {
    const ofDay = byDay(at);
    return Number.isNaN(ofDay) ? byQuarter(at) : ofDay;
  };
  offsets.set(zone, offset);
  return offset;
}

/** Asks once per span of time, at its start. Clocks change at quarters of an hour, at no other moments. */
function remembered(spanMs: number, ask: ZoneOffset): ZoneOffset {
  const answers = new Map<number, number>();
  return at => {
    const span = Math.floor(at / spanMs);
    const known = answers.get(span);
    if (known !== undefined) return known;
    const answer = ask(span * spanMs);
    answers.set(span, answer);
    return answer;
  };
}

/** True of names that the runtime knows as a zone. */
export function isZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The instant at which the day `2026-12-31` begins in a zone. */
export function startOfDay(day: string, zone: string): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`);
  const offset = zoneOffset(zone);
  // The offset at the wall time read as UTC may be the one before a change of clocks, so it is asked again.
  return asUtc - offset(asUtc - offset(asUtc));
}

const fields = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;

function wallClock(format: Intl.DateTimeFormat, at: number): number {
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
}
