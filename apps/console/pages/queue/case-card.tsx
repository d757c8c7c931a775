import type { QueueItem } from '@rikuy/contracts';
import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { useOfficeName } from '../../ui/office-name.ts';
import { OutcomeChip } from '../../ui/outcome-chip.tsx';
import { ShortReasons } from '../../ui/reason-list.tsx';
import { CaseStatus } from './case-status.tsx';
import { LaneMark } from './lane-mark.tsx';
import classes from './queue-list.module.css';

interface CaseCardProps {
  readonly item: QueueItem;
  readonly position: number;
}

/** A case on a phone. */
export function CaseCard({ item, position }: CaseCardProps) {
  const { t, format } = useTexts();
  const useCase = useUseCase();
  const nameOf = useOfficeName();
  return (
    <div role="row" aria-rowindex={position + 2} className={classes.card}>
      <Group role="gridcell" justify="space-between" wrap="nowrap">
        <Group gap="xs">
          <OutcomeChip useCase={useCase} outcome={item.outcome} />
          <LaneMark lane={item.lane} />
        </Group>
        <Text fw={700}>{format.roundMoney(item.expectedValue)}</Text>
      </Group>
      <Group role="gridcell" justify="space-between" wrap="nowrap" align="start">
        <div>
          <Link
            className={`identifier ${classes.entity}`}
            to="/casos/$useCase/decisiones/$id"
            params={{ useCase: useCase.id, id: item.decisionId }}
          >
            {item.entity}
          </Link>
          <Text size="xs" c="dimmed">
            {nameOf(item.office)} · {format.age(item.eventTime, Date.now())} · {t('queue.columnScore')}{' '}
            {format.share(item.score)}
          </Text>
        </div>
        <div>
          <CaseStatus item={item} />
          {!item.withinCapacity && (
            <Text size="xs" c="dimmed">
              {t('outcome.belowLine')}
            </Text>
          )}
        </div>
      </Group>
      <div role="gridcell">
        <ShortReasons reasons={item.reasons} />
      </div>
    </div>
  );
}
