import { RikuyError } from '@rikuy/contracts';
import type { Platform, UseCaseInService } from '@rikuy/runtime';

/** The use cases that are open. Opening one reads its history, so the server answers `not-ready` meanwhile. */
export interface Services {
  /** Starts opening those that are not open. */
  open(): void;
  /** @throws RikuyError `unknown-use-case`, or `not-ready` while it is being opened */
  of(useCase: string): UseCaseInService;
  /** Version of the model in force; null where there is none or the use case is not open. */
  championOf(useCase: string): string | null;
}

export function createServices(platform: Platform, onFailure: (error: unknown, useCase: string) => void): Services {
  const ready = new Map<string, UseCaseInService>();
  const opening = new Set<string>();

  const start = (id: string): void => {
    if (ready.has(id) || opening.has(id)) return;
    opening.add(id);
    platform
      .inService(id)
      .then(service => void ready.set(id, service))
      .catch((error: unknown) => onFailure(error, id))
      .finally(() => opening.delete(id));
  };

  return {
    open: () => platform.useCases.forEach(({ id }) => start(id)),
    of: id => {
      const service = ready.get(id);
      if (service) return service;
      // One that could not be opened is tried again by whoever asks for it.
      start(platform.useCase(id).id);
      throw new RikuyError('not-ready', `The history of ${id} is being read; try again in a few seconds.`);
    },
    championOf: id => ready.get(id)?.live.championVersion ?? null,
  };
}
