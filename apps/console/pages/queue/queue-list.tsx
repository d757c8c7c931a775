import type { QueueItem } from '@rikuy/contracts';
import { Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { useOfficeTitle } from '../../ui/office-name.ts';
import { CaseCard } from './case-card.tsx';
import { CaseRow } from './case-row.tsx';
import classes from './queue-list.module.css';
import { rowOfPosition, withCapacityLine } from './queue-rows.ts';
import { useQueueKeys } from './use-queue-keys.ts';

interface QueueListProps {
  readonly items: readonly QueueItem[];
  readonly total: number;
  readonly day: string | undefined;
  readonly isFiltered: boolean;
  readonly hasMore: boolean;
  readonly onNearEnd: () => void;
}

/** All the cases as rows, or as cards on a phone; only those in sight exist in the page. */
export function QueueList(props: QueueListProps) {
  const { t, format } = useTexts();
  const { items, total, isFiltered } = props;
  if (items.length === 0)
    return isFiltered ? (
      <EmptyNotice title={t('queue.emptyTitle')} detail={t('queue.emptyDetail')} />
    ) : (
      <EmptyNotice title={t('queue.emptyDayTitle')} detail={t('queue.emptyDayDetail')} />
    );
  return (
    <div>
      <Text size="sm" c="dimmed" role="status">
        {items.length < total
          ? t('queue.shown', { loaded: format.integer(items.length), total: format.integer(total) })
          : t('queue.total', { count: total })}
      </Text>
      <VirtualCases {...props} />
    </div>
  );
}

function VirtualCases({ items, total, day, hasMore, onNearEnd }: QueueListProps) {
  const { t, format } = useTexts();
  const isPhone = useMediaQuery('(max-width: 48em)') ?? false;
  const rows = useMemo(() => withCapacityLine(items), [items]);
  const { body, top } = useTop();
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: index => (rows[index]?.kind === 'line' ? 34 : isPhone ? 168 : 58),
    overscan: 8,
    scrollMargin: top,
    scrollPaddingStart: 110,
    scrollPaddingEnd: 80,
  });
  const visible = virtualizer.getVirtualItems();
  const lastSeen = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastSeen >= rows.length - 40) onNearEnd();
  }, [hasMore, lastSeen, rows.length, onNearEnd]);

  const { position, setPosition } = useQueueKeys(items, moved =>
    virtualizer.scrollToIndex(rowOfPosition(rows, moved), { align: 'auto' }),
  );
  return (
    <div role="grid" aria-label={t('queue.list')} aria-rowcount={total + 1} className={classes.grid}>
      <ColumnTitles />
      <div role="rowgroup" className={classes.body} ref={body} style={{ height: virtualizer.getTotalSize() }}>
        {visible.map(({ index, key, start }) => {
          const row = rows[index];
          return (
            <div
              key={key}
              data-index={index}
              ref={virtualizer.measureElement}
              role="presentation"
              className={classes.slot}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              {row.kind === 'line' ? (
                <CapacityLine>{t('queue.line', { day: day ? format.day(day) : '' })}</CapacityLine>
              ) : isPhone ? (
                <CaseCard item={row.item} position={row.position} />
              ) : (
                <CaseRow
                  item={row.item}
                  position={row.position}
                  isCurrent={row.position === position}
                  onFocus={() => setPosition(row.position)}
                />
              )}
            </div>
          );
        })}
      </div>
      <Text size="sm" c="dimmed" ta="center" py="sm">
        {hasMore ? t('queue.loadingMore') : t('queue.allLoaded')}
      </Text>
    </div>
  );
}

/** Where the list begins on the page, pixels; what stands above it may grow when it has loaded. */
function useTop() {
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(Math.round((body.current?.getBoundingClientRect().top ?? 0) + globalThis.scrollY)));
  return { body, top };
}

function CapacityLine({ children }: { readonly children: string }) {
  return (
    <div role="row" className={classes.line}>
      <span role="gridcell" aria-colspan={9}>
        {children}
      </span>
    </div>
  );
}

function ColumnTitles() {
  const { t, say } = useTexts();
  const useCase = useUseCase();
  const entity = useCase.record.fields.find(({ name }) => name === useCase.entityField);
  const office = useOfficeTitle();
  const titles = [
    t('queue.columnRank'),
    t('queue.columnOutcome'),
    t('queue.columnExpected'),
    t('queue.columnScore'),
    entity ? say(entity.title) : t('queue.columnEntity'),
    office,
    t('queue.columnAge'),
    t('queue.columnReasons'),
    t('queue.columnStatus'),
  ];
  return (
    <div role="rowgroup" className={classes.titles}>
      <div role="row" aria-rowindex={1} className={classes.columns}>
        {titles.map(title => (
          <span role="columnheader" key={title}>
            {title}
          </span>
        ))}
      </div>
    </div>
  );
}
