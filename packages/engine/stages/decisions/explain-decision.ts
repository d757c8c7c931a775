import type { Bilingual, ExplainedFigure, Explanation, Reason } from '@rikuy/contracts';
import type { Attributions } from '@rikuy/learn';
import type { FeatureDeclaration } from '../../expressions/feature.ts';
import type { ReasonText } from '../../use-case/reason-text.ts';
import type { UseCase, UsualValues } from '../../use-case/use-case.ts';
import type { FiredRule } from './fired-rule.ts';
import { formatValue } from './format-value.ts';

type Vector = Readonly<Record<string, number | string | null>>;

/** What the parts of a score were made from. */
export interface Explained {
  readonly attributions: Attributions;
  /** What they add up to. */
  readonly figure: ExplainedFigure;
  readonly vector: Vector;
  readonly usual: UsualValues;
}

/**
 * The exact split of one event's score, or of the figure that stands for it, in words, the strongest part first; the
 * parts add up to that figure on the explanation's scale.
 */
export function explainDecision(useCase: UseCase, explained: Explained): Explanation {
  const { base, inputs, values, scale } = explained.attributions;
  const parts = inputs.map((feature, j) => featureReason(useCase, feature, values[j], explained));
  const total = parts.reduce((sum, part) => sum + part.contribution, base);
  return { explains: explained.figure, scale, base, total, parts: parts.toSorted(strongestFirst) };
}

/** The reasons that a person reads first: rules that fired, then the parts that raise the score most. */
export function strongestReasons(explanation: Explanation, firedRules: readonly FiredRule[], most = 5): Reason[] {
  const raising = explanation.parts.filter(part => part.contribution > 0);
  const telling = raising.length > 0 ? raising : explanation.parts;
  return [...firedRules.map(ruleReason), ...telling].slice(0, most);
}

function featureReason(
  useCase: UseCase,
  feature: string,
  contribution: number,
  { vector, usual, figure }: Explained,
): Reason {
  const declared = useCase.features.find(({ name }) => name === feature);
  const texts = useCase.reasons[feature] ?? useCase.training.addedReasons?.[feature];
  const [value, common] = [vector[feature] ?? null, usual[feature] ?? null];
  const title = declared?.title ?? texts?.short ?? { es: feature, en: feature };
  const sentence = sentenceOf(texts, title, {
    // What a model adds by itself stands in no vector.
    isMissing: declared !== undefined && value === null,
    isOdd: figure.kind === 'oddness',
    raises: contribution >= 0,
  });
  return {
    kind: 'feature',
    code: feature,
    contribution,
    value,
    usual: common,
    text: fillIn(sentence, value, common, declared),
    short: texts?.short ?? title,
  };
}

function ruleReason(rule: FiredRule): Reason {
  return { kind: 'rule', code: rule.id, contribution: 0, value: null, usual: null, text: rule.text, short: rule.short };
}

function sentenceOf(
  texts: ReasonText | undefined,
  title: Bilingual,
  { isMissing, isOdd, raises }: { readonly isMissing: boolean; readonly isOdd: boolean; readonly raises: boolean },
): Bilingual {
  if (isMissing) return { es: `No hay dato de «${title.es}».`, en: `There is no data for “${title.en}”.` };
  if (isOdd && texts?.unusual) return texts.unusual;
  if (texts && !isOdd) return texts[raises ? 'raises' : 'lowers'];
  return { es: `${title.es}: {value} (lo habitual es {usual}).`, en: `${title.en}: {value} (usual is {usual}).` };
}

type Value = number | string | null;

function fillIn(text: Bilingual, value: Value, usual: Value, declared: FeatureDeclaration | undefined): Bilingual {
  const fill = (language: 'es' | 'en'): string =>
    text[language]
      .replaceAll('{value}', formatValue(value, declared?.unit ?? null, language))
      .replaceAll('{usual}', formatValue(usual, declared?.unit ?? null, language))
      .replaceAll('{percent}', percentApart(value, usual, language));
  return { es: fill('es'), en: fill('en') };
}

function percentApart(value: Value, usual: Value, language: 'es' | 'en'): string {
  if (typeof value !== 'number' || typeof usual !== 'number' || usual === 0) return formatValue(null, null, language);
  return formatValue(Math.abs(value / usual - 1), 'share', language);
}

function strongestFirst(a: Reason, b: Reason): number {
  return Math.abs(b.contribution) - Math.abs(a.contribution);
}
