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
  const probability = formatValue(decision.score, 'share', language);
  const why = strongest ? ` ${strongest.text[language]}` : '';
  return `${title}: ${how(decision.lane, probability, language)}.${why}`;
}

function how(lane: Decision['lane'], probability: string, language: Language): string {
  switch (lane) {
    case 'random':
      return language === 'es'
        ? `elegida al azar para control (probabilidad estimada ${probability})`
        : `drawn at random for control (estimated probability ${probability})`;
    case 'rule':
      return language === 'es'
        ? `una regla lo exige (probabilidad estimada ${probability})`
        : `a rule demands it (estimated probability ${probability})`;
    case 'model':
      return language === 'es' ? `probabilidad estimada ${probability}` : `estimated probability ${probability}`;
  }
}
