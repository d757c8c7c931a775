import type { Counterfactual, Field, RecordValues, Standing, Unit } from '@rikuy/contracts';
import { adverseReasons } from '../stages/decisions/adverse-reasons.ts';
import { applyPolicy } from '../stages/decisions/apply-policy.ts';
import { explainDecision } from '../stages/decisions/explain-decision.ts';
import type { FiredRule } from '../stages/decisions/fired-rule.ts';
import { formatValue } from '../stages/decisions/format-value.ts';
import { nearestChange, type NearestChange } from '../stages/decisions/nearest-change.ts';
import { severity } from '../stages/decisions/severity.ts';
import { explainVector, scoreVector } from '../stages/scoring/score-vector.ts';
import { eventIdOf, recordEntry } from '../use-case/log-entries.ts';
import type { Policy } from '../use-case/policy.ts';
import type { LiveUseCase } from './live-use-case.ts';

/**
 * The strongest reasons against a record, and the nearest change of what the person concerned can change that gets it the
 * mildest outcome: by the model in force, the state of now, the rules and lists, and without the random draw. Nothing is
 * written. Applying the changes to the record and previewing it gives that outcome.
 * @throws RikuyError `no-model`, `not-ready`
 */
export function findCounterfactual(live: LiveUseCase, values: RecordValues): Counterfactual {
  const { useCase } = live;
  const [mildest] = useCase.policy.outcomes;
  const before = standingOf(live, values);
  const adverse = adverseReasons(explained(live, before.vector), before.fired, mildest.code);
  const now = before.standing;
  const unchanged = { now, adverse, changes: [], after: now, record: values };
  if (now.outcome === mildest.code) return { status: 'favourable', ...unchanged };
  const nearest = nearestChange(useCase.changeable ?? [], values, record => levelOf(live, record));
  return {
    status: nearest.found ? 'found' : 'out-of-reach',
    now,
    adverse,
    changes: nearest.changes.map(change => inWords(live, values, change)),
    after: standingOf(live, nearest.record).standing,
    record: nearest.record,
  };
}

/** 0 for the mildest outcome; else how severe the outcome is and, within it, how high the score. */
function levelOf(live: LiveUseCase, record: RecordValues): number {
  const { outcome, score } = standingOf(live, record).standing;
  const worse = severity(live.useCase.policy, outcome);
  return worse === 0 ? 0 : worse + score;
}

function standingOf(live: LiveUseCase, values: RecordValues) {
  const { useCase } = live;
  const model = live.model();
  const features = live.features();
  const entry = recordEntry(useCase, values, { knownAt: live.knownClock.now() });
  const vector = features.toVector(features.preview(entry));
  const scored = scoreVector(model, vector);
  const fired = live.rules({ record: values, eventTime: entry.eventTime, vector });
  const { outcome, assessment } = applyPolicy(withoutDraw(useCase.policy), {
    useCase: useCase.id,
    eventId: eventIdOf(useCase, useCase.decides, values),
    office: String(values[useCase.officeField] ?? ''),
    ...scored,
    currency: useCase.label.currency,
    firedRules: fired,
    thresholds: model.manifest.thresholds,
  });
  const points = assessment.kind === 'points' ? assessment.points : null;
  const standing: Standing = { outcome, score: scored.score, points };
  return { standing, vector, fired: fired satisfies readonly FiredRule[] };
}

function withoutDraw(policy: Policy): Policy {
  return policy.kind === 'quotas' ? policy : { ...policy, exploration: undefined };
}

function explained(live: LiveUseCase, vector: ReturnType<typeof standingOf>['vector']) {
  const model = live.model();
  return explainDecision(live.useCase, { ...explainVector(model, vector), vector, usual: model.usual });
}

function inWords(
  { useCase }: LiveUseCase,
  record: RecordValues,
  { change, from, to }: NearestChange['changes'][number],
): Counterfactual['changes'][number] {
  const field = useCase.records[useCase.decides].fields.find(({ name }) => name === change.field)!;
  const unit = unitOf(field, record);
  const fill = (language: 'es' | 'en'): string =>
    change.text[language]
      .replaceAll('{from}', formatValue(from, unit, language))
      .replaceAll('{to}', formatValue(to, unit, language));
  return { field: change.field, from, to, text: { es: fill('es'), en: fill('en') } };
}

function unitOf(field: Field, record: RecordValues): Unit | null {
  if (field.kind === 'number') return field.unit ?? null;
  if (field.kind !== 'money') return null;
  const currency = (field.currencyField && record[field.currencyField]) ?? field.currency;
  return currency === 'PEN' || currency === 'USD' ? currency : null;
}
