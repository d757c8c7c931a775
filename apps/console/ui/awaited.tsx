import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../text/use-texts.ts';
import { FailureNotice } from './failure-notice.tsx';

interface AwaitedProps<Data> {
  readonly query: Pick<UseQueryResult<Data>, 'error'> & {
    readonly data: Data | undefined;
    readonly refetch: () => unknown;
  };
  /** Height of the skeleton, pixels: what the content will take, so that nothing jumps. */
  readonly height?: number;
  readonly children: (data: Data) => ReactNode;
}

/** Data when it is there; else a skeleton, or what went wrong and how to try again. */
export function Awaited<Data>({ query, height = 160, children }: AwaitedProps<Data>) {
  const { t } = useTexts();
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <FailureNotice error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton h={height} aria-busy="true" aria-label={t('common.loading')} role="status" />;
}
