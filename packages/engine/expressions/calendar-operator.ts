import { z } from 'zod';
import { asExpression, type Expression, type Kind, type Operand } from './expression.ts';
import { expressionPart, noLineage, type Operator, refusal, requireKinds } from './operator.ts';
import { isZone, zoneOffset } from './zone.ts';

const node = z.strictObject({ op: z.string(), of: z.tuple([expressionPart]), zone: z.string() });

export type CalendarNode = z.infer<typeof node>;

/** Days and hours are those of this zone where nothing else is said. */
export const defaultZone = 'America/Lima';

/** An operator that takes a part of a time as the clocks of a zone show it; `part` reads the UTC fields of its date. */
export function calendarOperator(calendar: {
  readonly name: string;
  readonly summary: string;
  readonly gives?: Kind;
  readonly part: (wallClock: Date) => number;
}): Operator<CalendarNode> {
  return {
    name: calendar.name,
    summary: calendar.summary,
    schema: node,
    operands: ({ of }) => of,
    kind: ({ zone }, operands, scope) => {
      requireKinds({ name: calendar.name, takes: ['time'] }, operands, scope);
      if (!isZone(zone)) throw refusal(scope, `\`${calendar.name}\` expects an IANA zone; got \`${zone}\`.`);
      return calendar.gives ?? 'number';
    },
    bind: ({ zone }) => {
      const offset = zoneOffset(zone);
      const wallClock = new Date(0);
      return (_, time) => {
        if (typeof time !== 'number' || Number.isNaN(time)) return NaN;
        wallClock.setTime(time + offset(time));
        return calendar.part(wallClock);
      };
    },
    formula: (_, [time]) => `${calendar.name}(${time})`,
    infix: false,
    sources: () => noLineage,
  };
}

/** The expression of a calendar operator. */
export function calendarCall(op: string, time: Operand, zone: string = defaultZone): Expression {
  return { op, of: [asExpression(time)], zone };
}
