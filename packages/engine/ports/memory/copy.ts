import { storableJson } from '../storable.ts';

/** What a database would give back: a copy that shares nothing with what was given. */
export function storedCopy<T>(value: T): T {
  return JSON.parse(storableJson(value)) as T;
}

/** Cuts what is there now into batches. */
export async function* inBatches<T>(rows: readonly T[], size = 1000): AsyncIterable<readonly T[]> {
  for (let from = 0; from < rows.length; from += size) {
    yield rows.slice(from, from + size).map(storedCopy);
  }
}
