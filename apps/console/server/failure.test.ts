import { ProblemError } from '@rikuy/contracts';
import { describe, expect, it } from 'vitest';
import { failureOf, hasCode } from './failure.ts';

function answered(status: number, code: string): ProblemError {
  return new ProblemError({ type: 'about:blank', title: 'As sent', status, code, detail: 'What to do.', fields: [] });
}

describe('failureOf', () => {
  it('says a known error in the language of the page', () => {
    expect(failureOf(answered(409, 'case-conflict'), 'es')).toMatchObject({
      kind: 'problem',
      code: 'case-conflict',
      title: 'El caso cambió entretanto',
    });
    expect(failureOf(answered(409, 'case-conflict'), 'en').title).toBe('The case has changed meanwhile');
  });

  it('keeps the words of an error that only a newer server knows', () => {
    expect(failureOf(answered(418, 'teapot'), 'es').title).toBe('As sent');
  });

  it('tells refusal and absence from trouble', () => {
    expect([
      failureOf(answered(403, 'not-permitted'), 'es').kind,
      failureOf(answered(404, 'not-found'), 'es').kind,
    ]).toEqual(['forbidden', 'missing']);
  });

  it("takes fetch's own error for a lost connection", () => {
    expect(failureOf(new TypeError('Failed to fetch'), 'es').kind).toBe('offline');
    expect(failureOf(new SyntaxError('Unexpected token'), 'es').kind).toBe('unreadable');
  });
});

it('hasCode knows errors by their code alone', () => {
  expect([
    hasCode(answered(409, 'case-conflict'), 'case-conflict'),
    hasCode(new Error('case-conflict'), 'case-conflict'),
  ]).toEqual([true, false]);
});
