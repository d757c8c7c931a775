import type { RecordDeclaration } from '@rikuy/contracts';
import type { FeatureDeclaration } from './feature.ts';

/** What an expression may refer to, and where it stands. */
export interface Scope {
  /** Where the expression stands, for messages: `feature \`price_gap\``. */
  readonly subject: string;
  readonly records: Readonly<Record<string, Pick<RecordDeclaration, 'fields' | 'timeField'>>>;
  /** The type of record whose fields `record` reads. */
  readonly recordType: string;
  /** The type of record that is decided and labelled. */
  readonly decides: string;
  readonly label: {
    readonly name: string;
    readonly columns: { readonly label: string; readonly knownAt?: string; readonly amount?: string };
    readonly aliases?: Readonly<Record<string, readonly string[]>>;
  };
  readonly lookups: Readonly<Record<string, unknown>>;
  readonly features: ReadonlyMap<string, FeatureDeclaration>;
  /** Whether features may be read; whether past events and labels may. */
  readonly reads: { readonly features: boolean; readonly history: boolean };
}

/** The same place, seen from a record of this type. */
export function scopeOf(scope: Scope, recordType: string): Scope {
  return recordType === scope.recordType
    ? scope
    : { ...scope, recordType, reads: { ...scope.reads, features: recordType === scope.decides } };
}
