import { calendarCall, calendarOperator } from '../calendar-operator.ts';
import type { Expression, Operand } from '../expression.ts';

export const quarterOperator = calendarOperator({
  name: 'quarter',
  summary: 'The quarter of a time, 1 to 4.',
  part: wallClock => Math.floor(wallClock.getUTCMonth() / 3) + 1,
});

/** `quarter(record('at'))`: 1 to 4, in America/Lima unless another zone is given. */
export const quarter = (time: Operand, zone?: string): Expression => calendarCall('quarter', time, zone);
