import type { QueueItem } from '@rikuy/contracts';
import { Text } from '@mantine/core';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { useOutbox } from '../../casework/outbox-store.ts';

/** How far the case is: waiting, somebody's, closed with a finding, or with a verdict about to be sent. */
export function CaseStatus({ item }: { readonly item: QueueItem }) {
  const { t, say } = useTexts();
  const { label: words } = useUseCase();
  const pending = useOutbox().find(({ caseId }) => caseId === item.caseId);
  const label = pending?.label ?? item.label;
  const finding = label === null ? null : say(label === 1 ? words.positive : words.negative);
  return (
    <>
      <Text size="sm" fw={item.status === 'open' && !pending ? 400 : 600}>
        {pending ? t('verdict.pending') : t(`status.${item.status}`)}
      </Text>
      {(finding ?? item.assignee) && (
        <Text size="xs" c="dimmed" lineClamp={1}>
          {finding ?? item.assignee}
        </Text>
      )}
    </>
  );
}
