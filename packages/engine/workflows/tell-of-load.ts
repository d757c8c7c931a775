import { type Bilingual, RikuyError } from '@rikuy/contracts';
import type { Clock } from '../ports/clock.ts';
import type { Notification, Notifier } from '../ports/notifier.ts';
import type { SourceDeclaration } from '../ports/source-declaration.ts';
import type { SourceLoad } from '../ports/source-ledger.ts';

/** What the declaration of a source says about who is to hear of its loads. */
type Asked = Pick<SourceDeclaration, 'notifyOn'>;

/**
 * Tells everybody of a load that ended, if its source is declared so. All are told, also where one does not listen.
 * @returns what went wrong
 */
export async function tellOfLoad(
  load: SourceLoad,
  { notifyOn }: Asked,
  notifiers: readonly Notifier[],
  clock: Clock,
): Promise<readonly unknown[]> {
  const occasion = load.state === 'failed' ? 'failure' : 'success';
  if (!notifyOn.includes(occasion)) return [];
  return tellAll(notifiers, notificationOf(load, clock.now()));
}

/** Tells everybody that a source could not even be begun, or that its load could not be kept. */
export async function tellOfTrouble(
  { name, notifyOn }: Asked & Pick<SourceDeclaration, 'name'>,
  error: unknown,
  notifiers: readonly Notifier[],
  { clock, id }: { readonly clock: Clock; readonly id: string },
): Promise<readonly unknown[]> {
  if (!notifyOn.includes('failure')) return [];
  const cause = error instanceof RikuyError ? { code: error.code, message: error.message } : { code: 'internal' };
  return tellAll(notifiers, {
    id,
    kind: 'load-failed',
    at: clock.now(),
    title: titleOf(name, true),
    text: {
      es: `La carga de ${name} se detuvo: ${cause.code}. Lo que llegó antes se conserva.`,
      en: `The load of ${name} broke off: ${cause.code}. What came before is kept.`,
    },
    detail: { source: name, error: cause },
  });
}

/** Gives what went wrong. */
async function tellAll(notifiers: readonly Notifier[], notification: Notification): Promise<readonly unknown[]> {
  const told = await Promise.allSettled(notifiers.map(notifier => notifier.notify(notification)));
  return told.flatMap(result => (result.status === 'rejected' ? [result.reason as unknown] : []));
}

function notificationOf(load: SourceLoad, at: number): Notification {
  const isFailure = load.state === 'failed';
  return {
    id: load.loadId,
    kind: isFailure ? 'load-failed' : 'load-done',
    at,
    title: titleOf(load.source, isFailure),
    text: textOf(load),
    detail: withoutCursors(load),
  };
}

/** Where a source stands may be told by the value of a row. */
function withoutCursors(load: SourceLoad): Notification['detail'] {
  const { from: _, to: __, ...rest } = load;
  return rest;
}

function titleOf(source: string, isFailure: boolean): Bilingual {
  return isFailure
    ? { es: `Falló la carga de ${source}`, en: `The load of ${source} failed` }
    : { es: `Carga de ${source} terminada`, en: `The load of ${source} is done` };
}

function textOf({ read, accepted, rejected, duplicates, error }: SourceLoad): Bilingual {
  const why = error
    ? { es: ` Motivo: ${error.code}.`, en: ` Reason: ${error.code}, ${error.message}` }
    : { es: '', en: '' };
  return {
    es: `${read} filas leídas = ${accepted} aceptadas + ${rejected} rechazadas + ${duplicates} duplicadas.${why.es}`,
    en: `${read} rows read = ${accepted} accepted + ${rejected} rejected + ${duplicates} duplicates.${why.en}`,
  };
}
