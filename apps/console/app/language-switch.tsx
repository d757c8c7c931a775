import { type Language, languages } from '@rikuy/contracts';
import { SegmentedControl } from '@mantine/core';
import { changeLanguage, languageOf } from '../text/i18n.ts';
import { useTexts } from '../text/use-texts.ts';

const names: Readonly<Record<Language, string>> = { es: 'ES', en: 'EN' };

export function LanguageSwitch() {
  const { t, language } = useTexts();
  return (
    <SegmentedControl
      size="xs"
      flex="none"
      aria-label={t('account.language')}
      value={language}
      onChange={chosen => void changeLanguage(languageOf(chosen))}
      data={languages.map(value => ({ value, label: names[value] }))}
    />
  );
}
