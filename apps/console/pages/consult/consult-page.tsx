import { Alert, Grid } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../../server/failure.ts';
import { previewQuery } from '../../server/queries.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Page } from '../../ui/page.tsx';
import { Permitted } from '../../ui/permitted.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { type Entry, missingFields, recordOf } from './record-entry.ts';
import { RecordForm } from './record-form.tsx';

const blank: Entry = {};

/** Scores one record while it is being typed; writes it only when told to. */
export function ConsultPage() {
  const { t } = useTexts();
  return (
    <Permitted permission="score">
      <Page title={t('consult.title')} intro={t('consult.intro')}>
        <Consultation />
      </Page>
    </Permitted>
  );
}

/** The form of the use case's record and the answer beside it, with what must be told before. */
export function Consultation() {
  const { language, say } = useTexts();
  const useCase = useUseCase();
  const { draft: entry, keep, clear } = useDraft<Entry>(`consult.${useCase.id}`, blank);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [settled] = useDebouncedValue(entry, 350);
  const isComplete = missingFields(useCase.record, settled).length === 0;
  const preview = useQuery({
    ...previewQuery(useCase.id, recordOf(useCase.record, settled)),
    enabled: isComplete,
    placeholderData: keepPreviousData,
  });
  const problems = preview.error && isComplete ? failureOf(preview.error, language).fields : [];
  return (
    <Grid gap="md">
      {useCase.notice && (
        <Grid.Col span={12}>
          <Alert color="water" variant="light" style={{ whiteSpace: 'pre-line' }}>
            {say(useCase.notice)}
          </Alert>
        </Grid.Col>
      )}
      <Grid.Col span={{ base: 12, md: 7 }}>
        <RecordForm
          entry={entry}
          problems={problems}
          touched={touched}
          onTouch={name => setTouched(new Set([...touched, name]))}
          onChange={keep}
          onClear={() => {
            clear();
            setTouched(new Set());
          }}
        />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <AnswerPanel
          entry={entry}
          preview={preview}
          isComplete={isComplete}
          isStale={preview.isFetching || settled !== entry}
        />
      </Grid.Col>
    </Grid>
  );
}
