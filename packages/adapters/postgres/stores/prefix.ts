/** Behind every text that begins with this prefix, where texts are compared by their bytes. */
export function prefixEnd(prefix: string): string {
  return `${prefix}\u{10ffff}`;
}
