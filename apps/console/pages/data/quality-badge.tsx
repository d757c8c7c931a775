import type { QualityStatus } from '@rikuy/contracts';
import { IconAlertTriangleFilled, IconCircleCheckFilled, IconCircleXFilled } from '@tabler/icons-react';
import { useTexts } from '../../text/use-texts.ts';
import classes from './quality-badge.module.css';

const icons = { pass: IconCircleCheckFilled, warn: IconAlertTriangleFilled, fail: IconCircleXFilled } as const;

/** Whether data pass their checks, as icon, word and colour together. */
export function QualityBadge({ status }: { readonly status: QualityStatus | null }) {
  const { t } = useTexts();
  if (status === null) return <span>{t('data.notAssessed')}</span>;
  const Icon = icons[status];
  return (
    <span className={classes.badge} data-status={status}>
      <Icon size={16} aria-hidden />
      {t(`data.statuses.${status}`)}
    </span>
  );
}
