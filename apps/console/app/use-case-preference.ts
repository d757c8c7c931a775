import type { Role, UseCaseDescription, User } from '@rikuy/contracts';

const placeOf = ({ id }: User) => `rikuy.use-case.${id}`;

/** Where a role usually works; where it is not served, or for other roles, the first use case. */
const usualUseCase: Readonly<Partial<Record<Role, string>>> = {
  analyst: 'tax',
  'policy-maker': 'tax',
  specialist: 'ecommerce',
  merchant: 'ecommerce',
  'compliance-officer': 'payments',
  'finance-manager': 'payments',
  'loan-officer': 'sme-credit',
  owner: 'sme-credit',
  regulator: 'sme-credit',
};

/** The use case to begin with: the one this person used last, else the usual one of the role, else the first. */
export function preferredUseCase(useCases: readonly UseCaseDescription[], user: User): string | undefined {
  const wanted = [localStorage.getItem(placeOf(user)), usualUseCase[user.role]];
  const known = wanted.find(id => useCases.some(useCase => useCase.id === id));
  return known ?? useCases[0]?.id;
}

export function rememberUseCase(id: string, user: User): void {
  localStorage.setItem(placeOf(user), id);
}
