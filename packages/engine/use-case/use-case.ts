import type { Bilingual, ModelPurpose, RecordDeclaration, RecordValues, Unit } from '@rikuy/contracts';
import type { Expression } from '../expressions/expression.ts';
import type { FeatureDeclaration } from '../expressions/feature.ts';
import type { ChangeableField } from './changeable.ts';
import type { Policy } from './policy.ts';
import type { QualityDeclaration } from './quality-declaration.ts';
import type { ReasonText } from './reason-text.ts';
import type { TrainingPlan } from './training-plan.ts';

/**
 * Everything the engine has to know of a use case, as plain data: it survives JSON, and the engine knows nothing else
 * of it. Made by `defineUseCase`, which checks it. `docs/guide/use-case.md` goes through it part by part.
 */
export interface UseCase {
  readonly id: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  /**
   * The types of record that it takes. One of them is decided; the past of the others can be read by features
   * (`past({ of: 'visit', … })`). A file of each is loaded by `rikuy ingest CASE --type TYPE FILE`.
   */
  readonly records: Readonly<Record<string, RecordDeclaration>>;
  /** The type of record that is decided, and that labels belong to. */
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
  /** What its data must be like; a failing check stops training. */
  readonly quality?: QualityDeclaration;
  readonly training: TrainingPlan;
  readonly policy: Policy;
  /** Texts of reasons by feature name. */
  readonly reasons: Readonly<Record<string, ReasonText>>;
  /** Names of the fraud patterns. */
  readonly patterns: Readonly<Record<string, Bilingual>>;
  readonly examples: readonly { readonly title: Bilingual; readonly record: RecordValues }[];
  /** What its models are for and what they are not, for their cards. */
  readonly card?: ModelPurpose;
  /** What the person concerned can change, for the nearest change that would get the mildest outcome. */
  readonly changeable?: readonly ChangeableField[];
  /** Features of kind category that tell the groups apart between which models are compared. */
  readonly fairness?: readonly string[];
  /** The type of record, made as `overrideRecord`, that keeps other outcomes given by people; absent means none may. */
  readonly overrides?: string;
  /** What whoever is decided about must be told before, where the law calls the use one of high risk. */
  readonly notice?: Bilingual;
}

/**
 * The truth that arrives later. Label 1 is what the score is the probability of: the fraud, the default. A file may bring
 * it in columns of the record's row, or as a file of its own that has the record's identity and these columns
 * (`rikuy ingest CASE --labels FILE`).
 */
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
  /** The column tells the opposite: what it calls true is `negative`, as `credit_worthy` is the opposite of a default. */
  readonly opposite?: boolean;
  /**
   * `time`: only time tells, as whether money is paid back; who works a case overrides its decision and finds no truth.
   * Absent means `people`: a verdict is a label.
   */
  readonly foundBy?: 'people' | 'time';
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

/** What is usual by feature: the median of a number's training values, the commonest of a category's. */
export type UsualValues = Readonly<Record<string, number | string | null>>;
