import type { Bilingual, Decision, Language, LoadReport, ModelManifest } from '@rikuy/contracts';
import { type DayCount, formatValue } from '@rikuy/engine';
import type { Platform } from '@rikuy/runtime';
import { describeLoad } from '../ingest-files.ts';
import { evaluationTable } from '../output/evaluation-table.ts';

/** What the demo did, to be told at its end. */
export interface DemoSummary {
  readonly address: string;
  readonly signedInAs: string;
  readonly seconds: number;
  readonly cases: readonly CaseSummary[];
}

interface CaseSummary {
  readonly useCase: string;
  readonly title: Bilingual;
  /** Of the label, in which money is told. */
  readonly currency: string;
  readonly loads: readonly LoadReport[];
  readonly model: ModelManifest;
  readonly outcomes: Readonly<Record<string, number>>;
  /** Cases that the demo's inspector worked, by outcome, and what they brought in. */
  readonly worked: Readonly<Record<string, Worked>>;
  /** The most valuable decision waiting. */
  readonly decision: Decision | null;
}

interface Worked {
  readonly closed: number;
  readonly confirmed: number;
  readonly recovered: number;
}

export async function demoSummary(
  platform: Platform,
  { useCases, ...served }: { readonly address: string; readonly seconds: number; readonly useCases: readonly string[] },
): Promise<DemoSummary> {
  const cases = await Promise.all(useCases.map(id => caseSummary(platform, id)));
  return { ...served, signedInAs: 'oficial', cases };
}

async function caseSummary({ stores, useCase }: Platform, useCaseId: string): Promise<CaseSummary> {
  const { eventLog, modelStore, decisionLog, caseStore } = stores;
  const queue = await caseStore.queue({ useCase: useCaseId, status: 'open', limit: 1 });
  const [first] = queue.items;
  const { title, label } = useCase(useCaseId);
  return {
    useCase: useCaseId,
    title,
    currency: label.currency,
    loads: await eventLog.loads(useCaseId),
    model: (await modelStore.champion(useCaseId))!,
    outcomes: await decisionLog.counts(useCaseId),
    worked: workedIn(await caseStore.countsByDay(useCaseId)),
    decision: first ? await decisionLog.find(useCaseId, first.decisionId) : null,
  };
}

function workedIn(days: readonly DayCount[]): CaseSummary['worked'] {
  const sum = (counts: readonly DayCount[], of: keyof Worked): number => counts.reduce((all, day) => all + day[of], 0);
  const byOutcome = Map.groupBy(days, ({ outcome }) => outcome);
  return Object.fromEntries(
    [...byOutcome].map(([outcome, of]) => [
      outcome,
      { closed: sum(of, 'closed'), confirmed: sum(of, 'confirmed'), recovered: sum(of, 'recovered') },
    ]),
  );
}

interface Telling {
  readonly language: Language;
  /** Whether the server goes on after the summary. */
  readonly staysOpen: boolean;
}

/** The summary for people. */
export function describeDemo(summary: DemoSummary, { language, staysOpen }: Telling): string {
  return [
    ...summary.cases.flatMap(one => [...describeCase(one, language), '']),
    describeAddress(summary, { language, staysOpen }),
  ].join('\n');
}

function describeCase(summary: CaseSummary, language: Language): string[] {
  const { title, loads, model, decision } = summary;
  return [
    title[language].toUpperCase(),
    ...loads.map(load => describeLoad(load, language)),
    '',
    `${language === 'es' ? 'Modelo' : 'Model'} ${model.version} (${model.chosen})`,
    evaluationTable(model.evaluations, model.chosen, language),
    '',
    ...describeWork(summary, language),
    ...(decision ? ['', ...describeDecision(decision, language)] : []),
  ];
}

function describeWork({ outcomes, worked, currency }: CaseSummary, language: Language): string[] {
  const counts = Object.entries(outcomes).map(([outcome, n]) => `${formatValue(n, 'count', language)} ${outcome}`);
  const rightly = language === 'es' ? 'con razón' : 'rightly';
  const cases = Object.entries(worked).map(([outcome, { closed, confirmed }]) => {
    const share = formatValue(confirmed / Math.max(1, closed), 'share', language);
    return `${formatValue(closed, 'count', language)} ${outcome} (${share} ${rightly})`;
  });
  const recovered = Object.values(worked).reduce((sum, one) => sum + one.recovered, 0);
  const money = moneyText(recovered, currency, language);
  return language === 'es'
    ? [`Decididas en 30 días: ${counts.join(' · ')}`, `Revisadas: ${cases.join(' · ')}; ${money} recuperados`]
    : [`Decided in 30 days: ${counts.join(' · ')}`, `Inspected: ${cases.join(' · ')}; ${money} recovered`];
}

function describeDecision(decision: Decision, language: Language): string[] {
  const { eventId, outcome, score, expectedValue, reasons } = decision;
  const probability = formatValue(score, 'share', language);
  const value = moneyText(expectedValue.amount, expectedValue.currency, language);
  return [
    language === 'es'
      ? `Primera de la cola: ${eventId} → ${outcome}, probabilidad ${probability}, valor esperado ${value}`
      : `First of the queue: ${eventId} → ${outcome}, probability ${probability}, expected value ${value}`,
    ...reasons.slice(0, 3).map(({ text }) => `  · ${text[language]}`),
  ];
}

function moneyText(amount: number, currency: string, language: Language): string {
  return currency === 'PEN' || currency === 'USD'
    ? formatValue(amount, currency, language)
    : `${currency} ${formatValue(amount, 'count', language)}`;
}

function describeAddress({ address, signedInAs, seconds }: DemoSummary, { language, staysOpen }: Telling): string {
  const time = `${seconds.toFixed(0)} s`;
  if (language === 'es')
    return staysOpen
      ? `Listo en ${time}. Abra ${address} – la demo lo recibe como «${signedInAs}»; cambie de usuario en la consola. Ctrl-C la detiene.`
      : `Listo en ${time}. Atendió en ${address}; \`npm run demo\` la deja abierta en unos segundos.`;
  return staysOpen
    ? `Ready in ${time}. Open ${address} – the demo signs you in as "${signedInAs}"; change the user in the console. Ctrl-C stops it.`
    : `Ready in ${time}. It served at ${address}; \`npm run demo\` opens it again in seconds.`;
}
