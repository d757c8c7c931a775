import { ActionIcon, CopyButton, Group } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTexts } from '../text/use-texts.ts';

interface IdentifierProps {
  /** What is copied. */
  readonly children: string;
  /** What stands there, where the whole would be too long. */
  readonly shown?: string;
}

/** An id in monospace, with a button to copy it. */
export function Identifier({ children, shown = children }: IdentifierProps) {
  const { t } = useTexts();
  return (
    <Group gap={4} wrap="nowrap" component="span" display="inline-flex">
      <span className="identifier">{shown}</span>
      <CopyButton value={children} timeout={1500}>
        {({ copied, copy }) => (
          <ActionIcon
            className="screen-only"
            size="sm"
            variant="subtle"
            color="gray"
            onClick={copy}
            aria-label={copied ? t('common.copied') : t('common.copy')}
          >
            {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          </ActionIcon>
        )}
      </CopyButton>
    </Group>
  );
}
