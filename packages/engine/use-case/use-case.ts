import type { Bilingual, OutcomeDeclaration, RecordDeclaration, RecordValues, Unit } from '@rikuy/contracts';
import type { Expression } from '../expressions/expression.ts';
import type { FeatureDeclaration } from '../expressions/feature.ts';

/**
 * Everything the engine has to know of a use case, as plain data: it survives JSON, and the engine knows nothing else
 * of it. Made by `defineUseCase`, which checks it.
 */
export interface UseCase {
  readonly id: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly records: Readonly<Record<string, RecordDeclaration>>;
  /** The type of record that is decided. */
  readonly decides: string;
  /** The field whose past counts: who is behind the event. */
  readonly entityField: string;
  /** The field by which work is divided. */
  readonly officeField: string;
  /** The field with the event's money, as histories show it. */
  readonly valueField: string;
  readonly label: LabelDeclaration;
  /** Dated tables that features and policies look things up in. */
  readonly lookups: Readonly<Record<string, Lookup>>;
  readonly features: readonly FeatureDeclaration[];
  /**
   * Days by which an event may come late and still see whole windows; one that comes later sees them cut. Absent means
   * 366. State older than this and the longest window is forgotten.
   */
  readonly allowedLatenessDays?: number;
  /** The comparison with peers that the decision page draws. */
  readonly peers: PeerComparison;
  readonly training: TrainingPlan;
  readonly policy: Policy;
  /** Texts of reasons by feature name. */
  readonly reasons: Readonly<Record<string, ReasonText>>;
  /** Names of the fraud patterns. */
  readonly patterns: Readonly<Record<string, Bilingual>>;
  readonly examples: readonly { readonly title: Bilingual; readonly record: RecordValues }[];
}

/** The truth that arrives later. A file may bring it in columns of the record's row. */
export interface LabelDeclaration {
  readonly name: string;
  readonly positive: Bilingual;
  readonly negative: Bilingual;
  /** The columns of a file that hold it; without a time known the label is unknown. */
  readonly columns: {
    readonly label: string;
    /** Absent where `assumedDelayDays` stands for it. */
    readonly knownAt?: string;
    /** The money that the label turned out to be worth, in `currency`. */
    readonly amount?: string;
  };
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  readonly currency: string;
  /** When `knownAt` has no column: days after the event from which the label counts as known. */
  readonly assumedDelayDays?: number;
}

/** Values that hold from a day on, by key: exchange rates, tariffs, tax rates. Each row names its source. */
export interface Lookup {
  readonly title: Bilingual;
  readonly unit: Unit | null;
  readonly rows: readonly {
    readonly key: string;
    readonly from: string;
    readonly value: number;
    readonly source: string;
  }[];
}

export interface PeerComparison {
  readonly title: Bilingual;
  readonly unit: Unit;
  /** The figure compared. */
  readonly value: Expression;
  /** Peers share the values of these fields. */
  readonly by: readonly string[];
}

/** An estimator as data: its kind in the catalogue of `learn`, its parameters, and for a pipeline or vote its parts. */
export interface EstimatorPlan {
  readonly kind: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly parts?: readonly EstimatorPlan[];
}

export interface TrainingPlan {
  /** Features given to the models; absent means all. */
  readonly features?: readonly string[];
  /** The competing models by name, in the order in which they are reported. */
  readonly candidates: readonly {
    readonly name: string;
    readonly title: Bilingual;
    readonly estimator: EstimatorPlan;
  }[];
  /** The candidate that decides, or the metric by which it is chosen on the validation rows. */
  readonly choose:
    | { readonly kind: 'named'; readonly name: string }
    | { readonly kind: 'best'; readonly metric: 'averagePrecision' | 'rocAuc' };
  /** The model of the amount at stake given a positive label, fitted on positive rows; absent means amount 1. */
  readonly amount?: EstimatorPlan;
  /** Days of label delay left out between training and validation. */
  readonly delayDays: number;
  /** Share of the labelled rows, the newest, that validate. */
  readonly validationShare: number;
  /** The day from which rows validate, `2026-12-31` (UTC), where it is not given by the share. */
  readonly cut?: string;
  /** Rows older than this many days after the first event only warm up the state. */
  readonly warmUpDays: number;
  /** Shares inspected at which precision, recall and revenue are told. */
  readonly shares: readonly number[];
  /** Once judged, the chosen candidate is fitted again on every labelled row, the newest included. */
  readonly refit?: boolean;
}

/** Divides events among outcomes by what people can work, with a random floor, and rules beside the model. */
export interface Policy {
  readonly version: string;
  /** In order of severity, the mildest first; the first is what nobody works. */
  readonly outcomes: readonly OutcomeDeclaration[];
  /** Per worked outcome: how many a day an office can work, and which share of them is drawn at random. */
  readonly lanes: readonly Lane[];
  readonly rules: readonly Rule[];
}

export interface Lane {
  readonly outcome: string;
  /** Cases per office and working day; `default` for offices not named. */
  readonly capacity: Readonly<Record<string, number>> & { readonly default: number };
  /** Share of the capacity filled by a random draw from what the model would let pass, in (0, 1). */
  readonly randomShare: number;
}

/** An expert's rule: when the expression over record and features is true, the outcome is at least this. */
export interface Rule {
  readonly id: string;
  readonly when: Expression;
  readonly outcome: string;
  readonly text: Bilingual;
  readonly short: Bilingual;
}

/**
 * Sentences for a feature as a reason, for when it raises and when it lowers the risk. `{value}` and `{usual}` stand
 * for the formatted value and what is usual among the training rows; `{percent}` for how far value lies from usual.
 */
export interface ReasonText {
  readonly raises: Bilingual;
  readonly lowers: Bilingual;
  readonly short: Bilingual;
}

/** What is usual by feature: the median of a number's training values, the commonest of a category's. */
export type UsualValues = Readonly<Record<string, number | string | null>>;
