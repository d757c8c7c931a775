import { SourceFailure, type SourceOfKind } from '@rikuy/engine';

interface KafkaError {
  readonly code?: string;
  readonly apiId?: string;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** What asking again does not change, by the names of the protocol and of the client. */
const lasting = /AUTHENTICATION|AUTHORIZATION|UNKNOWN_TOPIC|INVALID_TOPIC|SASL|PLT_KFK_USER|UNSUPPORTED/;

/** Tells why a topic gave no messages, by codes only. */
export function topicFailure({ name, topic }: SourceOfKind<'kafka'>, error: unknown): unknown {
  if (error instanceof SourceFailure) return error;
  const codes = codesOf(error);
  const told = codes.length > 0 ? codes.join(', ') : 'connection lost';
  if (codes.some(code => lasting.test(code))) {
    return new SourceFailure(
      'source-refused',
      `Kafka refused the topic ${topic} of ${name} (${told}); check its name, the credentials and their rights.`,
    );
  }
  return new SourceFailure(
    'source-unavailable',
    `The Kafka brokers of ${name} do not answer (${told}); check that they run and can be reached.`,
  );
}

/** Every code in an error and in those behind it, each once. */
function codesOf(error: unknown): readonly string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { code, apiId, cause, errors = [] } = error as KafkaError;
  const own = [apiId ?? code].filter(found => typeof found === 'string');
  return [...new Set([...own, ...errors.flatMap(codesOf), ...codesOf(cause)])];
}
