import { randomUUID } from 'node:crypto';
import { RikuyError, type RecordValues, type ScoreAnswer } from '@rikuy/contracts';
import { answerOf, type EventToScore, parseRecord, previewEvent, type UseCase } from '@rikuy/engine';
import type { Handlers } from '../bind-routes.ts';
import { toProblem } from '../problems.ts';
import type { Bench } from './handlers.ts';

type Own = Pick<Handlers, 'score' | 'preview' | 'scoreMany'>;
type RawEvent = { readonly eventId?: string; readonly record: RecordValues };

export function scoringHandlers(bench: Bench): Own {
  const { platform } = bench;
  return {
    score: async ({ params, query, body }) => scoreOne(bench, params.useCase, body, query.timings),
    preview: async ({ params, body }) => {
      const { live } = await platform.inService(params.useCase);
      return previewEvent(live, validated(live.useCase, { eventId: randomUUID(), ...body }).values);
    },
    scoreMany: async ({ params, body }) => {
      const { live } = await platform.inService(params.useCase);
      live.model();
      const results = await Promise.all(body.events.map(event => decidedOrRefused(bench, params.useCase, event)));
      const decided = results.filter(({ kind }) => kind === 'decided').length;
      return { results, decided, refused: results.length - decided };
    },
  };
}

async function scoreOne(
  { platform, metrics }: Bench,
  useCaseId: string,
  event: RawEvent,
  withTimings: boolean,
): Promise<ScoreAnswer> {
  const { live, score } = await platform.inService(useCaseId);
  const { decision, repeated, timings } = await score(validated(live.useCase, event));
  if (!repeated) {
    metrics.decisions.inc({ use_case: useCaseId, outcome: decision.outcome, lane: decision.lane });
    metrics.scores.observe({ use_case: useCaseId }, decision.score);
    for (const [stage, ms] of Object.entries(timings))
      metrics.stageSeconds.observe({ use_case: useCaseId, stage }, ms / 1000);
  }
  return answerOf(decision, repeated, withTimings ? timings : undefined);
}

async function decidedOrRefused(bench: Bench, useCaseId: string, event: RawEvent) {
  try {
    return { kind: 'decided', answer: await scoreOne(bench, useCaseId, event, false) } as const;
  } catch (error) {
    const { code, detail, fields } = toProblem(error, 'es');
    if (code === 'internal') throw error;
    return { kind: 'refused', code, detail, fields } as const;
  }
}

/** @throws RikuyError `invalid-record` with every field that is wrong */
function validated(useCase: UseCase, { eventId, record }: RawEvent): EventToScore {
  const parsed = parseRecord(useCase, useCase.decides, record);
  if (parsed.kind === 'accepted') return { values: parsed.values, eventId };
  const fields = parsed.rejections.map(({ field, message, repair }) => ({
    field,
    message: `${message.es} ${repair.es}`,
  }));
  throw new RikuyError('invalid-record', fields.map(({ field, message }) => `\`${field}\`: ${message}`).join(' '), {
    fields,
  });
}
