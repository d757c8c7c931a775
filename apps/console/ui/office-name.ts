import { useUseCase } from '../server/session.ts';
import { useTexts } from '../text/use-texts.ts';

/** The office with its title where the record declares one, `118 Callao marítima`. */
export function useOfficeName(): (office: string) => string {
  const useCase = useUseCase();
  const { say } = useTexts();
  const field = useCase.record.fields.find(({ name }) => name === useCase.officeField);
  const values = field?.kind === 'category' ? field.values : undefined;
  return office => {
    const title = values?.[office];
    if (!title) return office;
    return say(title).includes(office) ? say(title) : `${office} ${say(title)}`;
  };
}

/** What the use case calls the unit that works its cases: an office, a merchant, a region. */
export function useOfficeTitle(): string {
  const { record, officeField } = useUseCase();
  const { say } = useTexts();
  const field = record.fields.find(({ name }) => name === officeField);
  return field ? say(field.title) : officeField;
}
