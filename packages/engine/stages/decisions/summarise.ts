import type { Bilingual, Decision, Language, Reason } from '@rikuy/contracts';
import type { UseCase } from '../../use-case/use-case.ts';
import { formatValue } from './format-value.ts';

const languages: readonly Language[] = ['es', 'en'];

/** The decision and its strongest reason in one sentence. */
export function summarise(useCase: UseCase, decision: Decision, reasons: readonly Reason[]): Bilingual {
  const [es, en] = languages.map(language => sentence(useCase, decision, reasons.at(0), language));
  return { es, en };
}

function sentence(useCase: UseCase, decision: Decision, strongest: Reason | undefined, language: Language): string {
  const outcome = useCase.policy.outcomes.find(({ code }) => code === decision.outcome);
  const title = outcome?.title[language] ?? decision.outcome;
  const estimated = estimate(decision, language);
  const why = strongest ? ` ${strongest.text[language]}` : '';
  return `${title}: ${how(decision.lane, estimated, language)}.${why}`;
}

/** What the policy goes by: points where it has them, else the probability. */
function estimate({ score, assessment }: Decision, language: Language): string {
  const probability = formatValue(score, 'share', language);
  if (assessment?.kind === 'points')
    return language === 'es'
      ? `${assessment.points} puntos, probabilidad estimada ${probability}`
      : `${assessment.points} points, estimated probability ${probability}`;
  return language === 'es' ? `probabilidad estimada ${probability}` : `estimated probability ${probability}`;
}

function how(lane: Decision['lane'], estimated: string, language: Language): string {
  switch (lane) {
    case 'random':
      return language === 'es'
        ? `elegida al azar para control (${estimated})`
        : `drawn at random for control (${estimated})`;
    case 'rule':
      return language === 'es' ? `una regla lo exige (${estimated})` : `a rule demands it (${estimated})`;
    case 'model':
      return estimated;
  }
}
