import { calendarCall, calendarOperator } from '../calendar-operator.ts';
import type { Expression, Operand } from '../expression.ts';

export const dayOfWeekOperator = calendarOperator({
  name: 'dayOfWeek',
  summary: 'The day of the week of a time, Monday 1 to Sunday 7.',
  part: wallClock => wallClock.getUTCDay() || 7,
});

/** `dayOfWeek(record('at'))`: Monday is 1, Sunday 7, in America/Lima unless another zone is given. */
export const dayOfWeek = (time: Operand, zone?: string): Expression => calendarCall('dayOfWeek', time, zone);
