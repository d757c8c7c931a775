import { createHash } from 'node:crypto';

/** One step of the schema, forward only. Once released it never changes: databases remember its hash. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  /** SQL for PostgreSQL ≥ 15, one statement each. */
  readonly statements: readonly string[];
}

export function hashOf({ statements }: Migration): string {
  return createHash('sha256').update(statements.join(';\n')).digest('hex');
}
