import type {
  Estimator,
  Explainable,
  Fitted,
  FittedClassifier,
  FittedDetector,
  FittedOnTable,
  FittedRegressor,
  FittedTransformer,
  FitOptions,
  ReadPart,
} from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import type { Json, State } from '../protocol/state.ts';
import type { Table } from '../table/table.ts';

/** What a fitted object can do beyond naming and storing itself, as far as its type says. */
export type CapabilitiesOf<M extends Fitted> = (M extends FittedClassifier ? FittedClassifier : unknown) &
  (M extends FittedRegressor ? FittedRegressor : unknown) &
  (M extends FittedTransformer ? FittedTransformer : unknown) &
  (M extends FittedDetector ? FittedDetector : unknown) &
  (M extends Explainable ? Explainable : { readonly explain?: Explainable['explain'] });

export function isTransformer(fitted: Fitted): fitted is FittedTransformer {
  return 'transform' in fitted;
}

export function isClassifier(fitted: Fitted): fitted is FittedClassifier {
  return 'predictProba' in fitted;
}

export function isExplainable(fitted: Fitted): fitted is Explainable {
  return 'explain' in fitted && typeof fitted.explain === 'function';
}

/** Fits a transformer and gives the training rows as the next step should see them. */
export function fitStep(
  step: Estimator,
  X: Table,
  y: Float64Array,
  options: FitOptions,
): FittedOnTable<FittedTransformer> {
  const { fitted, transformed } = step.fitTransform?.(X, y, options) ?? { fitted: step.fit(X, y, options) };
  if (!isTransformer(fitted)) {
    throw new LearnError(
      'invalid-parameter',
      `only transformers may stand before the last step; got \`${step.kind}\`.`,
    );
  }
  return { fitted, transformed: transformed ?? fitted.transform(X) };
}

/** An estimator's name and parameters as plain data, for the description of what it is part of. */
export function described({ kind, params }: Estimator): Json {
  return { kind, params: params as Json };
}

/** @throws LearnError `unreadable-state` without a reader of parts */
export function partsReader(kind: string, read: ReadPart | undefined): ReadPart {
  if (read) return read;
  throw new LearnError(
    'unreadable-state',
    `\`${kind}\` consists of parts; restore it with \`restore(state, catalogue)\` so that each part is read by its factory.`,
  );
}

/** @throws LearnError `unreadable-state` when the part is absent or no transformer */
export function readTransformer(state: State, name: string, read: ReadPart): FittedTransformer {
  const fitted = read(partOf(state, name));
  if (isTransformer(fitted)) return fitted;
  throw new LearnError('unreadable-state', `part \`${name}\` of \`${state.kind}\` must be a transformer.`);
}

/** @throws LearnError `unreadable-state` */
export function partOf(state: State, name: string): State {
  const part = state.parts[name];
  if (part) return part;
  throw new LearnError('unreadable-state', `the state of \`${state.kind}\` lacks its part \`${name}\`.`);
}
