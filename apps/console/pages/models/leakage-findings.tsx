import type { LeakageFinding } from '@rikuy/contracts';
import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTexts } from '../../text/use-texts.ts';
import { FeatureLink } from '../../ui/feature-link.tsx';
import { Section } from '../../ui/section.tsx';

/** Where the answer may have slipped into the features. */
export function LeakageFindings({ findings }: { readonly findings: readonly LeakageFinding[] }) {
  const { t, format } = useTexts();
  return (
    <Section title={t('models.leakageTitle')}>
      {findings.length === 0 && (
        <Alert color="water" variant="light" icon={<IconCircleCheck aria-hidden />}>
          {t('models.leakageNone')}
        </Alert>
      )}
      <Stack gap="xs">
        {findings.map(({ kind, feature, value, rows }) => (
          <Alert
            key={`${kind} ${feature}`}
            color="orange"
            variant="light"
            icon={<IconAlertTriangle aria-hidden />}
            title={t(`models.leakageKinds.${kind}`)}
          >
            {feature && (
              <Text size="sm" className="identifier">
                <FeatureLink name={feature}>{feature}</FeatureLink>
              </Text>
            )}
            <Text size="sm">
              {rows === null
                ? t('models.leakageAuc', { auc: format.decimal(value, 3) })
                : t('models.leakageShare', { share: format.share(value, 1), rows: format.integer(rows) })}
            </Text>
          </Alert>
        ))}
      </Stack>
    </Section>
  );
}
