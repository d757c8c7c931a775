import type { Evaluation, Figure } from '@rikuy/contracts';
import { Table } from '@mantine/core';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { FigureText } from '../../ui/figure-text.tsx';
import { Section } from '../../ui/section.tsx';

/** What inspecting a small share achieves, with intervals. */
export function SharesTable({ evaluation: { atShares } }: { readonly evaluation: Evaluation }) {
  const { t, format } = useTexts();
  const { currency } = useUseCase();
  const inShares = (figure: Figure) => <FigureText figure={figure} text={value => format.share(value, 1)} />;
  const inMoney = (figure: Figure) => (
    <FigureText figure={figure} text={amount => format.roundMoney({ amount, currency })} />
  );
  const titles = [
    t('models.share'),
    t('models.precision'),
    t('models.recall'),
    t('models.lift'),
    t('models.revenue'),
    t('models.revenueShare'),
  ];
  return (
    <Section title={t('models.sharesTitle')}>
      <Table.ScrollContainer
        minWidth={760}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('models.sharesTitle') } }}
      >
        <Table fz="sm">
          <Table.Thead>
            <Table.Tr>
              {titles.map(title => (
                <Table.Th
                  key={title}
                  scope="col"
                  className="numeric"
                  title={title === t('models.lift') ? t('models.liftHint') : undefined}
                >
                  {title}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {atShares.map(row => (
              <Table.Tr key={row.share}>
                <Table.Th scope="row" className="numeric">
                  {format.share(row.share)}
                </Table.Th>
                <Table.Td className="numeric">{inShares(row.precision)}</Table.Td>
                <Table.Td className="numeric">{inShares(row.recall)}</Table.Td>
                <Table.Td className="numeric">{format.decimal(row.lift, 1)} ×</Table.Td>
                <Table.Td className="numeric">{inMoney(row.revenue)}</Table.Td>
                <Table.Td className="numeric">{inShares(row.revenueShare)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}
