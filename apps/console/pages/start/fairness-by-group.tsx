import type { Figure, GroupFairness } from '@rikuy/contracts';
import { SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { BarRow } from '../../charts/bar-row.tsx';
import { fairnessQuery } from '../../server/queries.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { ChartFrame, type Column } from '../../ui/chart-frame.tsx';

/** Below this ratio of the least to the most favoured group an explanation is due (the four-fifths rule). */
const fourFifths = 0.8;
/** Groups of fewer rows say too little to be compared. */
const fewestRows = 30;

type Group = GroupFairness['groups'][number];

/** Approvals of the model in force by group, with intervals and the line of four fifths. */
export function FairnessByGroup() {
  const { id, fairness = [] } = useUseCase();
  const found = useQuery({ ...fairnessQuery(id, 'champion'), enabled: fairness.length > 0 });
  if (fairness.length === 0) return null;
  return (
    <Awaited query={found} height={360}>
      {({ fairness: groupings }) => (
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
          {groupings.map(grouping => (
            <Grouping key={grouping.by} grouping={grouping} />
          ))}
        </SimpleGrid>
      )}
    </Awaited>
  );
}

function Grouping({ grouping: { by, groups, ratio } }: { readonly grouping: GroupFairness }) {
  const { t, say, format } = useTexts();
  const useCase = useUseCase();
  const nameOf = useGroupName(by);
  const title = useCase.fairness?.find(other => other.by === by)?.title;
  const most = Math.max(
    ...groups.filter(({ rows }) => rows >= fewestRows).map(({ favourable }) => favourable.value),
    0,
  );
  const ordered = groups.toSorted((one, other) => other.favourable.value - one.favourable.value);
  const line = fourFifths * most;
  return (
    <ChartFrame
      question={t('start.fairnessTitle', { outcome: say(useCase.outcomes[0].title), group: title ? say(title) : by })}
      columns={useGroupColumns(nameOf)}
      rows={ordered}
      file={`${useCase.id}-fairness-${by}`}
    >
      <Text size="sm" mb="xs">
        {t(ratio < fourFifths ? 'start.ratioBelow' : 'start.ratioAbove', { ratio: format.decimal(ratio) })}
      </Text>
      <div>
        {ordered.map(({ group, rows, favourable }) => (
          <BarRow
            key={group}
            title={nameOf(group)}
            hint={t(rows < fewestRows ? 'start.fewRows' : 'start.rows', { rows: format.integer(rows) })}
            value={favourable.value}
            interval={favourable}
            text={format.share(favourable.value)}
            mark={line}
          />
        ))}
      </div>
      <Text size="xs" c="dimmed" mt="xs">
        {t('start.fourFifths', { share: format.share(line) })}
      </Text>
    </ChartFrame>
  );
}

/** A group as people call it, where the record declares its values. */
function useGroupName(by: string): (group: string) => string {
  const { say } = useTexts();
  const { record } = useUseCase();
  const field = record.fields.find(({ name }) => name === by);
  const values = field?.kind === 'category' ? field.values : undefined;
  return group => (values?.[group] ? say(values[group]) : group);
}

function useGroupColumns(nameOf: (group: string) => string): readonly Column<Group>[] {
  const { t, format } = useTexts();
  const bounded = (figure: Figure | null) =>
    figure ? `${format.share(figure.value)} (${format.share(figure.low)} – ${format.share(figure.high)})` : '—';
  return [
    { title: t('start.group'), value: row => row.group, text: row => nameOf(row.group) },
    { title: t('models.rows'), value: row => row.rows, numeric: true },
    {
      title: t('start.approved'),
      value: row => row.favourable.value,
      text: row => bounded(row.favourable),
      numeric: true,
    },
    {
      title: t('start.wronglyRefused'),
      value: row => row.wronglyRefused?.value ?? null,
      text: row => bounded(row.wronglyRefused),
      numeric: true,
    },
    {
      title: t('start.wronglyPassed'),
      value: row => row.wronglyPassed?.value ?? null,
      text: row => bounded(row.wronglyPassed),
      numeric: true,
    },
  ];
}
