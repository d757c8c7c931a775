import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Awaited } from './awaited.tsx';
import { Page } from './page.tsx';

interface AwaitedPageProps<Data> {
  /** What the page is called until its data say it better. */
  readonly title: string;
  readonly query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>;
  readonly children: (data: Data) => ReactNode;
}

/** A whole page that waits for its data, with a title meanwhile and where they cannot be had. */
export function AwaitedPage<Data>({ title, query, children }: AwaitedPageProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  return (
    <Page title={title}>
      <Awaited query={query} height={560}>
        {children}
      </Awaited>
    </Page>
  );
}
