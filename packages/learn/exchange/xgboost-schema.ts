import { z } from 'zod';
import { LearnError } from '../protocol/learn-error.ts';
import { neutralScore } from './base-score.ts';

/** A number, or null where the file has a bare `NaN` (thresholds of category splits, version 1.7). */
const float = z.number().nullable();
const ints = z.array(z.int());
const numberText = z.union([z.string(), z.number()]);

const tree = z.looseObject({
  left_children: ints,
  right_children: ints,
  split_indices: ints,
  split_conditions: z.array(float),
  /** Booleans before 1.2. */
  default_left: z.array(z.union([z.int(), z.boolean()])),
  sum_hessian: z.array(float),
  loss_changes: z.array(float),
  split_type: ints.default([]),
  categories: ints.default([]),
  categories_nodes: ints.default([]),
  categories_segments: ints.default([]),
  categories_sizes: ints.default([]),
});

/** The categories seen in training, since 3.1: texts as UTF-8 (signed bytes) cut at offsets, or numbers of a type. */
const encoding = z.union([
  z.looseObject({ offsets: ints, values: ints }),
  z.looseObject({ type: z.int(), values: z.array(z.number()) }),
]);

const trees = z.looseObject({
  trees: z.array(tree),
  cats: z.looseObject({ enc: z.array(encoding) }).default({ enc: [] }),
});

/** The parts of XGBoost's JSON model that are read; the rest is ignored. */
export const xgboostSchema = z.looseObject({
  version: z.array(z.int()).min(1),
  learner: z.looseObject({
    feature_names: z.array(z.string()).default([]),
    feature_types: z.array(z.string()).default([]),
    learner_model_param: z.looseObject({
      base_score: numberText,
      num_class: numberText.default('0'),
      num_target: numberText.default('1'),
      num_feature: numberText,
    }),
    objective: z.looseObject({
      name: z.string(),
      tweedie_regression_param: z.looseObject({ tweedie_variance_power: numberText }).optional(),
    }),
    gradient_booster: z.preprocess(unwrapped, z.looseObject({ model: trees, weight_drop: z.array(z.number()) })),
  }),
});

/** `dart` keeps its trees one level deeper, beside the weight of each. */
function unwrapped(booster: unknown): unknown {
  if (typeof booster !== 'object' || booster === null) return booster;
  const { gbtree, ...others } = booster as { gbtree?: object };
  return { weight_drop: [], ...others, ...gbtree };
}

export type XgboostModel = z.output<typeof xgboostSchema>;
export type XgboostTree = z.output<typeof tree>;
export type XgboostEncoding = z.output<typeof encoding>;

/**
 * The model in a text saved by `save_model('….json')`.
 * @throws LearnError `unsupported-model` when it is none of the boosters and objectives that are read here, or no such text
 */
export function parseXgboost(text: string): XgboostModel {
  const json = parseJson(text);
  checkSupported(json);
  const parsed = xgboostSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw notSupported(`a model saved as JSON by XGBoost 1.0 or newer; \`${issue.path.join('.')}\`: ${issue.message}`, {
    cause: parsed.error,
  });
}

/** XGBoost writes `NaN` and `Infinity` bare; texts are matched first, so that a name keeps such a word. */
const BARE_WORDS = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(BARE_WORDS, word => (word.startsWith('"') ? word : jsonFor(word))));
  } catch (cause) {
    throw notSupported('the JSON text of `save_model("model.json")`; the text is no JSON (UBJSON is not read)', {
      cause,
    });
  }
}

function jsonFor(word: string): string {
  if (word.endsWith('NaN')) return 'null';
  return word.startsWith('-') ? '-1e39' : '1e39';
}

/** What the parts that decide hold, in a model of any booster: other boosters do not fit the schema. */
const heading = z.looseObject({
  learner: z.looseObject({
    gradient_booster: z.looseObject({ name: z.string() }),
    objective: z.looseObject({ name: z.string() }),
    learner_model_param: z.looseObject({ num_class: numberText.default('0'), num_target: numberText.default('1') }),
  }),
});

function checkSupported(json: unknown): void {
  const { data } = heading.safeParse(json);
  if (!data) return;
  const { gradient_booster: booster, objective, learner_model_param: sizes } = data.learner;
  if (booster.name !== 'gbtree' && booster.name !== 'dart')
    throw notSupported(`the booster \`gbtree\` or \`dart\`; got \`${booster.name}\`. Train one of those`);
  if (Number(sizes.num_class) > 1)
    throw notSupported(
      `a model of two classes or a number; got ${sizes.num_class} classes. Train one model for each class against the others`,
    );
  if (Number(sizes.num_target) > 1)
    throw notSupported(`a model of one target; got ${sizes.num_target} targets. Train one model for each`);
  if (!objectives.includes(objective.name)) {
    throw notSupported(
      `an objective among ${objectives.map(one => `\`${one}\``).join(', ')}; got \`${objective.name}\``,
    );
  }
}

const objectives: readonly string[] = Object.keys(neutralScore);

function notSupported(expectation: string, options?: ErrorOptions): LearnError {
  return new LearnError('unsupported-model', `XGBoost model: expected ${expectation}.`, options);
}
