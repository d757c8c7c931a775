import type { FieldProblem, UseCaseDescription } from '@rikuy/contracts';
import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { FieldInput } from './field-input.tsx';
import { type Entry, entryOf, missingFields } from './record-entry.ts';

interface RecordFormProps {
  readonly entry: Entry;
  readonly problems: readonly FieldProblem[];
  /** Fields that a person has been in: only these complain of being empty. */
  readonly touched: ReadonlySet<string>;
  readonly onTouch: (name: string) => void;
  readonly onChange: (entry: Entry) => void;
  readonly onClear: () => void;
}

/** The form of a record, made from its declaration. */
export function RecordForm(props: RecordFormProps) {
  const { t, say } = useTexts();
  const { record } = useUseCase();
  const required = record.fields.filter(field => field.required);
  const optional = record.fields.filter(field => !field.required);
  return (
    <Paper
      withBorder
      p="md"
      component="form"
      aria-label={say(record.title)}
      onSubmit={event => event.preventDefault()}
      noValidate
    >
      <Stack gap="md">
        <Examples {...props} />
        <FieldGroup {...props} title={t('consult.required')} fields={required} />
        {optional.length > 0 && <FieldGroup {...props} title={t('consult.optional')} fields={optional} />}
      </Stack>
    </Paper>
  );
}

function Examples({ onChange, onClear }: RecordFormProps) {
  const { t, say } = useTexts();
  const { record, examples } = useUseCase();
  return (
    <Group gap="xs" role="group" aria-label={t('consult.examples')}>
      {examples.length > 0 && (
        <Text size="sm" c="dimmed" w="100%">
          {t('consult.examples')}
        </Text>
      )}
      {examples.map(example => (
        <Button
          key={example.title.es}
          size="xs"
          variant="light"
          onClick={() => onChange(entryOf(record, example.record))}
        >
          {say(example.title)}
        </Button>
      ))}
      <Button size="xs" variant="subtle" color="gray" onClick={onClear}>
        {t('consult.empty')}
      </Button>
    </Group>
  );
}

interface FieldGroupProps extends RecordFormProps {
  readonly title: string;
  readonly fields: UseCaseDescription['record']['fields'];
}

function FieldGroup({ title, fields, entry, problems, touched, onTouch, onChange }: FieldGroupProps) {
  const { t } = useTexts();
  const { record } = useUseCase();
  const missing = new Set(missingFields(record, entry).map(({ name }) => name));
  const errorOf = (name: string) => {
    if (missing.has(name)) return touched.has(name) ? t('consult.fieldRequired') : undefined;
    return problems.find(({ field }) => field === name)?.message;
  };
  return (
    <div>
      <Title order={2} fz="sm" mb="xs">
        {title}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
        {fields.map(field => (
          <FieldInput
            key={field.name}
            field={field}
            entry={entry}
            error={errorOf(field.name)}
            onBlur={() => onTouch(field.name)}
            onChange={typed => onChange({ ...entry, [field.name]: typed })}
          />
        ))}
      </SimpleGrid>
    </div>
  );
}
