import { calendarCall, calendarOperator } from '../calendar-operator.ts';
import type { Expression, Operand } from '../expression.ts';

export const hourOperator = calendarOperator({
  name: 'hour',
  summary: 'The hour of a time, 0 to 23.',
  part: wallClock => wallClock.getUTCHours(),
});

/** `hour(record('at'))`: 0 to 23, in America/Lima unless another zone is given. */
export const hour = (time: Operand, zone?: string): Expression => calendarCall('hour', time, zone);
