import type { Permission, Session, UseCaseDescription } from '@rikuy/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { sessionQuery } from './queries.ts';

/** Who is signed in; null for nobody, which pages behind the sign-in never see for long. */
export function useSession(): Session | null {
  return useSuspenseQuery(sessionQuery).data;
}

/** Whether the person signed in may do this. */
export function useMay(permission: Permission): boolean {
  return useSession()?.permissions.includes(permission) ?? false;
}

export const UseCaseContext = createContext<UseCaseDescription | null>(null);

/** The use case named in the address. */
export function useUseCase(): UseCaseDescription {
  const useCase = useContext(UseCaseContext);
  if (useCase === null) throw new Error('useUseCase() must be called below the use case boundary of the router.');
  return useCase;
}
