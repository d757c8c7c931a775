import { RikuyError } from '@rikuy/contracts';
import type { Clock } from '../ports/clock.ts';
import type { FeatureSnapshots } from '../ports/feature-snapshots.ts';
import type { Stores } from '../ports/stores.ts';
import type { FeatureEngine } from '../stages/features/feature-engine.ts';
import { restoreFeatures, saveFeatures } from '../stages/features/restore-features.ts';
import { type RuleBook, ruleBook } from '../stages/decisions/rule-book.ts';
import { openBundle, type RegisteredModel } from '../stages/registry/bundle.ts';
import type { UseCase } from '../use-case/use-case.ts';
import { createGate, type Gate } from './gate.ts';
import { type KnownClock, knownClock } from './known-clock.ts';

/**
 * A use case in service: its feature state as of the log's end, and the model in force. One process at a time serves a
 * use case, so the state is a function of the log alone.
 */
export interface LiveUseCase {
  readonly useCase: UseCase;
  readonly rules: RuleBook;
  /** @throws RikuyError `not-ready` while the state is being rebuilt */
  features(): FeatureEngine;
  /** The model in force. @throws RikuyError `no-model` */
  model(): RegisteredModel;
  /** The model that made an earlier decision. @throws RikuyError `not-found` */
  modelOf(version: string): Promise<RegisteredModel>;
  readonly championVersion: string | null;
  readonly knownClock: KnownClock;
  /** Whether the log holds an event of this id. */
  isKnown(eventId: string): boolean;
  /** Decisions pass; what changes the state in another way, a label or a rebuild, is alone. */
  readonly gate: Gate;
  /** Reads the log and the champion again: after a load or a promotion. */
  rebuild(): Promise<void>;
  /**
   * Saves the state of the features, so that the next start need not read the whole log; nothing is decided meanwhile.
   * Without a place for snapshots, and while the state is being rebuilt, nothing happens.
   */
  saveSnapshot(): Promise<void>;
  /** After a failed write the state holds what the log does not: nothing is decided until it has been read again. */
  distrustState(): void;
}

export interface LiveStores extends Pick<Stores, 'eventLog' | 'modelStore'> {
  /** Where the state of the features is kept for the next start; absent means that it reads the whole log. */
  readonly featureSnapshots?: FeatureSnapshots;
}

/** Models of earlier decisions that are kept in memory. */
const mostEarlierModels = 4;

/** Restores the state of a use case from its log and loads its champion. */
export async function openUseCase(
  useCase: UseCase,
  { eventLog, modelStore, featureSnapshots }: LiveStores,
  clock: Clock,
): Promise<LiveUseCase> {
  let times = knownClock(clock);
  let engine: FeatureEngine | null = null;
  let champion: RegisteredModel | null = null;
  let needsRebuild = false;
  const earlier = new Map<string, Promise<RegisteredModel>>();
  const loadModel = async (version: string): Promise<RegisteredModel> =>
    openBundle(await modelStore.load(useCase.id, version));

  const gate = createGate();

  const readAgain = async (): Promise<void> => {
    engine = null;
    times = knownClock(clock);
    const restored = await restoreFeatures(useCase, eventLog, { snapshots: featureSnapshots });
    times.seen(restored.position.knownAt);
    const manifest = await modelStore.champion(useCase.id);
    champion = manifest ? await loadModel(manifest.version) : null;
    engine = restored.engine;
  };
  await readAgain();
  const rebuild = (): Promise<void> => gate.alone(readAgain);
  // Alone, so that what has been decided has also been written: the state is that of the log's end.
  const saveSnapshot = async (): Promise<void> => {
    if (engine === null || !featureSnapshots) return;
    const { lastSequence } = await eventLog.extent(useCase.id);
    const position = { knownAt: times.last, sequence: lastSequence };
    await saveFeatures(useCase, { engine, position }, featureSnapshots);
  };

  return {
    useCase,
    rules: ruleBook(useCase),
    features: () => {
      if (engine) return engine;
      if (needsRebuild) {
        needsRebuild = false;
        rebuild().catch(() => (needsRebuild = true));
      }
      return refuse('not-ready', `The state of ${useCase.id} is being rebuilt; try again in a moment.`);
    },
    model: () => champion ?? refuse('no-model', `Train a model first: \`rikuy train ${useCase.id}\`.`),
    modelOf: version => {
      if (champion?.manifest.version === version) return Promise.resolve(champion);
      const loading = earlier.get(version) ?? loadModel(version);
      if (earlier.size >= mostEarlierModels) earlier.clear();
      earlier.set(version, loading);
      return loading;
    },
    get championVersion() {
      return champion?.manifest.version ?? null;
    },
    get knownClock() {
      return times;
    },
    isKnown: eventId => engine?.hasTaken(eventId) ?? false,
    gate,
    rebuild,
    saveSnapshot: () => gate.alone(saveSnapshot),
    distrustState: () => {
      if (engine === null) return;
      engine = null;
      // As long as storage fails, every request is refused and the next one tries again.
      rebuild().catch(() => (needsRebuild = true));
    },
  };
}

function refuse(code: 'not-ready' | 'no-model', message: string): never {
  throw new RikuyError(code, message);
}
