import type { Field } from '@rikuy/contracts';
import { Checkbox, Select, Text, TextInput } from '@mantine/core';
import { currencySign } from '../../format/formats.ts';
import { useTexts } from '../../text/use-texts.ts';
import type { Entry } from './record-entry.ts';

interface FieldInputProps {
  readonly field: Field;
  readonly entry: Entry;
  readonly error: string | undefined;
  readonly onBlur: () => void;
  readonly onChange: (typed: string | boolean) => void;
}

const hintsBelow: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];

/** The right control for one declared field. */
export function FieldInput({ field, entry, error, onBlur, onChange }: FieldInputProps) {
  const { say } = useTexts();
  const hint = useFieldHint(field);
  const typed = entry[field.name] ?? '';
  const shared = {
    label: say(field.title),
    description: hint,
    error,
    onBlur,
    required: field.required,
    name: field.name,
    // Hints below the control, so that neighbours line up.
    inputWrapperOrder: hintsBelow,
  } as const;
  if (field.kind === 'boolean')
    return (
      <Checkbox
        label={say(field.title)}
        description={hint}
        error={error}
        checked={typed === true}
        onChange={event => onChange(event.currentTarget.checked)}
      />
    );
  if (field.kind === 'category' && field.values)
    return (
      <Select
        {...shared}
        data={Object.entries(field.values).map(([value, title]) => ({ value, label: optionText(value, say(title)) }))}
        value={typed === '' ? null : String(typed)}
        onChange={value => onChange(value ?? '')}
        searchable
        clearable
      />
    );
  const text = {
    ...shared,
    value: String(typed),
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  if (field.kind === 'time')
    return <TextInput {...text} type={field.precision === 'day' ? 'date' : 'datetime-local'} />;
  if (field.kind === 'money')
    return (
      <TextInput
        {...text}
        inputMode="decimal"
        leftSection={<Sign currency={currencyOf(field, entry)} />}
        leftSectionWidth={48}
      />
    );
  if (field.kind === 'number') return <TextInput {...text} inputMode="decimal" />;
  return (
    <TextInput
      {...text}
      placeholder={field.example === undefined ? undefined : String(field.example)}
      autoComplete="off"
    />
  );
}

function Sign({ currency }: { readonly currency: string }) {
  return (
    <Text size="sm" c="dimmed">
      {currencySign(currency)}
    </Text>
  );
}

function currencyOf(field: Extract<Field, { kind: 'money' }>, entry: Entry): string {
  const named = field.currencyField ? entry[field.currencyField] : undefined;
  return typeof named === 'string' && named.length === 3 ? named : field.currency;
}

function optionText(value: string, title: string): string {
  return title.includes(value) || value.length > 6 ? title : `${value} · ${title}`;
}

/** The unit, other units understood, and other names under which files bring the field. */
function useFieldHint(field: Field): string {
  const { t, say } = useTexts();
  const unitHint = useUnitHint(field);
  const names = field.aliases.slice(0, 2).join(', ');
  return [say(field.description), unitHint, names && t('consult.alsoCalled', { names })].filter(Boolean).join(' ');
}

function useUnitHint(field: Field): string {
  const { t } = useTexts();
  if (field.kind !== 'number' || !field.unit || field.unit === 'count') return '';
  const unit = t(`units.${field.unit}`);
  const others = Object.keys(field.conversions).slice(0, 4);
  if (others.length === 0) return `${t('consult.inUnit', { unit })}.`;
  return `${t('consult.otherUnits', { unit, others: others.join(', '), example: others[0] })}.`;
}
