import { Button, Group, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload, IconTable } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { type CsvCell, download, toCsv } from '../format/csv.ts';
import { useTexts } from '../text/use-texts.ts';
import { Section } from './section.tsx';

/** One column of the table behind a chart. */
export interface Column<Row> {
  readonly title: string;
  /** Full precision, for the file. */
  readonly value: (row: Row) => CsvCell;
  /** As people read it; the value itself where this is absent. */
  readonly text?: (row: Row) => string;
  readonly numeric?: boolean;
}

interface ChartFrameProps<Row> {
  /** The one question that the chart answers. */
  readonly question: string;
  /** The answer in a sentence, where there is one. */
  readonly answer?: ReactNode;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Name of the file without its ending. */
  readonly file: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A chart with its question above, and its numbers as table and CSV behind. */
export function ChartFrame<Row>({ question, answer, columns, rows, file, aside, children }: ChartFrameProps<Row>) {
  const { t } = useTexts();
  const [shown, { toggle }] = useDisclosure();
  const tableId = useId();
  const save = () => {
    const cells = rows.map(row => columns.map(column => column.value(row)));
    download(
      `${file}.csv`,
      toCsv(
        columns.map(({ title }) => title),
        cells,
      ),
    );
  };
  return (
    <Section title={question} aside={aside}>
      {answer}
      {children}
      <Group gap="xs" mt="sm" className="screen-only">
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconTable size={16} aria-hidden />}
          onClick={toggle}
          aria-expanded={shown}
          aria-controls={tableId}
        >
          {shown ? t('common.hideTable') : t('common.showTable')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={save}
        >
          {t('common.downloadCsv')}
        </Button>
      </Group>
      <div id={tableId}>{shown && <NumbersTable columns={columns} rows={rows} caption={question} />}</div>
    </Section>
  );
}

interface NumbersTableProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly caption: string;
}

export function NumbersTable<Row>({ columns, rows, caption }: NumbersTableProps<Row>) {
  return (
    <Table.ScrollContainer
      minWidth={320}
      maxHeight={360}
      mt="xs"
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': caption, role: 'group' } }}
    >
      <Table stickyHeader striped fz="sm" verticalSpacing={4} aria-label={caption}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ title, numeric }) => (
              <Table.Th key={title} className={numeric ? 'numeric' : undefined} scope="col">
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <Table.Tr key={index}>
              {columns.map(({ title, value, text, numeric }) => (
                <Table.Td key={title} className={numeric ? 'numeric' : undefined}>
                  {text ? text(row) : value(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
