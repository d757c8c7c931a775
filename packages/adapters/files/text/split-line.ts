/** What keeps a line from being split into fields. */
export type SplitFault = 'open-quote' | 'text-after-quote';

/**
 * Splits a line of delimited text (RFC 4180) into its fields. A quote counts only where a field begins; elsewhere it
 * is text, as in `21" screen`.
 */
export function splitLine(line: string, delimiter: string): string[] | SplitFault {
  if (!line.includes('"')) return line.split(delimiter);
  const fields: string[] = [];
  let start = 0;
  while (start <= line.length) {
    if (line[start] !== '"') {
      const end = endOfField(line, start, delimiter);
      fields.push(line.slice(start, end));
      start = end + 1;
      continue;
    }
    const close = closingQuote(line, start + 1);
    if (close === -1) return 'open-quote';
    const end = endOfField(line, close + 1, delimiter);
    if (line.slice(close + 1, end).trim() !== '') return 'text-after-quote';
    fields.push(line.slice(start + 1, close).replaceAll('""', '"'));
    start = end + 1;
  }
  return fields;
}

function endOfField(line: string, from: number, delimiter: string): number {
  const end = line.indexOf(delimiter, from);
  return end === -1 ? line.length : end;
}

/** The next quote that is not one of a pair; -1 when there is none. */
function closingQuote(line: string, from: number): number {
  let quote = line.indexOf('"', from);
  while (quote !== -1 && line[quote + 1] === '"') quote = line.indexOf('"', quote + 2);
  return quote;
}

const delimiters = [',', ';', '\t', '|'];

/** The sign that parts the fields of a header: of those in use the one that is seen most outside quotes. */
export function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = delimiters.map(delimiter => bare.split(delimiter).length - 1);
  return delimiters[counts.indexOf(Math.max(...counts))];
}
