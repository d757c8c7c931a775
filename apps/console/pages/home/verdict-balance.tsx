import type { QueueSummary } from '@rikuy/contracts';
import { Group, Stack, Text } from '@mantine/core';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Section } from '../../ui/section.tsx';
import classes from './verdict-balance.module.css';

/** How many suspicions the verdicts confirmed, on the day and over the month. */
export function VerdictBalance({ summary }: { readonly summary: QueueSummary }) {
  const { t } = useTexts();
  const { recoveredByDay } = summary;
  const month = {
    verdicts: recoveredByDay.reduce((sum, { verdicts }) => sum + verdicts, 0),
    confirmed: recoveredByDay.reduce((sum, { confirmed }) => sum + confirmed, 0),
  };
  return (
    <Section title={t('home.balanceTitle')}>
      <Stack gap="lg">
        <Balance title={t('home.balanceDay')} verdicts={summary.verdicts} confirmed={summary.confirmed} />
        <Balance title={t('home.balanceMonth')} verdicts={month.verdicts} confirmed={month.confirmed} />
      </Stack>
    </Section>
  );
}

interface BalanceProps {
  readonly title: string;
  readonly verdicts: number;
  readonly confirmed: number;
}

function Balance({ title, verdicts, confirmed }: BalanceProps) {
  const { t, say, format } = useTexts();
  const { label } = useUseCase();
  const share = verdicts === 0 ? 0 : confirmed / verdicts;
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {title}
      </Text>
      {verdicts === 0 ? (
        <Text size="sm" c="dimmed">
          {t('home.balanceEmpty')}
        </Text>
      ) : (
        <>
          <div className={classes.bar} aria-hidden>
            <div className={classes.confirmed} style={{ width: `${share * 100}%` }} />
          </div>
          <Group justify="space-between" mt={4}>
            <Text size="sm">
              <span className={`${classes.key} ${classes.confirmed}`} aria-hidden />
              {say(label.positive)}: {format.integer(confirmed)} ({format.share(share)})
            </Text>
            <Text size="sm">
              <span className={`${classes.key} ${classes.cleared}`} aria-hidden />
              {say(label.negative)}: {format.integer(verdicts - confirmed)}
            </Text>
          </Group>
        </>
      )}
    </div>
  );
}
