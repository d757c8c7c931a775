import { createHash } from 'node:crypto';
import { RikuyError, type ModelManifest } from '@rikuy/contracts';
import {
  catalogue,
  type Fitted,
  type FittedClassifier,
  type FittedRegressor,
  readState,
  restore,
  writeState,
} from '@rikuy/learn';
import type { ModelBundle } from '../../ports/model-store.ts';
import type { UsualValues } from '../../use-case/use-case.ts';

/** A registered model with everything that scoring and explaining need. */
export interface RegisteredModel {
  readonly manifest: ModelManifest;
  readonly classifier: FittedClassifier;
  /** The amount at stake given a positive label; null means 1. */
  readonly amount: FittedRegressor | null;
  readonly usual: UsualValues;
}

/** Files of a bundle. */
const files = { classifier: 'classifier.state', amount: 'amount.state', usual: 'usual.json' } as const;

export interface FittedModel {
  readonly classifier: Fitted;
  readonly amount: Fitted | null;
  readonly usual: UsualValues;
}

/** The files that hold a fitted model: plain data, the same bytes for the same model. */
export function modelFiles({ classifier, amount, usual }: FittedModel): Map<string, Uint8Array> {
  const written = new Map([
    [files.classifier, writeState(classifier.toState())],
    [files.usual, new TextEncoder().encode(JSON.stringify(usual))],
  ] as [string, Uint8Array][]);
  if (amount) written.set(files.amount, writeState(amount.toState()));
  return written;
}

/** SHA-256 of each file, for the manifest. */
export function hashesOf(written: ReadonlyMap<string, Uint8Array>): Record<string, string> {
  return Object.fromEntries(
    [...written].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
  );
}

/**
 * The model of a bundle, ready to score.
 * @throws RikuyError `not-reproducible` when a file is missing
 * @throws LearnError `unreadable-state`
 */
export function openBundle({ manifest, files: stored }: ModelBundle): RegisteredModel {
  const amount = stored.get(files.amount);
  return {
    manifest,
    classifier: restore(readState(fileOf(stored, files.classifier, manifest)), catalogue) as FittedClassifier,
    amount: amount ? (restore(readState(amount), catalogue) as FittedRegressor) : null,
    usual: JSON.parse(new TextDecoder().decode(fileOf(stored, files.usual, manifest))) as UsualValues,
  };
}

function fileOf(stored: ReadonlyMap<string, Uint8Array>, name: string, { version }: ModelManifest): Uint8Array {
  const bytes = stored.get(name);
  if (!bytes)
    throw new RikuyError(
      'not-reproducible',
      `The bundle of model ${version} lacks \`${name}\`; restore it from a backup or train again.`,
    );
  return bytes;
}
