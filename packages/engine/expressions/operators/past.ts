import { z } from 'zod';
import { type Duration, duration, durationMs, durationText } from '../duration.ts';
import type { Expression, Kind } from '../expression.ts';
import type { Figure } from '../figure.ts';
import { type FigureName, figures, isFigure } from '../figures.ts';
import { recentOf } from '../figures/recent.ts';
import { fieldOrExpression, type FieldOrExpression, type Key, keyExpression, keyParts, keyText } from '../key.ts';
import { expressionPart, fits, noLineage, type Operator, refusal } from '../operator.ts';
import type { Scope } from '../scope.ts';
import { isMissingValue } from '../truth.ts';

const node = z.strictObject({
  op: z.literal('past'),
  figure: z.custom<FigureName>(isFigure, `must be one of ${Object.keys(figures).join(', ')}`),
  value: expressionPart.optional(),
  rank: z.int().min(1).optional(),
  by: z.array(expressionPart).readonly(),
  within: duration,
  where: expressionPart.optional(),
  of: z.string().optional(),
  matching: z.array(expressionPart).readonly().optional(),
});
type PastNode = z.infer<typeof node>;

export const pastOperator: Operator<PastNode> = {
  name: 'past',
  summary: 'A figure of the earlier events that share a key with this one.',
  schema: node,
  operands: ({ by, matching = by }) => [keyExpression(matching)],
  pastOperands: ({ by, value, where, of }, { decides }) => ({
    recordType: of ?? decides,
    expressions: [keyExpression(by), ...(value ? [value] : []), ...(where ? [where] : [])],
  }),
  kind: (past, _, scope, kinds) => {
    refuseUnknownType(past, scope);
    refuseWrongParts(past, kinds, scope);
    return 'number';
  },
  bind: (past, environment) => {
    const read = environment.past({
      recordType: past.of ?? environment.scope.decides,
      key: keyExpression(past.by),
      matching: keyExpression(past.matching ?? past.by),
      where: past.where ?? null,
      value: past.value ?? null,
      withinMs: durationMs(past.within),
      figure: figureOf(past),
    });
    return ({ eventTime }, key) => (isMissingValue(key) ? NaN : read(eventTime));
  },
  formula: (past, _, [key, ...rest]) => {
    const { by, value, where, within, of } = past;
    const figureText = figureOf(past).formula(value ? rest[0] : '');
    const condition = where ? ` where ${rest.at(-1)}` : '';
    return `${figureText} over past ${of ?? 'events'} ${keyText(key, by)}, ${durationText(within)}${condition}`;
  },
  infix: true,
  sources: () => noLineage,
};

function figureOf({ figure, rank }: PastNode): Figure {
  return rank === undefined ? figures[figure] : recentOf(rank);
}

function refuseUnknownType({ of }: PastNode, scope: Scope): void {
  if (!scope.reads.history)
    throw refusal(scope, '`past` cannot be read here. Declare a feature of it and read that with `feature`.');
  if (of === undefined || Object.hasOwn(scope.records, of)) return;
  const known = Object.keys(scope.records).join(', ');
  throw refusal(scope, `\`past\` takes events of a record type; got \`${of}\`. The types are: ${known}.`);
}

function refuseWrongParts({ figure, value, where, rank }: PastNode, kinds: readonly Kind[], scope: Scope): void {
  if (rank !== undefined && figure !== 'recent')
    throw refusal(scope, `\`rank\` belongs to \`past(…).recent\`; got it with \`${figure}\`. Leave it out.`);
  const { takes } = figures[figure];
  if ((takes === null) !== (value === undefined))
    throw refusal(scope, `\`past(…).${figure}\` takes ${takes ?? 'nothing'}; got ${value ? kinds[1] : 'nothing'}.`);
  if (takes !== null && !fits(kinds[1], takes))
    throw refusal(
      scope,
      `\`past(…).${figure}\` takes a ${takes}; got a ${kinds[1]}. Use \`count\` or \`distinct\` for what is no number.`,
    );
  if (where && kinds.at(-1) !== 'boolean')
    throw refusal(scope, `\`where\` of \`past\` takes a boolean; got a ${kinds.at(-1)}. Use a comparison.`);
}

export interface Past {
  /** What this event and the past ones have in common; a text names a field, `[]` means all events. */
  readonly by: Key;
  /** How far back: event times in [this one's − within, this one's). */
  readonly within: Duration;
  /** Only past events of which this holds; fields are those of the past event. */
  readonly where?: Expression;
  /** The type of the past records; absent means the type that is decided. */
  readonly of?: string;
  /** The key of this event where it is spelled differently in the past records. */
  readonly matching?: Key;
}

/**
 * Figures of the events before this one, `past({ by: 'user', within: days(90) }).sum('amount')`. They count what was
 * known earlier and happened earlier: an event of the very same time does not count. A missing key gives missing.
 */
export function past({ by, within, where, of, matching }: Past) {
  const figure = (name: FigureName, value?: FieldOrExpression, rank?: number): Expression => ({
    op: 'past',
    figure: name,
    ...(value !== undefined && { value: fieldOrExpression(value) }),
    ...(rank !== undefined && rank !== 1 && { rank }),
    by: keyParts(by),
    within,
    ...(where && { where }),
    ...(of !== undefined && { of }),
    ...(matching !== undefined && { matching: keyParts(matching) }),
  });
  return {
    count: () => figure('count'),
    sum: (value: FieldOrExpression) => figure('sum', value),
    mean: (value: FieldOrExpression) => figure('mean', value),
    median: (value: FieldOrExpression) => figure('median', value),
    std: (value: FieldOrExpression) => figure('std', value),
    min: (value: FieldOrExpression) => figure('min', value),
    max: (value: FieldOrExpression) => figure('max', value),
    distinct: (value: FieldOrExpression) => figure('distinct', value),
    /** The value of the newest event, 1, or of an earlier one; of another record type, its value as known. */
    recent: (value: FieldOrExpression, rank = 1) => figure('recent', value, rank),
    share: (condition: FieldOrExpression) => figure('share', condition),
    daysSinceLast: () => figure('daysSinceLast'),
    daysSinceFirst: () => figure('daysSinceFirst'),
  };
}
