import type { QualityReport, QualityResult } from '@rikuy/contracts';
import { Table, Text } from '@mantine/core';
import { useTexts } from '../../text/use-texts.ts';
import { Facts } from '../../ui/facts.tsx';
import { QualityBadge } from './quality-badge.tsx';

/** Every check with what was measured and from where on it warns and fails; what fails comes first. */
export function QualityChecks({ report }: { readonly report: QualityReport }) {
  const { t, format } = useTexts();
  const { counts, checks, assessedAt } = report;
  const order = { fail: 0, warn: 1, pass: 2 };
  return (
    <>
      <Table.ScrollContainer
        minWidth={640}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('data.qualityTitle') } }}
      >
        <Table verticalSpacing="xs" aria-label={t('data.qualityTitle')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('data.result')}</Table.Th>
              <Table.Th scope="col">{t('data.check')}</Table.Th>
              <Table.Th scope="col">{t('data.measured')}</Table.Th>
              <Table.Th scope="col">{t('data.limits')}</Table.Th>
              <Table.Th scope="col">{t('data.examples')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {checks
              .toSorted((a, b) => order[a.status] - order[b.status])
              .map(check => (
                <CheckRow key={check.id} check={check} />
              ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Facts
        facts={[
          { name: t('data.missingHandled'), value: format.integer(counts.missing_values_handled) },
          { name: t('data.outliersRemoved'), value: format.integer(counts.outliers_removed) },
          { name: t('data.inconsistenciesFixed'), value: format.integer(counts.inconsistencies_fixed) },
          { name: t('data.assessed'), value: format.dateTime(Date.parse(assessedAt)) },
        ]}
      />
    </>
  );
}

function CheckRow({ check }: { readonly check: QualityResult }) {
  const { t, say, format } = useTexts();
  const { status, title, fields, value, warn, fail, measure, checked, violations, examples } = check;
  const told = useMeasure(measure);
  // A share of 0 means: a single row is enough.
  const atLimit = (limit: number) => (measure === 'share' && limit === 0 ? t('data.anyRow') : told(limit));
  const limits = [
    ...(warn === null ? [] : [t('data.warnsAt', { limit: atLimit(warn) })]),
    ...(fail === null ? [] : [t('data.failsAt', { limit: atLimit(fail) })]),
  ];
  return (
    <Table.Tr>
      <Table.Td>
        <QualityBadge status={status} />
      </Table.Td>
      <Table.Td>
        {say(title)}
        {fields.length > 0 && (
          <Text size="xs" c="dimmed" className="identifier">
            {fields.join(', ')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {value === null ? t('data.nothingMeasured') : told(value)}
        {measure === 'share' && (
          <Text size="xs" c="dimmed">
            {t('data.ofRows', { violations: format.integer(violations), checked: format.integer(checked) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{limits.length === 0 ? '—' : limits.map(limit => <div key={limit}>{limit}</div>)}</Table.Td>
      <Table.Td className="identifier">{examples.length === 0 ? '—' : examples.join(', ')}</Table.Td>
    </Table.Tr>
  );
}

function useMeasure(measure: QualityResult['measure']): (value: number) => string {
  const { t, format } = useTexts();
  return value => {
    switch (measure) {
      case 'share':
        return format.share(value, 2);
      case 'days':
        return format.measured(value, 'days');
      case 'rows':
        return t('data.rowCount', { rows: format.integer(value) });
      case 'psi':
        return `PSI ${format.decimal(value, 3)}`;
      case 'ks':
        return `KS ${format.decimal(value, 3)}`;
      default:
        return measure satisfies never;
    }
  };
}
