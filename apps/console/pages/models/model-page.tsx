import type { Evaluation, ModelManifest } from '@rikuy/contracts';
import { Anchor, Group, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { modelQuery } from '../../server/queries.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { AwaitedPage } from '../../ui/awaited-page.tsx';
import { Identifier } from '../../ui/identifier.tsx';
import { Page } from '../../ui/page.tsx';
import { StageBadge } from '../../ui/stage-badge.tsx';
import { CalibrationChart, PrecisionRecallChart, RocChart } from './discrimination-charts.tsx';
import { EvaluationFigures } from './evaluation-figures.tsx';
import { ImportanceChart } from './importance-chart.tsx';
import { LiftChart, RevenueChart } from './inspection-charts.tsx';
import { LeakageFindings } from './leakage-findings.tsx';
import { ModelData } from './model-data.tsx';
import { PatternDetectionChart } from './pattern-detection-chart.tsx';
import { SharesTable } from './shares-table.tsx';
import { Permitted } from '../../ui/permitted.tsx';

const page = getRouteApi('/shell/casos/$useCase/modelos/$version');

/** One model version: how good it is, in what, by what, and from which data. */
export function ModelPage() {
  return (
    <Permitted permission="read-models">
      <AwaitedModel />
    </Permitted>
  );
}

function AwaitedModel() {
  const { version } = page.useParams();
  const useCase = useUseCase();
  const model = useQuery(modelQuery(useCase.id, version));
  return (
    <AwaitedPage title={version} query={model}>
      {manifest => <Model manifest={manifest} />}
    </AwaitedPage>
  );
}

function Model({ manifest }: { readonly manifest: ModelManifest }) {
  const { t } = useTexts();
  const useCase = useUseCase();
  const { figuras } = page.useSearch();
  const evaluation = evaluationShown(manifest, figuras);
  return (
    <Page
      title={`${manifest.name} ${manifest.version}`}
      heading={
        <Group gap="sm">
          <Identifier>{manifest.version}</Identifier>
          <StageBadge stage={manifest.stage} />
        </Group>
      }
      actions={
        <Anchor
          size="sm"
          renderRoot={props => <Link {...props} to="/casos/$useCase/modelos" params={{ useCase: useCase.id }} />}
        >
          {t('models.back')}
        </Anchor>
      }
    >
      <Stack gap="md">
        {manifest.evaluations.length > 1 && <EvaluationSwitch manifest={manifest} shown={evaluation?.model} />}
        {evaluation && <EvaluationCharts evaluation={evaluation} capacityShare={manifest.capacityShare} />}
        <SimpleGrid cols={{ base: 1, lg: 2 }}>
          <ImportanceChart manifest={manifest} />
          <Stack gap="md">
            <LeakageFindings findings={manifest.leakage} />
            <ModelData manifest={manifest} />
          </Stack>
        </SimpleGrid>
      </Stack>
    </Page>
  );
}

function evaluationShown({ evaluations, chosen }: ModelManifest, wanted: string | undefined): Evaluation | undefined {
  return (
    evaluations.find(({ model }) => model === wanted) ??
    evaluations.find(({ model }) => model === chosen) ??
    evaluations[0]
  );
}

interface EvaluationSwitchProps {
  readonly manifest: ModelManifest;
  readonly shown: string | undefined;
}

/** Which of the trained models the figures are of. */
function EvaluationSwitch({ manifest, shown }: EvaluationSwitchProps) {
  const { t } = useTexts();
  const navigate = page.useNavigate();
  const search = page.useSearch();
  const labelOf = (name: string) => (name === manifest.chosen ? t('models.chosenMark', { name }) : name);
  return (
    <Group gap="sm" className="screen-only">
      <Text size="sm">{t('models.evaluationOf')}</Text>
      <SegmentedControl
        aria-label={t('models.evaluationOf')}
        value={shown}
        onChange={figuras => void navigate({ search: { ...search, figuras }, replace: true })}
        data={manifest.evaluations.map(({ model }) => ({ value: model, label: labelOf(model) }))}
      />
    </Group>
  );
}

interface EvaluationChartsProps {
  readonly evaluation: Evaluation;
  readonly capacityShare: number;
}

function EvaluationCharts({ evaluation, capacityShare }: EvaluationChartsProps) {
  const { parte } = page.useSearch();
  const search = page.useSearch();
  const navigate = page.useNavigate();
  return (
    <>
      <EvaluationFigures evaluation={evaluation} />
      <SharesTable evaluation={evaluation} />
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <LiftChart evaluation={evaluation} capacityShare={capacityShare} />
        <RevenueChart evaluation={evaluation} capacityShare={capacityShare} />
        <RocChart evaluation={evaluation} />
        <PrecisionRecallChart evaluation={evaluation} />
        <CalibrationChart evaluation={evaluation} />
        <PatternDetectionChart
          evaluation={evaluation}
          share={parte}
          onShare={chosen => void navigate({ search: { ...search, parte: chosen }, replace: true })}
        />
      </SimpleGrid>
    </>
  );
}
