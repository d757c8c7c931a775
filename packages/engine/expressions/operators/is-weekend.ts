import { calendarCall, calendarOperator } from '../calendar-operator.ts';
import type { Expression, Operand } from '../expression.ts';

export const isWeekendOperator = calendarOperator({
  name: 'isWeekend',
  summary: 'Whether a time falls on Saturday or Sunday.',
  part: wallClock => Number(wallClock.getUTCDay() % 6 === 0),
  gives: 'boolean',
});

/** `isWeekend(record('at'))`: Saturday or Sunday, in America/Lima unless another zone is given. */
export const isWeekend = (time: Operand, zone?: string): Expression => calendarCall('isWeekend', time, zone);
