// docs/reference/openapi.json, from the route table.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from '@rikuy/server';

export async function generate(): Promise<Record<string, string>> {
  const manifest = readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  return { 'docs/reference/openapi.json': `${JSON.stringify(openApiDocument(version), null, 2)}\n` };
}
