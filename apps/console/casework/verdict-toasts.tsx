import type { UseCaseDescription } from '@rikuy/contracts';
import { Button, Group, Notification, Portal, Stack, VisuallyHidden } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { client } from '../server/client.ts';
import { failureOf, hasCode } from '../server/failure.ts';
import { useCasesQuery } from '../server/queries.ts';
import { useTexts } from '../text/use-texts.ts';
import { wordsFor } from '../ui/failure-notice.tsx';
import { showChangedCase } from './case-changes.ts';
import { changed, due, type OutboxEntry, without } from './outbox.ts';
import { currentOutbox, updateOutbox, useOutbox } from './outbox-store.ts';
import classes from './verdict-toasts.module.css';

/** Verdicts by keyboard: they wait some seconds for an undo, are sent, and say so if that fails. */
export function VerdictToasts() {
  const { t } = useTexts();
  const entries = useOutbox();
  const now = useSending(entries);
  useLeaveWarning(entries);
  return (
    <Portal>
      <Stack className={classes.stack} gap="xs">
        <VisuallyHidden role="status" aria-live="polite">
          {entries.some(({ state }) => state === 'waiting') ? `${t('verdict.pending')}. U: ${t('common.undo')}` : ''}
        </VisuallyHidden>
        {entries.map(entry =>
          entry.state === 'failed' ? (
            <FailedToast key={entry.caseId} entry={entry} />
          ) : (
            <WaitingToast key={entry.caseId} entry={entry} now={now} />
          ),
        )}
      </Stack>
    </Portal>
  );
}

/** Sends what is due, looking twice a second while there is anything; returns the time looked at last. */
function useSending(entries: readonly OutboxEntry[]): number {
  const queryClient = useQueryClient();
  const [now, setNow] = useState(Date.now);
  const isWaiting = entries.some(({ state }) => state === 'waiting');
  const { start, stop } = useInterval(() => {
    setNow(Date.now());
    for (const entry of due(currentOutbox(), Date.now())) void send(entry, queryClient);
  }, 500);
  useEffect(() => {
    if (isWaiting) start();
    return stop;
  }, [isWaiting, start, stop]);
  return now;
}

async function send({ useCase, caseId, revision, label }: OutboxEntry, queryClient: QueryClient): Promise<void> {
  updateOutbox(entries => changed(entries, caseId, { state: 'sending' }));
  try {
    const closed = await client.giveVerdict({ params: { useCase, id: caseId }, body: { revision, label } });
    updateOutbox(entries => without(entries, caseId));
    showChangedCase(queryClient, closed);
  } catch (error) {
    updateOutbox(entries => changed(entries, caseId, { state: 'failed', error }));
    void queryClient.invalidateQueries({ queryKey: ['queue', useCase] });
  }
}

/** The browser asks before it closes the page on a verdict that has not left yet. */
function useLeaveWarning(entries: readonly OutboxEntry[]): void {
  const isUnsent = entries.some(({ state }) => state !== 'failed');
  useEffect(() => {
    if (!isUnsent) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    globalThis.addEventListener('beforeunload', warn);
    return () => globalThis.removeEventListener('beforeunload', warn);
  }, [isUnsent]);
}

function useVerdictWords({ useCase, label }: OutboxEntry): string {
  const { say } = useTexts();
  const { data: useCases = [] } = useQuery(useCasesQuery);
  const words: UseCaseDescription['label'] | undefined = useCases.find(({ id }) => id === useCase)?.label;
  return words ? say(label === 1 ? words.positive : words.negative) : String(label);
}

function WaitingToast({ entry, now }: { readonly entry: OutboxEntry; readonly now: number }) {
  const { t } = useTexts();
  const verdict = useVerdictWords(entry);
  const seconds = Math.max(0, Math.ceil((entry.sendAt - now) / 1000));
  return (
    <Notification
      withCloseButton={false}
      loading={entry.state === 'sending'}
      color="water"
      title={<span className="identifier">{entry.eventId}</span>}
    >
      <Group justify="space-between" wrap="nowrap" gap="sm">
        {t('verdict.sending', { verdict, seconds })}
        {entry.state === 'waiting' && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => updateOutbox(entries => without(entries, entry.caseId))}
          >
            {t('common.undo')}
          </Button>
        )}
      </Group>
    </Notification>
  );
}

function FailedToast({ entry }: { readonly entry: OutboxEntry }) {
  const texts = useTexts();
  const { t, language } = texts;
  const words = wordsFor(failureOf(entry.error, language), texts);
  // Sending the same again cannot succeed once the case has changed: a person must look first.
  const isConflict = hasCode(entry.error, 'case-conflict');
  const close = () => updateOutbox(entries => without(entries, entry.caseId));
  const again = () => updateOutbox(entries => changed(entries, entry.caseId, { state: 'waiting', sendAt: Date.now() }));
  return (
    <Notification
      role="alert"
      color="red"
      title={t('verdict.notSent')}
      onClose={close}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <span className="identifier">{entry.eventId}</span>: {words.title}
      <Group mt="xs">
        {isConflict ? (
          <Button
            size="compact-sm"
            variant="default"
            renderRoot={props => (
              <Link
                {...props}
                to="/casos/$useCase/decisiones/$id"
                params={{ useCase: entry.useCase, id: entry.decisionId }}
                onClick={close}
              />
            )}
          >
            {t('verdict.openCase')}
          </Button>
        ) : (
          <Button size="compact-sm" variant="default" onClick={again}>
            {t('common.retry')}
          </Button>
        )}
      </Group>
    </Notification>
  );
}
