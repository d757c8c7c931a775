import type { UseCaseDescription } from '@rikuy/contracts';

const remembered = 'rikuy.use-case';

/** The use case to begin with: the one used last, or the first. */
export function preferredUseCase(useCases: readonly UseCaseDescription[]): string | undefined {
  const last = localStorage.getItem(remembered);
  return (useCases.find(({ id }) => id === last) ?? useCases[0])?.id;
}

export function rememberUseCase(id: string): void {
  localStorage.setItem(remembered, id);
}
