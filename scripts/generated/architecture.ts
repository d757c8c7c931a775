// docs/reference/architecture.md: the layers of architecture.json as a picture and a table.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Layer = { readonly path: string; readonly mayImport: readonly string[]; readonly reason: string };

export async function generate(): Promise<Record<string, string>> {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'architecture.json'), 'utf8');
  const { layers } = JSON.parse(text) as { layers: Record<string, Layer> };
  const arrows = Object.entries(layers).flatMap(([name, { mayImport }]) => mayImport.map(other => `  ${name} --> ${other}`));
  const rows = Object.entries(layers).map(
    ([name, { path, mayImport, reason }]) => `| ${name} | \`${path}\` | ${mayImport.join(', ') || '–'} | ${reason} |`,
  );
  const page = [
    '# Architecture',
    '',
    'Who may import whom. Made from `architecture.json`, which `npm run check` holds the code to.',
    '',
    '```mermaid',
    'flowchart TD',
    ...arrows,
    '```',
    '',
    '| layer | folder | may import | because |',
    '|---|---|---|---|',
    ...rows,
    '',
  ];
  return { 'docs/reference/architecture.md': page.join('\n') };
}
