import { Group, Kbd, Popover, Text, UnstyledButton } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay, useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { verdictKeysOf } from '../../casework/verdict-keys.ts';
import classes from './key-legend.module.css';

/** The keys of the queue, for those who have a keyboard. */
export function KeyLegend() {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const verdicts = useVerdictKeyWords();
  const mayWork = useMay('work-cases');
  const keys = [
    { keys: ['J', 'K'], does: t('queue.keyMove') },
    { keys: ['Enter'], does: t('queue.keyOpen') },
    ...(mayWork
      ? [{ keys: ['C'], does: t('queue.keyClaim') }, ...verdicts, { keys: ['U'], does: t('queue.keyUndo') }]
      : []),
  ];
  return (
    <Popover position="bottom-end" withArrow opened={isOpen} onChange={setOpen}>
      <Popover.Target>
        <UnstyledButton
          className={classes.button}
          visibleFrom="sm"
          onClick={() => setOpen(!isOpen)}
          onKeyDown={event => {
            if (event.key === 'Escape') setOpen(false);
          }}
        >
          <IconKeyboard size={18} stroke={1.6} aria-hidden />
          <Text size="sm" span>
            {t('queue.keys')}
          </Text>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <dl className={classes.keys}>
          {keys.map(({ keys: names, does }) => (
            <Group key={does} gap="sm" wrap="nowrap">
              <dt>
                {names.map(name => (
                  <Kbd key={name} size="sm">
                    {name}
                  </Kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </Group>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}

function useVerdictKeyWords() {
  const { t, say } = useTexts();
  const { outcomes, label } = useUseCase();
  return verdictKeysOf(outcomes).map(({ key, command }) => ({
    keys: [key],
    does:
      command.kind === 'verdict' ? say(command.label === 1 ? label.positive : label.negative) : t('queue.keyDetails'),
  }));
}
