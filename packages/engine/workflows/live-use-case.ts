import { RikuyError } from '@rikuy/contracts';
import type { Clock } from '../ports/clock.ts';
import type { LogEntry } from '../ports/event-log.ts';
import type { Stores } from '../ports/stores.ts';
import { createFeatureEngine, type FeatureEngine } from '../stages/features/feature-engine.ts';
import { restoreFeatures } from '../stages/features/restore-features.ts';
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
  remember(entry: LogEntry): void;
  /** Decisions pass; what changes the state in another way, a label or a rebuild, is alone. */
  readonly gate: Gate;
  /** Reads the log and the champion again: after a load or a promotion. */
  rebuild(): Promise<void>;
  /** After a failed write the state holds what the log does not: nothing is decided until it has been read again. */
  distrustState(): void;
}

/** Models of earlier decisions that are kept in memory. */
const mostEarlierModels = 4;

/** Restores the state of a use case from its log and loads its champion. */
export async function openUseCase(
  useCase: UseCase,
  { eventLog, modelStore }: Pick<Stores, 'eventLog' | 'modelStore'>,
  clock: Clock,
): Promise<LiveUseCase> {
  const known = new Set<string>();
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
    known.clear();
    times = knownClock(clock);
    const restored = createFeatureEngine(useCase);
    await restoreFeatures(restored, eventLog, entry => {
      times.seen(entry.knownAt);
      if (entry.kind === 'record') known.add(entry.eventId);
    });
    const manifest = await modelStore.champion(useCase.id);
    champion = manifest ? await loadModel(manifest.version) : null;
    engine = restored;
  };
  await readAgain();
  const rebuild = (): Promise<void> => gate.alone(readAgain);

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
    isKnown: eventId => known.has(eventId),
    remember: entry => void known.add(entry.eventId),
    gate,
    rebuild,
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
