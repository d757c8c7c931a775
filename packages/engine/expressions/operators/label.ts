import { z } from 'zod';
import { type Duration, duration, durationMs, durationText } from '../duration.ts';
import type { Expression } from '../expression.ts';
import { type Key, keyExpression, keyParts, keyText } from '../key.ts';
import { type Environment, type Evaluate, expressionPart, type Operator, refusal } from '../operator.ts';
import type { Scope } from '../scope.ts';
import { isMissingValue } from '../truth.ts';

const node = z.strictObject({
  op: z.literal('label'),
  name: z.string(),
  figure: z.enum(['rate', 'count', 'positives', 'sum']),
  by: z.array(expressionPart).readonly(),
  within: duration,
  prior: z.number().positive().optional(),
  backOff: z.array(z.array(expressionPart).readonly()).readonly().optional(),
});
type LabelNode = z.infer<typeof node>;

export const labelOperator: Operator<LabelNode> = {
  name: 'label',
  summary: 'A figure of the labels known by now of earlier events that share a key with this one.',
  schema: node,
  operands: levels,
  pastOperands: (label, { decides }) => ({ recordType: decides, expressions: levels(label) }),
  kind: (label, _, scope) => {
    refuseLabel(label, scope);
    return 'number';
  },
  bind: (label, environment) =>
    label.figure === 'rate' ? bindRate(label, environment) : bindTotal(label, label.figure, environment),
  formula: ({ figure, name, by, within, prior, backOff = [] }, _, [key, ...wider]) => {
    const smoothed = prior === undefined ? '' : `, smoothed by ${prior} towards ${[...wider, 'all'].join(', then ')}`;
    const figureText = { rate: 'rate', count: 'number', positives: 'positives', sum: 'amount' }[figure];
    const toward = backOff.length === 0 && by.length === 0 ? '' : smoothed;
    return `known ${figureText} of ${name} ${keyText(key, by)}, ${durationText(within)}${toward}`;
  },
  infix: true,
  sources: ({ name }) => ({ sources: [`label:${name}`], features: [] }),
};

/** The keys from the narrowest to the widest; the widest of all, every label, comes after them by itself. */
function levels({ by, backOff = [] }: LabelNode): readonly Expression[] {
  return [by, ...backOff].map(keyExpression);
}

interface KnownLabels {
  count(at: number): number;
  positives(at: number): number;
}

function knownLabels(key: Expression, { within }: LabelNode, environment: Environment): KnownLabels {
  const withinMs = durationMs(within);
  return {
    count: environment.labels({ key, withinMs, figure: 'count' }),
    positives: environment.labels({ key, withinMs, figure: 'positives' }),
  };
}

/**
 * Each level's rate is (positives + prior × the wider level's rate) ÷ (labels + prior); the widest is that of all
 * labels, missing while there are none.
 */
function bindRate(label: LabelNode, environment: Environment): Evaluate {
  const everything = knownLabels(keyExpression([]), label, environment);
  const narrowestFirst = label.by.length === 0 ? [] : levels(label).map(key => knownLabels(key, label, environment));
  const prior = label.prior ?? 0;
  return ({ eventTime }, ...keys) => {
    if (isMissingValue(keys[0])) return NaN;
    let rate = everything.positives(eventTime) / everything.count(eventTime);
    for (let level = narrowestFirst.length - 1; level >= 0; level--) {
      if (isMissingValue(keys[level])) continue;
      const labels = narrowestFirst[level];
      rate = (labels.positives(eventTime) + prior * rate) / (labels.count(eventTime) + prior);
    }
    return rate;
  };
}

const totals = { count: 'count', positives: 'positives', sum: 'amount' } as const;

function bindTotal({ by, within }: LabelNode, figure: keyof typeof totals, environment: Environment): Evaluate {
  const read = environment.labels({
    key: keyExpression(by),
    withinMs: durationMs(within),
    figure: totals[figure],
  });
  return ({ eventTime }, key) => (isMissingValue(key) ? NaN : read(eventTime));
}

function refuseLabel({ name, figure, prior, by }: LabelNode, scope: Scope): void {
  if (!scope.reads.history)
    throw refusal(scope, '`label` cannot be read here. Declare a feature of it and read that with `feature`.');
  if (name !== scope.label.name)
    throw refusal(scope, `\`label\` reads the label of the use case, \`${scope.label.name}\`; got \`${name}\`.`);
  if (figure === 'rate' && prior === undefined && by.length > 0)
    throw refusal(scope, '`label(…).rate` takes a `prior`: how many labels the wider rate counts as. Try 20.');
}

export interface Labels {
  /** What the labelled events have in common with this one; a text names a field, `[]` means all labels. */
  readonly by: Key;
  /** How far back the labelled events may lie. */
  readonly within: Duration;
}

export interface LabelRate extends Labels {
  /** How many labels the wider rate counts as: the rate of a key with few labels stays near it. */
  readonly prior?: number;
  /** Wider keys, the nearest first, `[first(record('code'), 6)]`; after them comes the rate of all labels. */
  readonly backOff?: readonly Key[];
}

/**
 * Figures of the labels that were known when this event became known, `label('fraud').rate({ by: 'country', prior: 50,
 * within: days(365) })`. Events without a label do not count. A missing key gives missing, a missing wider key is passed
 * over.
 */
export function label(name: string) {
  const figure = (kind: LabelNode['figure'], { by, within }: Labels) => ({
    op: 'label',
    name,
    figure: kind,
    by: keyParts(by),
    within,
  });
  return {
    rate: ({ prior, backOff, ...labels }: LabelRate): Expression => ({
      ...figure('rate', labels),
      ...(prior !== undefined && { prior }),
      ...(backOff && { backOff: backOff.map(keyParts) }),
    }),
    count: (labels: Labels): Expression => figure('count', labels),
    positives: (labels: Labels): Expression => figure('positives', labels),
    sum: (labels: Labels): Expression => figure('sum', labels),
  };
}
