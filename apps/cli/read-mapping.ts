import { readFile } from 'node:fs/promises';
import { RikuyError } from '@rikuy/contracts';
import type { ColumnMapping } from '@rikuy/engine';

/**
 * The mapping of a JSON file: an object from column to field.
 * @throws RikuyError `invalid-request` when it cannot be read as one
 */
export async function readMapping(path: string): Promise<ColumnMapping> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new RikuyError('invalid-request', `Expected a mapping file at ${path}; it cannot be read.`, { cause });
  });
  const mapping = parsed(path, text);
  const isPlain = typeof mapping === 'object' && mapping !== null && !Array.isArray(mapping);
  if (isPlain && Object.values(mapping).every(field => typeof field === 'string')) return mapping as ColumnMapping;
  throw new RikuyError(
    'invalid-request',
    `Expected ${path} to hold an object from column to field, {"Net Mass": "shipment_weight"}; got ${text.slice(0, 60)}.`,
  );
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RikuyError('invalid-request', `Expected JSON in ${path}: ${(cause as Error).message}.`, { cause });
  }
}
