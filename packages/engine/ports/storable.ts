import { unstorableText } from './refusals.ts';

/** A backslash before `u0000`, itself not escaped; or half of a surrogate pair, which JSON writes as an escape. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/;

/**
 * The JSON of something about to be stored.
 * @throws RikuyError `invalid-record` when a text in it has a NUL character or half of a surrogate pair: databases
 * refuse them, so every store does
 */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (unstorable.test(json)) throw unstorableText();
  return json;
}
