import type { CaseFile } from '@rikuy/contracts';
import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { caseFileQuery } from '../../server/queries.ts';
import { useMay, useSession, useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useClaim } from '../../casework/case-changes.ts';
import { CountedVerdict } from './counted-verdict.tsx';
import { VerdictForm } from './verdict-form.tsx';
import classes from './verdict-panel.module.css';

interface VerdictPanelProps {
  /** Null where nobody has to look at the decision. */
  readonly caseId: string | null;
  /** Whether the page was opened to give a verdict: the form takes the focus. */
  readonly isWanted: boolean;
}

/** What people found, or the form to say it; at the right on wide screens, on top on a phone. */
export function VerdictPanel({ caseId, isWanted }: VerdictPanelProps) {
  const { t } = useTexts();
  if (!useMay('read-queue')) return null;
  return (
    <Box className={classes.panel}>
      <Section title={t('verdict.title')}>
        {caseId === null ? (
          <Text c="dimmed">{t('verdict.noCase')}</Text>
        ) : (
          <AwaitedCase caseId={caseId} isWanted={isWanted} />
        )}
      </Section>
    </Box>
  );
}

function AwaitedCase({ caseId, isWanted }: { readonly caseId: string; readonly isWanted: boolean }) {
  const useCase = useUseCase();
  const caseFile = useQuery(caseFileQuery(useCase.id, caseId));
  return (
    <Awaited query={caseFile} height={260}>
      {found => <CasePanel caseFile={found} isWanted={isWanted} />}
    </Awaited>
  );
}

function CasePanel({ caseFile, isWanted }: { readonly caseFile: CaseFile; readonly isWanted: boolean }) {
  const { t } = useTexts();
  const mayWork = useMay('work-cases');
  const [isCorrecting, { open, close }] = useDisclosure();
  const isClosed = caseFile.status === 'closed';
  return (
    <Stack gap="md">
      <CaseState caseFile={caseFile} mayWork={mayWork} />
      {isClosed && <CountedVerdict caseFile={caseFile} />}
      {!mayWork && !isClosed && <Text c="dimmed">{t('verdict.readOnly')}</Text>}
      {mayWork && isClosed && !isCorrecting && (
        <Button className="screen-only" variant="default" onClick={open}>
          {t('verdict.correct')}
        </Button>
      )}
      {mayWork && (!isClosed || isCorrecting) && (
        <VerdictForm caseFile={caseFile} takesFocus={isWanted} onSaved={close} />
      )}
    </Stack>
  );
}

interface CaseStateProps {
  readonly caseFile: CaseFile;
  readonly mayWork: boolean;
}

function CaseState({ caseFile, mayWork }: CaseStateProps) {
  const { t, format } = useTexts();
  const claim = useClaim();
  const isMine = caseFile.assignee === useSession()?.user.id;
  const { id, useCase, status, assignee, office, day, revision } = caseFile;
  return (
    <>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <div>
          <Text size="sm" fw={600}>
            {t(`status.${status}`)}
          </Text>
          <Text size="xs" c="dimmed">
            {[office, format.day(day), assignee && t('queue.assignee', { name: assignee })].filter(Boolean).join(' · ')}
          </Text>
        </div>
        {mayWork && status !== 'closed' && (
          <Button
            className="screen-only"
            size="xs"
            variant="default"
            loading={claim.isPending}
            onClick={() => claim.mutate({ useCase, caseId: id, revision, release: isMine })}
          >
            {isMine ? t('queue.release') : t('queue.claim')}
          </Button>
        )}
      </Group>
      {claim.error && <FailureNotice error={claim.error} />}
    </>
  );
}
