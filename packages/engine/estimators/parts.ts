import { type Fitted, type FittedDetector, LearnError, type ReadPart, type State } from '@rikuy/learn';

/** @throws LearnError `invalid-parameter` */
export function requireDetector(fitted: Fitted, of: string): FittedDetector {
  if (isDetector(fitted)) return fitted;
  throw new LearnError(
    'invalid-parameter',
    `\`${of}\` is made of a detector, such as an isolation forest or an autoencoder; got \`${fitted.kind}\`.`,
  );
}

/** @throws LearnError `unreadable-state` */
export function readDetector(state: State, read: ReadPart | undefined): FittedDetector {
  const part = state.parts.detector;
  const fitted = part && read?.(part);
  if (fitted && isDetector(fitted)) return fitted;
  throw new LearnError(
    'unreadable-state',
    `the state of \`${state.kind}\` must hold a \`detector\`, and a way to read it.`,
  );
}

function isDetector(fitted: Fitted): fitted is FittedDetector {
  return 'anomalyScore' in fitted;
}
