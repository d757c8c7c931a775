import { ActionIcon, Combobox, Group, Loader, Popover, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue, useDisclosure, useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { searchQuery, useCasesQuery } from '../server/queries.ts';
import { useMay } from '../server/session.ts';
import { useTexts } from '../text/use-texts.ts';
import { OutcomeChip } from '../ui/outcome-chip.tsx';

/** Finds a decision by its id, its case, or its entity. On a phone it opens from a button. */
export function GlobalSearch() {
  const { useCase } = useParams({ strict: false });
  const label = useSearchLabel(useCase);
  const narrow = useMediaQuery('(max-width: 62em)');
  const [opened, { toggle, close }] = useDisclosure();
  if (!useMay('read-decisions') || !useCase) return null;
  if (!narrow) return <SearchBox useCase={useCase} />;
  return (
    <Popover opened={opened} onChange={close} width="min(92vw, 420px)" position="bottom-end" trapFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" onClick={toggle} aria-label={label}>
          <IconSearch size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <SearchBox useCase={useCase} onDone={close} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface SearchBoxProps {
  readonly useCase: string;
  readonly onDone?: () => void;
}

function SearchBox({ useCase, onDone }: SearchBoxProps) {
  const { format } = useTexts();
  const label = useSearchLabel(useCase);
  const navigate = useNavigate();
  const combobox = useCombobox();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 250);
  const found = useQuery({ ...searchQuery(useCase, q), placeholderData: keepPreviousData });
  const { data: useCases = [] } = useQuery(useCasesQuery);
  const description = useCases.find(({ id }) => id === useCase);

  const open = (id: string) => {
    setText('');
    combobox.closeDropdown();
    onDone?.();
    void navigate({ to: '/casos/$useCase/decisiones/$id', params: { useCase, id } });
  };
  return (
    <Combobox store={combobox} onOptionSubmit={open} withinPortal={!onDone}>
      <Combobox.Target>
        <TextInput
          w={onDone ? '100%' : 300}
          aria-label={label}
          placeholder={label}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={found.isFetching ? <Loader size={14} /> : null}
          value={text}
          onChange={event => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => text && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text === ''}>
        <Combobox.Options aria-label={label} mah={360} style={{ overflowY: 'auto' }}>
          {found.data?.map(hit => (
            <Combobox.Option key={hit.decisionId} value={hit.decisionId}>
              <Group justify="space-between" wrap="nowrap" gap="xs">
                <div>
                  <Text size="sm" className="identifier">
                    {hit.eventId}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {hit.entity} · {format.dayOfTime(hit.eventTime)}
                  </Text>
                </div>
                {description && <OutcomeChip useCase={description} outcome={hit.outcome} />}
              </Group>
            </Combobox.Option>
          ))}
          <SearchState q={q} count={found.data?.length} failed={found.isError} />
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** What can be looked for, in the words of the use case. */
function useSearchLabel(id: string | undefined): string {
  const { t, say } = useTexts();
  const { data: useCases = [] } = useQuery(useCasesQuery);
  const useCase = useCases.find(other => other.id === id);
  const entity = useCase?.record.fields.find(({ name }) => name === useCase.entityField);
  return t('search.label', { entity: entity ? say(entity.title) : '' });
}

interface SearchStateProps {
  readonly q: string;
  readonly count: number | undefined;
  readonly failed: boolean;
}

function SearchState({ q, count, failed }: SearchStateProps) {
  const { t } = useTexts();
  if (q.length < 2) return <Combobox.Empty>{t('search.short')}</Combobox.Empty>;
  if (failed) return <Combobox.Empty>{t('search.failed')}</Combobox.Empty>;
  if (count === undefined) return <Combobox.Empty>{t('common.loading')}</Combobox.Empty>;
  return count === 0 ? <Combobox.Empty>{t('search.empty', { q })}</Combobox.Empty> : null;
}
