import type { Bilingual, OutcomeDeclaration } from '@rikuy/contracts';
import type { Expression } from '../expressions/expression.ts';

/**
 * Divides events among outcomes. Three kinds, by what is scarce: `quotas` where people's days are (inspections),
 * `thresholds` where each mistake has a price (payments), `points` where a cut-off on a published score is wanted
 * (credit). Rules and lists stand beside all of them.
 */
export type Policy = QuotaPolicy | ThresholdPolicy | PointsPolicy;

/** What every kind of policy has. */
interface PolicyParts {
  readonly version: string;
  /** In order of severity, the mildest first; the first is what nobody works. */
  readonly outcomes: readonly OutcomeDeclaration[];
  readonly rules: readonly Rule[];
  readonly lists?: readonly EntryList[];
}

/** By what people can work: each office's lanes fill their capacity with the highest expected values. */
export interface QuotaPolicy extends PolicyParts {
  readonly kind: 'quotas';
  /** Per worked outcome: how many a day an office can work, and which share of them is drawn at random. */
  readonly lanes: readonly Lane[];
}

export interface Lane {
  readonly outcome: string;
  /** Cases per office and working day; `default` for offices not named. */
  readonly capacity: Readonly<Record<string, number>> & { readonly default: number };
  /** Share of the capacity filled by a random draw from what the model would let pass, in (0, 1). */
  readonly randomShare: number;
  /**
   * What working one case costs, in the currency of the label: the model puts nothing here from which less is expected,
   * even where capacity is left. The random draw is free of it. Absent means 0.
   */
  readonly caseCost?: number;
}

/**
 * By cost: the outcome whose expected cost is least. What an event is worth is its amount at stake (see
 * `TrainingPlan.amountFeature`); costs are in the currency of the label.
 */
export interface ThresholdPolicy extends PolicyParts {
  readonly kind: 'thresholds';
  /** Of every outcome. */
  readonly costs: Readonly<Record<string, OutcomeCost>>;
  /**
   * `on-validation`: thresholds on the probability, chosen on the validation rows so that all together cost least.
   * `per-event`: for each event the outcome of least expected cost; wants calibrated probabilities.
   */
  readonly choose: 'on-validation' | 'per-event';
  readonly exploration?: Exploration;
}

/** What an outcome costs, by what turns out to be true. */
export interface OutcomeCost {
  readonly ifPositive: Cost;
  readonly ifNegative: Cost;
}

/** `fixed + shareOfAmount × amount at stake`; what is left out is 0. */
export interface Cost {
  readonly fixed?: number;
  readonly shareOfAmount?: number;
}

/**
 * By points: `baseScore` stands for odds of `baseOdds` negatives to one positive, `pointsToDouble` more for twice the
 * odds; the score is a whole number from `lowest` to `highest`, the higher, the safer. It wants calibrated
 * probabilities.
 */
export interface PointsPolicy extends PolicyParts {
  readonly kind: 'points';
  readonly scale: PointsScale;
  /** The least points of every outcome but the most severe, which gets the rest. */
  readonly cutOffs: Readonly<Record<string, number>>;
  readonly exploration?: Exploration;
}

export interface PointsScale {
  readonly baseScore: number;
  readonly baseOdds: number;
  readonly pointsToDouble: number;
  readonly lowest: number;
  readonly highest: number;
}

/**
 * A random share of events gets this outcome whatever the model says, so that the truth of what it would have treated
 * otherwise becomes known. The propensity is logged with each decision. Rules and lists come after the draw.
 */
export interface Exploration {
  readonly outcome: string;
  /** In (0, 1). */
  readonly share: number;
  /** Never for an event worth more than this, in the currency of the label; absent means no limit. */
  readonly mostAtStake?: number;
}

/**
 * What a rule or list makes of the outcome: `at-least` demands its own or a worse one, `at-most` its own or a milder
 * one, `exactly` overrides. First all `at-most` apply, then all `at-least`, so that a demand beats a suppression, and
 * last `exactly`, of which the most severe wins.
 */
export type Effect = 'at-least' | 'at-most' | 'exactly';

/** An expert's rule: it applies when the expression over record and features is true; what is unknown is not. */
export interface Rule {
  readonly id: string;
  readonly when: Expression;
  readonly outcome: string;
  /** Absent means `at-least`. */
  readonly effect?: Effect;
  readonly text: Bilingual;
  readonly short: Bilingual;
}

/** Values of a field that decide by themselves, each from a day on and with its reason. */
export interface EntryList {
  readonly id: string;
  /** `deny`: at least this outcome; `allow`: at most this outcome. */
  readonly kind: 'allow' | 'deny';
  /** A field of the decided record. */
  readonly field: string;
  readonly outcome: string;
  /** `{reason}` stands for that of the entry. */
  readonly text: Bilingual;
  readonly short: Bilingual;
  readonly entries: readonly ListEntry[];
}

export interface ListEntry {
  readonly value: string;
  /** The first day, `2026-12-31`, and the day after the last; absent means without end. */
  readonly from: string;
  readonly until?: string;
  readonly reason: Bilingual;
}
