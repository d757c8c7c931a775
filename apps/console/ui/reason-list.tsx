import type { Reason } from '@rikuy/contracts';
import { Text } from '@mantine/core';
import { useTexts } from '../text/use-texts.ts';
import classes from './reason-list.module.css';

interface ShortReasonsProps {
  readonly reasons: readonly Reason[];
  readonly most?: number;
}

/** The strongest reasons in about three words each. */
export function ShortReasons({ reasons, most = 3 }: ShortReasonsProps) {
  const { say } = useTexts();
  return (
    <span className={classes.shorts}>
      {reasons.slice(0, most).map(reason => (
        <span key={reason.code} className={classes.short} title={say(reason.text)}>
          {say(reason.short)}
        </span>
      ))}
    </span>
  );
}

/** Reasons as sentences, with the direction in which each pulls. */
export function ReasonSentences({ reasons, most = 5 }: ShortReasonsProps) {
  const { t, say } = useTexts();
  return (
    <ul className={classes.sentences}>
      {reasons.slice(0, most).map(reason => {
        const raises = reason.kind === 'rule' || reason.contribution > 0;
        return (
          <li key={reason.code}>
            <span className={raises ? classes.raises : classes.lowers} aria-hidden>
              {raises ? '▲' : '▼'}
            </span>
            <Text size="sm" span>
              <Text span size="xs" c="dimmed" className={classes.direction}>
                {raises ? t('decision.raises') : t('decision.lowers')}{' '}
              </Text>
              {say(reason.text)}
            </Text>
          </li>
        );
      })}
    </ul>
  );
}
