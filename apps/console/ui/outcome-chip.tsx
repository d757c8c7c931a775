import type { OutcomeDeclaration, UseCaseDescription } from '@rikuy/contracts';
import { IconAlertTriangleFilled, IconCircleCheckFilled, IconHandStop } from '@tabler/icons-react';
import { useTexts } from '../text/use-texts.ts';
import classes from './outcome-chip.module.css';

interface OutcomeChipProps {
  readonly useCase: UseCaseDescription;
  readonly outcome: string;
  readonly large?: boolean;
}

/** An outcome, always as icon, word and colour together, and in the same colour everywhere. */
export function OutcomeChip({ useCase, outcome, large = false }: OutcomeChipProps) {
  const { say } = useTexts();
  const declared = useCase.outcomes.find(({ code }) => code === outcome);
  return (
    <span
      className={classes.chip}
      data-tone={declared?.tone}
      data-large={large || undefined}
      title={declared && say(declared.meaning)}
    >
      <ToneIcon tone={declared?.tone} size={large ? 20 : 15} />
      {declared ? say(declared.title) : outcome}
    </span>
  );
}

interface ToneIconProps {
  readonly tone: OutcomeDeclaration['tone'] | undefined;
  readonly size: number;
}

export function ToneIcon({ tone, size }: ToneIconProps) {
  const shape = { size, 'aria-hidden': true, className: classes.icon };
  switch (tone) {
    case 'good':
      return <IconCircleCheckFilled {...shape} data-tone="good" />;
    case 'warning':
      return <IconAlertTriangleFilled {...shape} data-tone="warning" />;
    case 'bad':
      return <IconHandStop {...shape} data-tone="bad" />;
    case undefined:
      return null;
    default:
      return tone satisfies never;
  }
}
