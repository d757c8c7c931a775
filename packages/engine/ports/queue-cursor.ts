import { z } from 'zod';
import { invalidCursor } from './refusals.ts';

const position = z.strictObject({ day: z.string(), rank: z.int(), expectedValue: z.number(), caseId: z.string() });

/** Where a page of the queue ended: day (newest first), rank, expected value (highest first), case id. */
export type QueuePosition = z.infer<typeof position>;

/** The cursor that a client gives back to get what follows this position. */
export function writeQueueCursor(after: QueuePosition): string {
  return Buffer.from(JSON.stringify(after)).toString('base64url');
}

/** @throws RikuyError `invalid-request` when the text is not a cursor of the queue */
export function readQueueCursor(cursor: string): QueuePosition {
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch (cause) {
    throw invalidCursor(cause);
  }
}
