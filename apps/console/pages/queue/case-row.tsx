import type { QueueItem } from '@rikuy/contracts';
import { Link } from '@tanstack/react-router';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { useOfficeName } from '../../ui/office-name.ts';
import { OutcomeChip } from '../../ui/outcome-chip.tsx';
import { ShortReasons } from '../../ui/reason-list.tsx';
import { CaseStatus } from './case-status.tsx';
import { LaneMark } from './lane-mark.tsx';
import classes from './queue-list.module.css';

interface CaseRowProps {
  readonly item: QueueItem;
  readonly position: number;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
}

export function CaseRow({ item, position, isCurrent, onFocus }: CaseRowProps) {
  const { t, format } = useTexts();
  const useCase = useUseCase();
  const nameOf = useOfficeName();
  return (
    <div
      role="row"
      id={`case-${position}`}
      aria-rowindex={position + 2}
      aria-selected={isCurrent}
      data-below={!item.withinCapacity || undefined}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onFocus}
      className={`${classes.columns} ${classes.row}`}
    >
      <span role="gridcell">{format.integer(item.rank)}</span>
      <span role="gridcell">
        <OutcomeChip useCase={useCase} outcome={item.outcome} />
        <LaneMark lane={item.lane} />
      </span>
      <b role="gridcell" className="numeric">
        {format.roundMoney(item.expectedValue)}
      </b>
      <span role="gridcell" className="numeric">
        {format.share(item.score)}
      </span>
      <span role="gridcell">
        <Link
          className={`identifier ${classes.entity}`}
          tabIndex={-1}
          to="/casos/$useCase/decisiones/$id"
          params={{ useCase: useCase.id, id: item.decisionId }}
        >
          {item.entity}
        </Link>
        <span className={`identifier ${classes.minor}`}>{item.eventId}</span>
      </span>
      <span role="gridcell" title={nameOf(item.office)}>
        <span className={classes.clipped}>{nameOf(item.office)}</span>
      </span>
      <span role="gridcell" title={format.dateTime(item.eventTime)}>
        {format.age(item.eventTime, Date.now())}
      </span>
      <span role="gridcell" className={classes.reasons}>
        <ShortReasons reasons={item.reasons} />
      </span>
      <span role="gridcell">
        <CaseStatus item={item} />
        {!item.withinCapacity && <span className={classes.minor}>{t('outcome.belowLine')}</span>}
      </span>
    </div>
  );
}
