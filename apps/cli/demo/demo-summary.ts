import type { Decision, Language, LoadReport, ModelManifest } from '@rikuy/contracts';
import { formatValue } from '@rikuy/engine';
import type { Platform } from '@rikuy/runtime';
import { describeLoad } from '../ingest-files.ts';
import { evaluationTable } from '../output/evaluation-table.ts';

const useCaseId = 'customs';

/** What the demo did, to be told at its end. */
export interface DemoSummary {
  readonly address: string;
  readonly signedInAs: string;
  readonly seconds: number;
  readonly loads: readonly LoadReport[];
  readonly model: ModelManifest;
  readonly outcomes: Readonly<Record<string, number>>;
  /** The most valuable decision waiting. */
  readonly decision: Decision | null;
}

export async function demoSummary(
  { stores }: Platform,
  { address, seconds }: { readonly address: string; readonly seconds: number },
): Promise<DemoSummary> {
  const { eventLog, modelStore, decisionLog, caseStore } = stores;
  const queue = await caseStore.queue({ useCase: useCaseId, status: 'open', limit: 1 });
  const [first] = queue.items;
  return {
    address,
    signedInAs: 'oficial',
    seconds,
    loads: await eventLog.loads(useCaseId),
    model: (await modelStore.champion(useCaseId))!,
    outcomes: await decisionLog.counts(useCaseId),
    decision: first ? await decisionLog.find(useCaseId, first.decisionId) : null,
  };
}

/** The summary for people. */
export function describeDemo(summary: DemoSummary, language: Language): string {
  const { address, signedInAs, seconds, loads, model, outcomes, decision } = summary;
  const counts = Object.entries(outcomes).map(([outcome, count]) => `${outcome} ${count}`);
  const es = language === 'es';
  return [
    ...loads.map(load => describeLoad(load, language)),
    '',
    `${es ? 'Modelo' : 'Model'} ${model.version} (${model.chosen})`,
    evaluationTable(model.evaluations, language),
    '',
    `${es ? 'Decisiones' : 'Decisions'}: ${counts.join(', ')}`,
    ...(decision ? describeDecision(decision, language) : []),
    '',
    es
      ? `Listo en ${seconds.toFixed(0)} s. Abra ${address} – la demo lo recibe como «${signedInAs}»; puede cambiar de usuario en la consola.`
      : `Ready in ${seconds.toFixed(0)} s. Open ${address} – the demo signs you in as "${signedInAs}"; change the user in the console.`,
  ].join('\n');
}

function describeDecision(decision: Decision, language: Language): string[] {
  const { eventId, outcome, score, expectedValue, reasons } = decision;
  return [
    `${language === 'es' ? 'Primera de la cola' : 'First of the queue'}: ${eventId} → ${outcome}, ${formatValue(score, 'share', language)}, ${expectedValue.currency} ${expectedValue.amount.toFixed(2)}`,
    ...reasons.slice(0, 3).map(({ text }) => `  · ${text[language]}`),
  ];
}
