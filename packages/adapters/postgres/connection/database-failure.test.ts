import { RikuyError } from '@rikuy/contracts';
import { describe, expect, it } from 'vitest';
import { DatabaseFailure, isUniqueViolation, withoutValues } from './database-failure.ts';

/** As drivers throw them: message and detail quote the row. */
const duplicate = Object.assign(new Error('duplicate key value, RUC 20123456789'), {
  code: '23505',
  constraint: 'decision_event',
  detail: 'Key (event_id)=(20123456789) already exists.',
});

describe('errors of the database', () => {
  it('keep no value of a row, not in the message, not in the cause', async () => {
    const error = await withoutValues(Promise.reject(duplicate)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DatabaseFailure);
    expect(error).toMatchObject({ code: '23505', message: 'PostgreSQL error 23505 at decision_event' });
    expect(JSON.stringify(error) + String((error as Error).stack) + String((error as Error).cause)).not.toMatch(
      /2012345/,
    );
    expect(isUniqueViolation(error, 'decision_event')).toBe(true);
  });

  it('say what is wrong with a statement, which holds no values', async () => {
    const misspelt = Object.assign(new Error('column "scoer" does not exist'), { code: '42703' });
    await expect(withoutValues(Promise.reject(misspelt))).rejects.toThrow('column "scoer" does not exist');
  });

  it.each(['ECONNREFUSED', '57P01', '53100', '08006', undefined])(
    'mean that storage is unavailable: %s',
    async code => {
      const error = await withoutValues(Promise.reject(Object.assign(new Error('gone'), { code }))).catch(
        (caught: unknown) => caught,
      );
      expect(error).toBeInstanceOf(RikuyError);
      expect(error).toMatchObject({ code: 'storage-unavailable' });
    },
  );
});
