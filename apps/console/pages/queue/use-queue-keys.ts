import type { QueueItem } from '@rikuy/contracts';
import { useWindowEvent } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay, useSession, useUseCase } from '../../server/session.ts';
import { useClaim } from '../../casework/case-changes.ts';
import { pressed, undone } from '../../casework/outbox.ts';
import { updateOutbox } from '../../casework/outbox-store.ts';
import { commandOf, type QueueCommand, verdictKeysOf } from '../../casework/verdict-keys.ts';

/** Moves a cursor over the cases by keyboard and does to the case under it what the key says. */
export function useQueueKeys(items: readonly QueueItem[], onMove: (position: number) => void) {
  const [position, setPosition] = useState(0);
  const useCase = useUseCase();
  const user = useSession()?.user;
  const mayWork = useMay('work-cases');
  const navigate = useNavigate();
  const claim = useClaim();
  const keys = verdictKeysOf(useCase.outcomes);

  const moveTo = (next: number) => {
    const bounded = Math.min(Math.max(next, 0), items.length - 1);
    setPosition(bounded);
    onMove(bounded);
    // The row may come into being only after the scroll.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`#case-${bounded}`)?.focus({ preventScroll: true }),
    );
  };
  const open = (item: QueueItem, veredicto?: 'abrir') =>
    void navigate({
      to: '/casos/$useCase/decisiones/$id',
      params: { useCase: useCase.id, id: item.decisionId },
      search: { veredicto },
    });
  const caseOf = ({ caseId, revision }: QueueItem) => ({ useCase: useCase.id, caseId, revision });
  const work = (command: QueueCommand, item: QueueItem) => {
    if (command.kind === 'claim') claim.mutate({ ...caseOf(item), release: item.assignee === user?.id });
    if (command.kind === 'undo') updateOutbox(undone);
    if (command.kind === 'details') open(item, 'abrir');
    if (command.kind === 'verdict' && item.status !== 'closed') {
      const { label } = command;
      updateOutbox(entries =>
        pressed(entries, { ...caseOf(item), decisionId: item.decisionId, eventId: item.eventId, label }, Date.now()),
      );
      moveTo(position + 1);
    }
  };

  useWindowEvent('keydown', event => {
    const command = commandOf(event, keys);
    const item = items[position];
    if (command === null || !item || isElsewhere(event, command)) return;
    event.preventDefault();
    if (command.kind === 'move') moveTo(position + command.by);
    else if (command.kind === 'open') open(item);
    else if (mayWork) work(command, item);
  });
  return { position, setPosition };
}

/** Typing in a field, an open menu, or Enter and arrows outside the list belong to others. */
function isElsewhere(event: KeyboardEvent, command: QueueCommand): boolean {
  if (!(event.target instanceof HTMLElement)) return false;
  if (
    event.target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"]')
  )
    return true;
  const isPlainKey = command.kind !== 'open' && !event.key.startsWith('Arrow');
  return !isPlainKey && event.target.closest('[role="grid"]') === null;
}
