import type { z } from 'zod';
import type { EstimatorFactory, Fitted } from '../protocol/estimator.ts';
import { seeded } from '../random/random.ts';
import { answersOf } from './answers.ts';
import type { CheckContext, CheckSettings, CheckSubject } from './check-context.ts';
import { type CheckData, checkData } from './check-data.ts';
import * as behaviour from './check-behaviour.ts';
import * as parameters from './check-parameters.ts';
import * as tables from './check-tables.ts';

const checks = {
  'the same seed gives the same bits': behaviour.sameSeedSameBits,
  'threads do not change bits': behaviour.threadsChangeNothing,
  'fitting leaves the estimator as it was': behaviour.fittingLeavesNoTrace,
  'inputs stay unchanged': behaviour.inputsUnchanged,
  'a row is answered as in a batch': behaviour.rowAsInBatch,
  'an empty table is answered with nothing': behaviour.emptyTable,
  'answers are of the promised shape': behaviour.answersInShape,
  'parts of an explanation add up to the score': behaviour.explanationsAddUp,
  'weight 0 is as good as absent': behaviour.weightZeroIsAbsent,
  'state restores to the same answers': behaviour.stateRoundTrip,
  'missing values are taken, or refused by name': tables.missingValues,
  'new categories are taken': tables.newCategories,
  'vanished categories and another dictionary change nothing': tables.otherDictionary,
  'column order is free and extra columns are ignored': tables.columnOrder,
  'a missing column is refused by name': tables.missingColumn,
  'a column of another kind is refused by name': tables.otherKind,
  'labels and weights of another length are refused': tables.otherLength,
  'invalid parameters are refused by name': parameters.invalidRefused,
  'misspelt parameters are refused by name': parameters.misspeltRefused,
  'parameters have defaults or say what they need': parameters.describedByDefaults,
} satisfies Record<string, (context: CheckContext) => void>;

export type CheckName = keyof typeof checks;

export interface CheckOptions extends CheckSettings {
  /** Checks that cannot apply, each with its reason. */
  readonly exempt?: Readonly<Partial<Record<CheckName, string>>>;
}

export type CheckResult =
  | { readonly check: CheckName; readonly status: 'passed' }
  | { readonly check: CheckName; readonly status: 'failed'; readonly error: unknown }
  | { readonly check: CheckName; readonly status: 'exempt'; readonly reason: string };

/** The names of all checks, in the order they run. */
export const checkNames = Object.keys(checks) as CheckName[];

/**
 * The conformance suite: what everybody may rely on in any estimator of this library. Every check is run; a result
 * says whether it passed, failed and how, or does not apply and why.
 *
 * @example checkEstimator(subjectOf(myFactory, { trees: 5 })).filter(result => result.status === 'failed')
 */
export function checkEstimator(subject: CheckSubject, options: CheckOptions = {}): CheckResult[] {
  const context = prepared(subject, options);
  return checkNames.map(check => {
    const reason = options.exempt?.[check];
    if (reason !== undefined) return { check, status: 'exempt', reason };
    try {
      checks[check](context);
      return { check, status: 'passed' };
    } catch (error) {
      return { check, status: 'failed', error };
    }
  });
}

/** The subject for a factory; parameters should make it small, because it is fitted about a dozen times. */
export function subjectOf<Schema extends z.ZodType, F extends Fitted>(
  factory: EstimatorFactory<Schema, F>,
  params?: z.input<Schema>,
): CheckSubject {
  const { kind, role } = factory;
  return {
    kind,
    role,
    make: () => factory(params),
    fromState: (state, read) => factory.fromState(state, read),
    factory,
  };
}

function prepared(subject: CheckSubject, settings: CheckSettings): CheckContext {
  const draw = (): CheckData =>
    checkData(seeded(20), {
      rows: 200,
      target: subject.role === 'regressor' ? 'number' : 'class',
      categories: settings.categories ?? true,
      gaps: settings.gaps ?? true,
    });
  const data = draw();
  const estimator = subject.make();
  const fitted = estimator.fit(data.X, data.y, { random: seeded(7) });
  return { subject, settings, data, pristine: draw(), estimator, fitted, answers: answersOf(fitted, data.X) };
}
