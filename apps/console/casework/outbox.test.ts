import { describe, expect, it } from 'vitest';
import { changed, due, pressed, type Pressed, undone, undoWindow } from './outbox.ts';

function verdict(caseId: string, label: 0 | 1 = 1): Pressed {
  return { useCase: 'customs', caseId, decisionId: `d-${caseId}`, eventId: caseId, revision: 3, label };
}

describe('the outbox', () => {
  it('holds a verdict back until the undo has passed', () => {
    const entries = pressed([], verdict('a'), 1000);
    expect(due(entries, 1000 + undoWindow - 1)).toEqual([]);
    expect(due(entries, 1000 + undoWindow)).toHaveLength(1);
  });

  it('undoes the newest that still waits', () => {
    const two = pressed(pressed([], verdict('a'), 0), verdict('b'), 1);
    expect(undone(two).map(({ caseId }) => caseId)).toEqual(['a']);
    expect(undone(changed(two, 'b', { state: 'sending' })).map(({ caseId }) => caseId)).toEqual(['b']);
  });

  it('lets a second verdict on the same case replace the first, and starts its time anew', () => {
    const entries = pressed(pressed([], verdict('a', 1), 0), verdict('a', 0), 500);
    expect(entries).toMatchObject([{ caseId: 'a', label: 0, sendAt: 500 + undoWindow }]);
  });

  it('does not take a verdict on a case whose first is on its way', () => {
    const sending = changed(pressed([], verdict('a', 1), 0), 'a', { state: 'sending' });
    expect(pressed(sending, verdict('a', 0), 10)).toEqual(sending);
  });

  it('sends nothing twice', () => {
    const sending = changed(pressed([], verdict('a'), 0), 'a', { state: 'sending' });
    expect(due(sending, 10 * undoWindow)).toEqual([]);
  });
});
