import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

const learn = join(import.meta.dirname, '..', '..', 'packages', 'learn');

/** What the source of an estimator says about it. */
export interface EstimatorSource {
  /** From the repository's root. */
  readonly path: string;
  /** The doc comment without its tags, paragraphs apart. */
  readonly description: string;
  /** Works that the doc comment cites, as it cites them. */
  readonly cited: readonly string[];
  /** Of an estimator composed of others, the options that its file declares. */
  readonly options: readonly DeclaredOption[];
}

export interface DeclaredOption {
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

/** Reads the file from which the catalogue imports an estimator. */
export function sourceOf(name: string): EstimatorSource {
  const path = importedFrom(name);
  const text = readFileSync(join(learn, path), 'utf8');
  const comment = docComment(text, name);
  const description = comment.split(/\n@/)[0].trim();
  return { path: join('packages/learn', path), description, cited: citations(description), options: optionsIn(text) };
}

function importedFrom(name: string): string {
  const imports = readFileSync(join(learn, 'catalogue.ts'), 'utf8').matchAll(/import \{([^}]*)\} from '([^']+)'/g);
  for (const [, names, path] of imports) if (names.split(',').some(one => one.trim() === name)) return normalize(path);
  throw new Error(`catalogue.ts must import ${name}`);
}

/** The comment right above the export of that name. */
function docComment(text: string, name: string): string {
  const at = text.search(new RegExp(`^export (const|function) ${name}\\b`, 'm'));
  const found = text.slice(0, at).match(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/);
  if (at < 0 || !found) throw new Error(`${name} must be exported with a doc comment above it`);
  return plain(found[1]);
}

function plain(comment: string): string {
  return comment
    .split('\n')
    .map(line => line.replace(/^\s*\*? ?/, ''))
    .join('\n')
    .trim();
}

/** What stands in parentheses and ends with a year. */
function citations(description: string): string[] {
  const oneLine = description.replaceAll('\n', ' ');
  return [...oneLine.matchAll(/\(((?:[^()]|\([^()]*\))*\b(?:19|20)\d\d)\)/g)].map(([, cited]) => cited);
}

function optionsIn(text: string): DeclaredOption[] {
  const [, body = ''] = text.match(/export interface \w+Options \{\n([\s\S]*?)\n\}/) ?? [];
  const properties = body.matchAll(/(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?readonly (\w+)\??: ([^;]+);/g);
  return [...properties].map(([, comment = '', name, type]) => ({
    name,
    type,
    description: plain(comment).replaceAll('\n', ' '),
  }));
}
