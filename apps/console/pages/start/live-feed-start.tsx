import type { QueueItem } from '@rikuy/contracts';
import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { amountAtStake, useRecentCases } from '../../casework/recent-cases.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { OutcomeChip } from '../../ui/outcome-chip.tsx';
import { ShortReasons } from '../../ui/reason-list.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './live-feed-start.module.css';
import { StartPage } from './start-page.tsx';

const everyMs = 4000;
const shown = 40;

/** Compliance officers: the decisions that ask for a look as they come, the newest on top; may be held still. */
export function LiveFeedStart() {
  const { t } = useTexts();
  const { id } = useUseCase();
  const [isPaused, setPaused] = useState(false);
  const recent = useRecentCases(id, { days: 7, every: isPaused ? false : everyMs });
  return (
    <StartPage
      actions={
        <Button
          variant="default"
          leftSection={isPaused ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />}
          onClick={() => setPaused(!isPaused)}
          aria-pressed={isPaused}
        >
          {isPaused ? t('start.feedGoOn') : t('start.feedPause')}
        </Button>
      }
    >
      <Awaited query={recent} height={480}>
        {items => <Feed items={items} isPaused={isPaused} />}
      </Awaited>
    </StartPage>
  );
}

function Feed({ items, isPaused }: { readonly items: readonly QueueItem[]; readonly isPaused: boolean }) {
  const { t, format } = useTexts();
  const state = isPaused ? t('start.feedPaused') : t('start.feedLive', { seconds: everyMs / 1000 });
  return (
    <Section title={t('start.feedTitle')}>
      <Text size="sm" c="dimmed" role="status">
        {state}{' '}
        {t('start.feedCount', {
          shown: format.integer(Math.min(shown, items.length)),
          all: format.integer(items.length),
        })}
      </Text>
      {items.length === 0 && <EmptyNotice title={t('queue.emptyDayTitle')} detail={t('queue.emptyDayDetail')} />}
      <ul className={classes.feed}>
        {items.slice(0, shown).map(item => (
          <li key={item.caseId}>
            <FeedEntry item={item} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function FeedEntry({ item }: { readonly item: QueueItem }) {
  const { t, format } = useTexts();
  const useCase = useUseCase();
  return (
    <Link
      className={classes.entry}
      to="/casos/$useCase/decisiones/$id"
      params={{ useCase: useCase.id, id: item.decisionId }}
    >
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <OutcomeChip useCase={useCase} outcome={item.outcome} />
          <span className="identifier">{item.entity}</span>
          <Text size="xs" c="dimmed">
            {format.dateTime(item.eventTime)} · {t(`status.${item.status}`)}
          </Text>
        </Group>
        <Text fw={600}>{format.roundMoney(amountAtStake(item))}</Text>
      </Group>
      <Stack gap={2}>
        <ShortReasons reasons={item.reasons} />
      </Stack>
    </Link>
  );
}
