import { Text } from '@mantine/core';
import { BarRow } from '../../charts/bar-row.tsx';
import { rulesFired, useRecentCases } from '../../casework/recent-cases.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { ChartFrame } from '../../ui/chart-frame.tsx';

/** Which expert rules fired on the cases of the last days, and how often. */
export function RulesFired() {
  const { t } = useTexts();
  const { id } = useUseCase();
  const recent = useRecentCases(id, { days: 14 });
  return (
    <Awaited query={recent} height={200}>
      {items => <Rules rules={rulesFired(items)} empty={t('start.rulesNone', { count: items.length })} />}
    </Awaited>
  );
}

function Rules({ rules, empty }: { readonly rules: ReturnType<typeof rulesFired>; readonly empty: string }) {
  const { t, say, format } = useTexts();
  const { id } = useUseCase();
  const most = rules[0]?.count ?? 1;
  return (
    <ChartFrame
      question={t('start.rulesTitle')}
      columns={[
        { title: t('start.rule'), value: row => row.code, text: row => say(row.reason.short) },
        { title: t('start.cases'), value: row => row.count, numeric: true },
      ]}
      rows={rules}
      file={`${id}-rules`}
    >
      {rules.length === 0 && <Text c="dimmed">{empty}</Text>}
      {rules.slice(0, 8).map(({ code, reason, count }) => (
        <BarRow
          key={code}
          title={say(reason.short)}
          hint={say(reason.text)}
          value={count / most}
          text={format.integer(count)}
        />
      ))}
    </ChartFrame>
  );
}
