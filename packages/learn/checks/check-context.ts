import type { Estimator, EstimatorFactory, Fitted, ReadPart, Role } from '../protocol/estimator.ts';
import type { Answer } from './answers.ts';
import type { CheckData } from './check-data.ts';

/** What the suite needs of an estimator: how to make one, read one back, and what it takes. */
export interface CheckSubject {
  readonly kind: string;
  readonly role: Role;
  readonly make: () => Estimator;
  readonly fromState: EstimatorFactory['fromState'];
  /** Where parameters are checked by a schema, the factory that does so. */
  readonly factory?: EstimatorFactory;
}

export interface CheckSettings {
  /** Reads the parts of composed objects; `part => restore(part, catalogue)`. */
  readonly read?: ReadPart;
  /** Whether category columns are taken; default true. If not, they must be refused by name. */
  readonly categories?: boolean;
  /** Whether missing values are taken; default true. If not, they must be refused by name. */
  readonly gaps?: boolean;
  /** Largest difference between fitting with weight 0 and without the row, relative above 1; default 1e-9. */
  readonly weightTolerance?: number;
  /** Largest distance of base and parts from the score; default 1e-9, more for scores summed in float32. */
  readonly sumTolerance?: number;
}

/** A fitted estimator and what it was fitted on, shared by the checks. */
export interface CheckContext {
  readonly subject: CheckSubject;
  readonly settings: CheckSettings;
  readonly data: CheckData;
  /** The same data, which nothing was fitted on. */
  readonly pristine: CheckData;
  readonly estimator: Estimator;
  readonly fitted: Fitted;
  readonly answers: readonly Answer[];
}
