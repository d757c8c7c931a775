import { useUseCase } from '../server/session.ts';
import { useTexts } from '../text/use-texts.ts';

/** What a fraud pattern is called. */
export function usePatternTitle(): (pattern: string) => string {
  const { patterns } = useUseCase();
  const { say } = useTexts();
  return pattern => {
    const title = patterns[pattern];
    return title ? say(title) : pattern;
  };
}
