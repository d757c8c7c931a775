import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useCasesQuery } from '../server/queries.ts';
import { UseCaseContext, useSession } from '../server/session.ts';
import { Awaited } from '../ui/awaited.tsx';
import { MissingNotice } from './edge-pages.tsx';
import { rememberUseCase } from './use-case-preference.ts';

/** Gives the pages below the use case that the address names. */
export function UseCaseBoundary() {
  const { useCase: id } = useParams({ strict: false });
  const useCases = useQuery(useCasesQuery);
  const user = useSession()?.user;
  const known = useCases.data?.find(useCase => useCase.id === id);
  useEffect(() => {
    if (known && user) rememberUseCase(known.id, user);
  }, [known, user]);
  return (
    <Awaited query={useCases} height={400}>
      {() =>
        known ? (
          <UseCaseContext value={known}>
            <Outlet />
          </UseCaseContext>
        ) : (
          <MissingNotice />
        )
      }
    </Awaited>
  );
}
