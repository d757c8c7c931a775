import type { QueueItem } from '@rikuy/contracts';
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queueQuery } from '../../server/queries.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { OutcomeChip } from '../../ui/outcome-chip.tsx';
import { ShortReasons } from '../../ui/reason-list.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './top-of-queue.module.css';

/** The five open cases worth most, with why. */
export function TopOfQueue({ day }: { readonly day: string }) {
  const { t } = useTexts();
  const useCase = useUseCase();
  const top = useInfiniteQuery({
    ...queueQuery(useCase.id, { day, status: 'open' }, 5),
    select: data => data.pages[0]?.items ?? [],
  });
  const all = (
    <Anchor
      renderRoot={props => (
        <Link {...props} to="/casos/$useCase/cola" params={{ useCase: useCase.id }} search={{ dia: day }} />
      )}
      size="sm"
      className={classes.all}
    >
      {t('home.topAll')}
    </Anchor>
  );
  return (
    <Section title={t('home.topTitle')} aside={all}>
      <Awaited query={top} height={260}>
        {items =>
          items.length === 0 ? (
            <EmptyNotice title={t('home.topEmpty')} />
          ) : (
            <Stack gap={0}>
              {items.map(item => (
                <TopItem key={item.caseId} item={item} />
              ))}
            </Stack>
          )
        }
      </Awaited>
    </Section>
  );
}

function TopItem({ item }: { readonly item: QueueItem }) {
  const { format } = useTexts();
  const useCase = useUseCase();
  return (
    <Link
      className={classes.item}
      to="/casos/$useCase/decisiones/$id"
      params={{ useCase: useCase.id, id: item.decisionId }}
    >
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Group gap="xs" wrap="nowrap" miw={0}>
          <OutcomeChip useCase={useCase} outcome={item.outcome} />
          <Text size="sm" className="identifier" truncate>
            {item.entity}
          </Text>
        </Group>
        <Text fw={600} className="numeric">
          {format.roundMoney(item.expectedValue)}
        </Text>
      </Group>
      <ShortReasons reasons={item.reasons} />
    </Link>
  );
}
