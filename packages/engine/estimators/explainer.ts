import type { ExplainedFigure } from '@rikuy/contracts';
import {
  type Attributions,
  type Fitted,
  type FittedClassifier,
  type FittedTransformer,
  isExplainable,
  type Table,
} from '@rikuy/learn';

/** Splits what a model says of each row into one part per input, exactly. */
export interface Explainer {
  /** What the parts add up to. */
  readonly figure: ExplainedFigure;
  explain(X: Table): Attributions;
}

/**
 * How the decisions of a model are explained, by this rule; null where there is no exact way.
 * - A model that splits its own score does so: trees, linear models, scorecards, votes of forests.
 * - A detector splits the oddness that its score was made from.
 * - A vote explains by the member of the largest say that can split its own score, a stack by the first such member,
 *   and a calibrated classifier by what it calibrates: the parts then add up to that member's score, not to the model's.
 * - A network alone has none; let it vote beside a model that has.
 */
export function explainerOf(model: Fitted): Explainer | null {
  if (isExplainable(model)) return { figure: { kind: 'score' }, explain: X => model.explain(X) };
  switch (model.kind) {
    case 'anomaly-classifier':
      return ofDetector(model);
    case 'calibrated-classifier':
      return ofMembers([(model as Fitted & { readonly base: FittedClassifier }).base]);
    case 'voting-classifier':
      return ofVote(model as Vote);
    case 'stacking-classifier':
      return ofMembers((model as Fitted & Pick<Vote, 'members'>).members);
    case 'pipeline':
      return ofPipeline(model as Pipeline);
    default:
      return null;
  }
}

type Vote = Fitted & { readonly members: readonly FittedClassifier[]; readonly shares: readonly number[] };
type Pipeline = Fitted & { readonly steps: readonly FittedTransformer[]; readonly last: Fitted };

function ofDetector(model: Fitted): Explainer | null {
  const { oddness } = model as Fitted & { readonly oddness?: (X: Table) => Attributions };
  return oddness ? { figure: { kind: 'oddness' }, explain: oddness } : null;
}

function ofVote({ members, shares }: Vote): Explainer | null {
  const byShare = members.map((member, k) => ({ member, share: shares[k] })).sort((a, b) => b.share - a.share);
  return ofMembers(byShare.map(({ member }) => member));
}

/** The first member that splits its own score; failing that, the first that can say anything. */
function ofMembers(members: readonly FittedClassifier[]): Explainer | null {
  const able = members.flatMap(member => {
    const explainer = explainerOf(member);
    return explainer ? [{ explainer, kind: kindOf(member) }] : [];
  });
  const chosen = able.find(({ explainer }) => explainer.figure.kind === 'score') ?? able.at(0);
  if (!chosen) return null;
  const { explainer, kind } = chosen;
  return explainer.figure.kind === 'score' ? { ...explainer, figure: { kind: 'member', member: kind } } : explainer;
}

/** A pipeline is named by what it ends in. */
function kindOf(model: Fitted): string {
  return model.kind === 'pipeline' ? kindOf((model as Pipeline).last) : model.kind;
}

function ofPipeline({ steps, last, inputs }: Pipeline): Explainer | null {
  const explainer = explainerOf(last);
  if (!explainer) return null;
  return {
    figure: explainer.figure,
    explain: X => {
      const attributions = explainer.explain(steps.reduce((reached, step) => step.transform(reached), X));
      return inTermsOf(
        inputs.map(({ name }) => name),
        attributions,
        steps,
      );
    },
  };
}

/** Parts added up by the input that they come from; what comes from several keeps its own name, behind them. */
function inTermsOf(
  inputs: readonly string[],
  { inputs: made, values, ...rest }: Attributions,
  steps: readonly FittedTransformer[],
): Attributions {
  const origins = made.map(name => originOf(name, steps) ?? name);
  const names = [...new Set([...inputs, ...origins])];
  const places = origins.map(origin => names.indexOf(origin));
  const rows = made.length === 0 ? 0 : values.length / made.length;
  const summed = new Float64Array(rows * names.length);
  values.forEach((value, at) => {
    const row = Math.floor(at / made.length);
    summed[row * names.length + places[at % made.length]] += value;
  });
  return { ...rest, inputs: names, values: summed };
}

function originOf(name: string, steps: readonly FittedTransformer[]): string | undefined {
  return steps.reduceRight<string | undefined>(
    (origin, step) => (origin === undefined ? undefined : step.origins?.get(origin)),
    name,
  );
}
