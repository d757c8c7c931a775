import type { Decision } from '@rikuy/contracts';
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay, useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';

/** By which model, policy and way the decision came about: enough to trace it. */
export function HowDecided({ decision }: { readonly decision: Decision }) {
  const { t, say, format } = useTexts();
  const lanes = { model: t('decision.laneModel'), random: t('common.random'), rule: t('common.rule') } as const;
  const ruleWords = (code: string) => {
    const reason = decision.reasons.find(other => other.kind === 'rule' && other.code === code);
    return reason ? say(reason.short) : code;
  };
  return (
    <Section title={t('decision.traceTitle')}>
      <Facts
        facts={[
          { name: t('decision.traceDecided'), value: format.dateTime(decision.decidedAt) },
          { name: t('decision.traceLane'), value: lanes[decision.lane] },
          {
            name: t('decision.tracePropensity'),
            value: format.share(decision.propensity, 1),
            hint: t('decision.tracePropensityHint'),
          },
          { name: t('decision.traceModel'), value: <ModelLink version={decision.modelVersion} /> },
          { name: t('decision.tracePolicy'), value: <span className="identifier">{decision.policyVersion}</span> },
          { name: t('decision.traceRules'), value: decision.rules.map(ruleWords).join(', ') || t('common.none') },
          { name: t('decision.traceSequence'), value: format.integer(decision.sequence) },
        ]}
      />
    </Section>
  );
}

function ModelLink({ version }: { readonly version: string }) {
  const { id } = useUseCase();
  if (!useMay('read-models')) return <span className="identifier">{version}</span>;
  return (
    <Anchor
      inherit
      className="identifier"
      renderRoot={props => <Link {...props} to="/casos/$useCase/modelos/$version" params={{ useCase: id, version }} />}
    >
      {version}
    </Anchor>
  );
}
