import { createHash } from 'node:crypto';
import { RikuyError, type ModelManifest } from '@rikuy/contracts';
import { type Fitted, type FittedClassifier, type FittedRegressor, readState, restore, writeState } from '@rikuy/learn';
import type { AmountAtStake } from '../../estimators/amount-at-stake.ts';
import { type Explainer, explainerOf } from '../../estimators/explainer.ts';
import { modelCatalogue } from '../../estimators/model-catalogue.ts';
import type { ModelBundle } from '../../ports/model-store.ts';
import type { UsualValues } from '../../use-case/use-case.ts';

/** A registered model with everything that scoring and explaining need. */
export interface RegisteredModel {
  readonly manifest: ModelManifest;
  readonly classifier: FittedClassifier;
  /** Null for a model whose decisions cannot be split exactly; training registers none. */
  readonly explainer: Explainer | null;
  readonly amount: AmountAtStake;
  readonly usual: UsualValues;
}

/** Files of a bundle. The amount at stake is a model, a feature, or in neither file. */
const files = {
  classifier: 'classifier.state',
  amount: 'amount.state',
  amountFeature: 'amount-feature.json',
  usual: 'usual.json',
} as const;

export interface FittedModel {
  readonly classifier: Fitted;
  readonly amount: AmountAtStake;
  readonly usual: UsualValues;
}

/** The files that hold a fitted model: plain data, the same bytes for the same model. */
export function modelFiles({ classifier, amount, usual }: FittedModel): Map<string, Uint8Array> {
  const written = new Map([
    [files.classifier, writeState(classifier.toState())],
    [files.usual, jsonBytes(usual)],
  ] as [string, Uint8Array][]);
  if (amount.kind === 'model') written.set(files.amount, writeState(amount.model.toState()));
  if (amount.kind === 'feature') written.set(files.amountFeature, jsonBytes(amount));
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
  const state = readState(fileOf(stored, files.classifier, manifest));
  const classifier = restore(state, modelCatalogue) as FittedClassifier;
  return {
    manifest,
    classifier,
    explainer: explainerOf(classifier),
    amount: amountIn(stored),
    usual: parsed(fileOf(stored, files.usual, manifest)) as UsualValues,
  };
}

function amountIn(stored: ReadonlyMap<string, Uint8Array>): AmountAtStake {
  const [model, feature] = [stored.get(files.amount), stored.get(files.amountFeature)];
  if (model) return { kind: 'model', model: restore(readState(model), modelCatalogue) as FittedRegressor };
  return feature ? (parsed(feature) as AmountAtStake) : { kind: 'one' };
}

function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function parsed(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
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
