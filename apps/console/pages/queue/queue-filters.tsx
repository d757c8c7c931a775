import { caseStatuses, type QueueSummary } from '@rikuy/contracts';
import { Button, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { useOfficeName, useOfficeTitle } from '../../ui/office-name.ts';
import classes from './queue-filters.module.css';
import { SavedViewsMenu } from './saved-views-menu.tsx';

const page = getRouteApi('/shell/casos/$useCase/cola');

/** What the queue is narrowed by; it all stands in the address. */
export function QueueFilters({ summary }: { readonly summary: QueueSummary }) {
  const { t, say, format } = useTexts();
  const { outcomes } = useUseCase();
  const nameOf = useOfficeName();
  const office = useOfficeTitle();
  const search = page.useSearch();
  const navigate = page.useNavigate();
  const narrow = (change: Partial<typeof search>) => void navigate({ search: { ...search, ...change }, replace: true });
  const { oficina, canal, estado, q } = search;
  const isNarrowed = Boolean(oficina ?? canal ?? estado ?? q);
  return (
    <Group gap="xs" role="search" aria-label={t('queue.filters')} className={classes.filters}>
      <Select
        className={classes.filter}
        aria-label={t('home.day')}
        data={summary.days.map(value => ({ value, label: format.day(value) }))}
        value={search.dia ?? summary.day}
        allowDeselect={false}
        onChange={dia => narrow({ dia: dia ?? undefined })}
      />
      <Select
        className={classes.filter}
        aria-label={office}
        placeholder={office}
        data={summary.offices.map(value => ({ value, label: nameOf(value) }))}
        value={oficina ?? null}
        clearable
        onChange={value => narrow({ oficina: value ?? undefined })}
      />
      <Select
        className={classes.filter}
        aria-label={t('queue.outcome')}
        placeholder={t('queue.outcome')}
        data={outcomes.filter(({ worked }) => worked).map(({ code, title }) => ({ value: code, label: say(title) }))}
        value={canal ?? null}
        clearable
        onChange={value => narrow({ canal: value ?? undefined })}
      />
      <Select
        className={classes.filter}
        aria-label={t('queue.status')}
        placeholder={t('queue.status')}
        data={caseStatuses.map(value => ({ value, label: t(`status.${value}`) }))}
        value={estado ?? null}
        clearable
        onChange={value => narrow({ estado: statusNamed(value) })}
      />
      <FindBox q={q ?? ''} onFind={found => narrow({ q: found || undefined })} />
      <SavedViewsMenu
        filters={{ oficina, canal, estado, q }}
        onApply={({ oficina, canal, estado, q }) =>
          void navigate({ search: { dia: search.dia, oficina, canal, estado: statusNamed(estado), q } })
        }
      />
      {isNarrowed && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconFilterOff size={16} aria-hidden />}
          onClick={() => void navigate({ search: { dia: search.dia } })}
        >
          {t('queue.clear')}
        </Button>
      )}
    </Group>
  );
}

function statusNamed(name: string | null | undefined) {
  return caseStatuses.find(status => status === name);
}

interface FindBoxProps {
  readonly q: string;
  readonly onFind: (q: string) => void;
}

function FindBox({ q, onFind }: FindBoxProps) {
  const { t } = useTexts();
  const [text, setText] = useState(q);
  const find = useDebouncedCallback(onFind, 300);
  useEffect(() => setText(q), [q]);
  return (
    <TextInput
      className={classes.find}
      aria-label={t('queue.find')}
      placeholder={t('queue.find')}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      onChange={event => {
        setText(event.currentTarget.value);
        find(event.currentTarget.value.trim());
      }}
    />
  );
}
