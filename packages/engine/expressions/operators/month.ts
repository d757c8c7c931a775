import { calendarCall, calendarOperator } from '../calendar-operator.ts';
import type { Expression, Operand } from '../expression.ts';

export const monthOperator = calendarOperator({
  name: 'month',
  summary: 'The month of a time, 1 to 12.',
  part: wallClock => wallClock.getUTCMonth() + 1,
});

/** `month(record('at'))`: 1 to 12, in America/Lima unless another zone is given. */
export const month = (time: Operand, zone?: string): Expression => calendarCall('month', time, zone);
