import { useTexts } from '../text/use-texts.ts';
import { EmptyNotice } from '../ui/empty-notice.tsx';

/** A fresh installation: nothing has been loaded yet. */
export function NoUseCasePage() {
  const { t } = useTexts();
  return <EmptyNotice title={t('failure.noUseCaseTitle')} detail={t('failure.noUseCaseDetail')} />;
}
