import { Alert, Button, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import { type Failure, failureOf } from '../server/failure.ts';
import { type Texts, useTexts } from '../text/use-texts.ts';

interface FailureNoticeProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What happened, what to do, a way to try again, and the code for support. */
export function FailureNotice({ error, onRetry }: FailureNoticeProps) {
  const texts = useTexts();
  const failure = failureOf(error, texts.language);
  const { title, detail } = wordsFor(failure, texts);
  return (
    <Alert
      role="alert"
      variant="light"
      color={failure.kind === 'forbidden' ? 'gray' : 'red'}
      title={title}
      icon={iconFor(failure)}
    >
      {detail && <Text size="sm">{detail}</Text>}
      {failure.fields.length > 0 && (
        <List size="sm" mt="xs">
          {failure.fields.map(({ field, message }) => (
            <List.Item key={field + message}>
              <span className="identifier">{field}</span>: {message}
            </List.Item>
          ))}
        </List>
      )}
      {failure.code && (
        <Text size="xs" mt="xs">
          {texts.t('failure.code', { code: failure.code })}
        </Text>
      )}
      {onRetry && failure.kind !== 'forbidden' && (
        <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
          {texts.t('common.retry')}
        </Button>
      )}
    </Alert>
  );
}

/** Title and detail of a failure in the language of the page. */
export function wordsFor(failure: Failure, { t }: Texts): { title: string; detail: string | null } {
  switch (failure.kind) {
    case 'offline':
      return { title: t('failure.offlineTitle'), detail: t('failure.offlineDetail') };
    case 'forbidden':
      return { title: t('failure.forbiddenTitle'), detail: t('failure.forbiddenDetail') };
    case 'missing':
      return { title: failure.title ?? t('failure.missingTitle'), detail: failure.detail };
    case 'unreadable':
      return { title: t('failure.unreadableTitle'), detail: t('failure.unreadableDetail') };
    case 'problem':
      return { title: failure.title ?? t('failure.unreadableTitle'), detail: failure.detail };
    default:
      return failure.kind satisfies never;
  }
}

function iconFor({ kind }: Failure) {
  if (kind === 'forbidden') return <IconLock aria-hidden />;
  if (kind === 'offline') return <IconPlugConnectedX aria-hidden />;
  return <IconAlertTriangle aria-hidden />;
}
