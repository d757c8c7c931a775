import {
  type FieldProblem,
  type Language,
  type Rejection,
  RikuyError,
  type RecordValues,
  type ScoreAnswer,
} from '@rikuy/contracts';
import {
  answerOf,
  type EventToScore,
  findCounterfactual,
  parseRecord,
  previewEvent,
  recordEvents,
  type UseCase,
} from '@rikuy/engine';
import type { FastifyRequest } from 'fastify';
import type { Handlers } from '../bind-routes.ts';
import { languageOf, toProblem } from '../problems.ts';
import type { Bench } from './bench.ts';

type Own = Pick<Handlers, 'score' | 'preview' | 'previewCounterfactual' | 'scoreMany' | 'record'>;
type RawEvent = { readonly eventId?: string; readonly record: RecordValues };
type Wanted = { readonly useCaseId: string; readonly language: Language };

export function scoringHandlers(bench: Bench): Own {
  const { services } = bench;
  return {
    score: async ({ params, query, body, request }) => scoreOne(bench, wanted(params, request), body, query.timings),
    preview: async ({ params, body, request }) => {
      const { live } = services.of(params.useCase);
      return previewEvent(live, validated(live.useCase, body, wanted(params, request).language).values);
    },
    previewCounterfactual: async ({ params, body, request }) => {
      const { live } = services.of(params.useCase);
      return findCounterfactual(live, validated(live.useCase, body, wanted(params, request).language).values);
    },
    scoreMany: async ({ params, body, request }) => {
      const { live } = services.of(params.useCase);
      live.model();
      const results = await Promise.all(
        body.events.map(event => decidedOrRefused(bench, wanted(params, request), event)),
      );
      const decided = results.filter(({ kind }) => kind === 'decided').length;
      return { results, decided, refused: results.length - decided };
    },
    record: async ({ params: { useCase, recordType }, body, request }) => {
      const { live } = services.of(useCase);
      const language = languageOf(request.headers['accept-language']);
      const parsed = body.records.map(raw => parseRecord(live.useCase, recordType, raw));
      const accepted = parsed.flatMap(one => (one.kind === 'accepted' ? [one.values] : []));
      const { appended, duplicates } = await recordEvents(live, bench.platform.stores, {
        recordType,
        records: accepted,
      });
      const rejected = parsed.flatMap((one, position) =>
        one.kind === 'rejected' ? [{ position, fields: problemsOf(one.rejections, language) }] : [],
      );
      return { accepted: appended, duplicates, rejected };
    },
  };
}

async function scoreOne(
  { services, metrics }: Bench,
  { useCaseId, language }: Wanted,
  event: RawEvent,
  withTimings: boolean,
): Promise<ScoreAnswer> {
  const { live, score } = services.of(useCaseId);
  const { decision, repeated, timings } = await score(validated(live.useCase, event, language));
  if (!repeated) {
    metrics.decisions.inc({ use_case: useCaseId, outcome: decision.outcome, lane: decision.lane });
    metrics.scores.observe({ use_case: useCaseId }, decision.score);
    for (const [stage, ms] of Object.entries(timings))
      metrics.stageSeconds.observe({ use_case: useCaseId, stage }, ms / 1000);
  }
  return answerOf(decision, repeated, withTimings ? timings : undefined);
}

async function decidedOrRefused(bench: Bench, to: Wanted, event: RawEvent) {
  try {
    return { kind: 'decided', answer: await scoreOne(bench, to, event, false) } as const;
  } catch (error) {
    const { code, detail, fields } = toProblem(error, to.language);
    if (code === 'internal') throw error;
    return { kind: 'refused', code, detail, fields } as const;
  }
}

function wanted({ useCase }: { readonly useCase: string }, request: FastifyRequest): Wanted {
  return { useCaseId: useCase, language: languageOf(request.headers['accept-language']) };
}

/** @throws RikuyError `invalid-record` with every field that is wrong */
function validated(useCase: UseCase, { eventId, record }: RawEvent, language: Language): EventToScore {
  const parsed = parseRecord(useCase, useCase.decides, record);
  if (parsed.kind === 'accepted') return { values: parsed.values, eventId };
  const fields = problemsOf(parsed.rejections, language);
  throw new RikuyError('invalid-record', fields.map(({ field, message }) => `\`${field}\`: ${message}`).join(' '), {
    fields,
  });
}

function problemsOf(rejections: readonly Rejection[], language: Language): FieldProblem[] {
  return rejections.map(({ field, message, repair }) => ({
    field,
    message: `${message[language]} ${repair[language]}`,
  }));
}
