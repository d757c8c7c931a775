import { useSession } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Consultation } from '../consult/consult-page.tsx';
import { StartPage } from './start-page.tsx';

/** Merchants and owners: the form first, the answer beside it. */
export function FormStart() {
  const { t } = useTexts();
  const intro = useSession()?.user.role === 'owner' ? t('start.ownerIntro') : t('start.merchantIntro');
  return (
    <StartPage intro={intro}>
      <Consultation />
    </StartPage>
  );
}
