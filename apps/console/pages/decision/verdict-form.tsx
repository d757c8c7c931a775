import type { CaseFile, Money } from '@rikuy/contracts';
import { Alert, Button, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { currencySign, parseNumber } from '../../format/formats.ts';
import { client } from '../../server/client.ts';
import { hasCode } from '../../server/failure.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { showChangedCase } from '../../casework/case-changes.ts';

interface VerdictDraft {
  readonly finding: '' | '0' | '1';
  readonly corrected: string;
  readonly recovered: string;
  readonly note: string;
}

const blank: VerdictDraft = { finding: '', corrected: '', recovered: '', note: '' };

interface VerdictFormProps {
  readonly caseFile: CaseFile;
  readonly takesFocus: boolean;
  readonly onSaved: () => void;
}

/** Says what was found. What is typed is kept until it is saved, even when somebody else was faster. */
export function VerdictForm({ caseFile, takesFocus, onSaved }: VerdictFormProps) {
  const { t, say } = useTexts();
  const { label, currency } = useUseCase();
  const { draft, isKept, keep, clear } = useDraft<VerdictDraft>(`verdict.${caseFile.id}`, blank);
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (takesFocus) form.current?.querySelector('input')?.focus();
  }, [takesFocus]);
  const save = useSaveVerdict(caseFile, () => {
    clear();
    onSaved();
  });
  const wrongAmount = (text: string) =>
    asked && text.trim() !== '' && parseNumber(text) === null ? t('verdict.needNumber') : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isComplete(draft)) save.mutate(draft);
  };
  const amountProps = { inputMode: 'decimal', leftSection: currencySign(currency), leftSectionWidth: 44 } as const;
  return (
    <form ref={form} onSubmit={submit} className="screen-only" noValidate>
      <Stack gap="sm">
        <Radio.Group
          label={t('verdict.finding')}
          value={draft.finding}
          onChange={finding => keep({ ...draft, finding: finding === '1' ? '1' : '0' })}
          error={asked && draft.finding === '' ? t('verdict.needFinding') : null}
        >
          <Stack gap={6} mt={6}>
            <Radio value="1" label={say(label.positive)} color="red" />
            <Radio value="0" label={say(label.negative)} color="green" />
          </Stack>
        </Radio.Group>
        {draft.finding === '1' && (
          <>
            <TextInput
              {...amountProps}
              label={t('verdict.corrected')}
              value={draft.corrected}
              error={wrongAmount(draft.corrected)}
              onChange={event => keep({ ...draft, corrected: event.currentTarget.value })}
            />
            <TextInput
              {...amountProps}
              label={t('verdict.recovered')}
              value={draft.recovered}
              error={wrongAmount(draft.recovered)}
              onChange={event => keep({ ...draft, recovered: event.currentTarget.value })}
            />
          </>
        )}
        <Textarea
          label={t('verdict.note')}
          placeholder={t('verdict.notePlaceholder')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4000}
          value={draft.note}
          onChange={event => keep({ ...draft, note: event.currentTarget.value })}
        />
        <SaveFailure error={save.error} />
        <Button type="submit" loading={save.isPending}>
          {caseFile.status === 'closed' ? t('verdict.saveCorrection') : t('verdict.save')}
        </Button>
        {isKept && (
          <Text size="xs" c="dimmed">
            {t('verdict.draft')}
          </Text>
        )}
      </Stack>
    </form>
  );
}

function SaveFailure({ error }: { readonly error: unknown }) {
  const { t } = useTexts();
  if (!error) return null;
  if (!hasCode(error, 'case-conflict')) return <FailureNotice error={error} />;
  return (
    <Alert role="alert" color="orange" title={t('verdict.conflictTitle')}>
      {t('verdict.conflictDetail')}
    </Alert>
  );
}

function useSaveVerdict(caseFile: CaseFile, onSaved: () => void) {
  const queryClient = useQueryClient();
  const { currency } = useUseCase();
  const { useCase, id, revision } = caseFile;
  return useMutation({
    mutationFn: (draft: VerdictDraft) =>
      client.giveVerdict({ params: { useCase, id }, body: { revision, ...verdictOf(draft, currency) } }),
    onSuccess: changed => {
      showChangedCase(queryClient, changed);
      onSaved();
    },
    onError: error => {
      if (hasCode(error, 'case-conflict')) void queryClient.invalidateQueries({ queryKey: ['case', useCase, id] });
    },
  });
}

function isComplete({ finding, corrected, recovered }: VerdictDraft): boolean {
  const isAmount = (text: string) => text.trim() === '' || parseNumber(text) !== null;
  return finding !== '' && isAmount(corrected) && isAmount(recovered);
}

/** Amounts belong to a confirmed suspicion only. */
function verdictOf({ finding, corrected, recovered, note }: VerdictDraft, currency: string) {
  const isConfirmed = finding === '1';
  const money = (text: string): Money | null => {
    const amount = isConfirmed ? parseNumber(text) : null;
    return amount === null ? null : { amount, currency };
  };
  return {
    label: isConfirmed ? (1 as const) : (0 as const),
    correctedValue: money(corrected),
    recovered: money(recovered),
    note: note.trim(),
  };
}
