const marks = /\p{Mark}/gu;
const notLetterOrDigit = /[^\p{Letter}\p{Number}]+/gu;

/** A name or value without case, accents, spaces and punctuation, so that two spellings of it compare equal. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(marks, '').toLowerCase().replace(notLetterOrDigit, '');
}

/** A unit or currency sign without case, accents and spaces; its punctuation tells `s/` from `s`. */
export function plainSign(text: string): string {
  return text.normalize('NFD').replace(marks, '').toLowerCase().replace(/\s+/g, '').replace(/\.+$/, '');
}
