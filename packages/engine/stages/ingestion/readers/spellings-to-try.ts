/**
 * How a code may have been meant: as written, in capitals, without the `.0` that exports of numbers add, without the
 * punctuation and spaces that people add.
 */
export function spellingsToTry(text: string): readonly string[] {
  const withoutFraction = text.replace(/^(\d+)\.0+$/, '$1');
  return [text, text.toUpperCase(), withoutFraction, withoutFraction.replace(/[\s.\-/]/g, '').toUpperCase()];
}
