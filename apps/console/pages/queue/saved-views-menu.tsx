import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { type SavedView, withoutView, withView } from './saved-views.ts';

const none: readonly SavedView[] = [];

interface SavedViewsMenuProps {
  /** What the queue is narrowed by now, without the day. */
  readonly filters: SavedView['filters'];
  readonly onApply: (filters: SavedView['filters']) => void;
}

/** The filters that a person comes back to, kept on this machine. */
export function SavedViewsMenu({ filters, onApply }: SavedViewsMenuProps) {
  const { t } = useTexts();
  const { id } = useUseCase();
  const [isOpen, { toggle, close }] = useDisclosure();
  const { draft: views, keep } = useDraft(`queue-views.${id}`, none);
  const apply = (view: SavedView) => {
    onApply(view.filters);
    close();
  };
  return (
    <Popover opened={isOpen} onChange={close} position="bottom-start" width={300} trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />} onClick={toggle}>
          {t('queue.views')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {views.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('queue.noViews')}
            </Text>
          )}
          {views.map(view => (
            <Group key={view.name} gap={4} wrap="nowrap">
              <Button variant="subtle" size="compact-md" flex={1} justify="start" onClick={() => apply(view)}>
                {view.name}
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('queue.removeView', { name: view.name })}
                onClick={() => keep(withoutView(views, view.name))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
          <SaveView onSave={name => keep(withView(views, { name, filters }))} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function SaveView({ onSave }: { readonly onSave: (name: string) => void }) {
  const { t } = useTexts();
  const [name, setName] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onSave(name.trim());
    setName('');
  };
  return (
    <form onSubmit={save}>
      <Group gap="xs" wrap="nowrap" align="end">
        <TextInput
          flex={1}
          label={t('queue.viewName')}
          value={name}
          maxLength={40}
          onChange={event => setName(event.currentTarget.value)}
        />
        <Button type="submit" disabled={name.trim() === ''}>
          {t('queue.saveView')}
        </Button>
      </Group>
    </form>
  );
}
