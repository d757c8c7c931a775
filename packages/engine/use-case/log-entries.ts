import type { FieldValue, RecordValues } from '@rikuy/contracts';
import type { LogEntry } from '../ports/event-log.ts';
import type { UseCase } from './use-case.ts';

/**
 * The event id of a validated record: the values of its identity, joined; of a type that is not decided with the type
 * before them, so that records of different types never take each other's place in the log.
 */
export function eventIdOf(useCase: UseCase, recordType: string, values: RecordValues): string {
  const identity = useCase.records[recordType].identity.map(name => String(values[name])).join('/');
  return recordType === useCase.decides ? identity : `${recordType}:${identity}`;
}

/** The log's entry of a validated record. */
export function recordEntry(
  useCase: UseCase,
  values: RecordValues,
  { recordType = useCase.decides, eventId = eventIdOf(useCase, recordType, values), knownAt }: RecordEntryOptions,
): LogEntry {
  return {
    useCase: useCase.id,
    kind: 'record',
    recordType,
    eventId,
    eventTime: Number(values[useCase.records[recordType].timeField]),
    knownAt,
    values,
    hidden: null,
    entity: textOrNull(values[useCase.entityField]),
    peerGroup: peerGroupOf(useCase, values),
  };
}

export interface RecordEntryOptions {
  readonly recordType?: string;
  readonly eventId?: string;
  /** Epoch ms. */
  readonly knownAt: number;
}

/** The log's entry of a label of this record; `verifiedBy` is who found it out, where that is known. */
export function labelEntry(
  of: Pick<LogEntry, 'useCase' | 'recordType' | 'eventId' | 'eventTime'>,
  label: { readonly label: 0 | 1; readonly amount: number | null; readonly verifiedBy?: string },
  knownAt: number,
): LogEntry {
  const { useCase, recordType, eventId, eventTime } = of;
  return {
    useCase,
    kind: 'label',
    recordType,
    eventId,
    eventTime,
    knownAt,
    values: label,
    hidden: null,
    entity: null,
    peerGroup: null,
  };
}

function peerGroupOf(useCase: UseCase, values: RecordValues): string | null {
  const parts = useCase.peers.by.map(name => textOrNull(values[name]));
  return parts.includes(null) ? null : parts.join('/');
}

function textOrNull(value: FieldValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
