import { Group, Text } from '@mantine/core';
import type { Workload } from './capacity.ts';
import { useTexts } from '../text/use-texts.ts';
import classes from './capacity-bar.module.css';

interface CapacityBarProps {
  readonly title: string;
  readonly workload: Workload;
}

/** `32 de 40 inspecciones`: what is done, what still fits, where the line falls, and what lies below it. */
export function CapacityBar({ title, workload }: CapacityBarProps) {
  const { t, format } = useTexts();
  const { capacity, done, within, below } = workload;
  const whole = Math.max(capacity, done + within) + below;
  const width = (cases: number) => ({ width: `${whole === 0 ? 0 : (100 * cases) / whole}%` });
  const summary = t('home.capacityDone', {
    count: capacity,
    done: format.integer(done),
    capacity: format.integer(capacity),
  });
  const rest = below > 0 ? t('home.capacityBelow', { count: below }) : t('home.capacityRoom');
  return (
    <div>
      <Group justify="space-between" gap="xs" mb={4}>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Text size="sm">
          {summary}
          {' · '}
          <Text span c={below > 0 ? 'var(--outcome-warning-text)' : 'dimmed'}>
            {rest}
          </Text>
        </Text>
      </Group>
      <div className={classes.bar} role="img" aria-label={`${title}: ${summary}; ${rest}`}>
        <div className={classes.done} style={width(done)} />
        <div className={classes.within} style={width(within)} />
        <div className={classes.room} style={width(Math.max(0, capacity - done - within))} />
        <div className={classes.below} style={width(below)} />
      </div>
    </div>
  );
}

/** What the parts of the bars mean. */
export function CapacityLegend() {
  const { t } = useTexts();
  return (
    <Group gap="md" mt="sm">
      <Key className={classes.done}>{t('home.capacityLegendDone')}</Key>
      <Key className={classes.within}>{t('home.capacityLegendWaiting')}</Key>
      <Key className={classes.below}>{t('home.capacityLegendBelow')}</Key>
    </Group>
  );
}

function Key({ className, children }: { readonly className: string; readonly children: string }) {
  return (
    <Group gap={6} wrap="nowrap">
      <span className={`${classes.key} ${className}`} />
      <Text size="xs" c="dimmed">
        {children}
      </Text>
    </Group>
  );
}
