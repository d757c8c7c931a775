import type { DecisionDetail } from '@rikuy/contracts';
import { fieldText } from '../../format/field-value.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';

/** What was declared, field by field. */
export function RecordFacts({ record }: Pick<DecisionDetail, 'record'>) {
  const texts = useTexts();
  const { t, say } = texts;
  const { record: declaration } = useUseCase();
  const facts = declaration.fields
    .filter(({ name }) => record[name] !== undefined && record[name] !== null)
    .map(field => ({
      name: say(field.title),
      value: (
        <span className={field.kind === 'identifier' ? 'identifier' : undefined}>
          {fieldText(field, record, texts)}
        </span>
      ),
    }));
  return (
    <Section title={t('decision.recordTitle')}>
      <Facts facts={facts} />
    </Section>
  );
}
