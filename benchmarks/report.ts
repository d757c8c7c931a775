/** A measured number against what it must reach. */
export interface Check {
  readonly name: string;
  readonly value: number;
  readonly bar: { readonly atMost: number } | { readonly atLeast: number };
}

type Row = Readonly<Record<string, string | number>>;

/** Prints rows under their keys, numbers to the right with at most four digits behind the point. */
export function printTable(rows: readonly Row[]): void {
  if (rows.length === 0) return;
  const headings = Object.keys(rows[0]);
  const lines = [headings, ...rows.map(row => headings.map(heading => cell(row[heading])))];
  const widths = headings.map((_, j) => Math.max(...lines.map(line => line[j].length)));
  const isNumber = headings.map(heading => typeof rows[0][heading] === 'number');
  for (const line of lines) {
    console.log(line.map((text, j) => (isNumber[j] ? text.padStart(widths[j]) : text.padEnd(widths[j]))).join('  '));
  }
}

/**
 * Prints the checks, then one line of JSON for machines: `{"bench","checks":[{"name","value","bar","ok"}]}`. The
 * process exits with 1 when a bar is missed.
 */
export function finish(bench: string, checks: readonly Check[]): void {
  const judged = checks.map(check => ({ ...check, ok: isReached(check) }));
  console.log();
  printTable(judged.map(({ name, value, bar, ok }) => ({ check: name, value, bar: inWords(bar), ok: ok ? '✓' : '✗' })));
  console.log(JSON.stringify({ bench, checks: judged }));
  if (judged.some(check => !check.ok)) process.exitCode = 1;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function isReached({ value, bar }: Check): boolean {
  return 'atMost' in bar ? value <= bar.atMost : value >= bar.atLeast;
}

function inWords(bar: Check['bar']): string {
  return 'atMost' in bar ? `≤ ${bar.atMost}` : `≥ ${bar.atLeast}`;
}

function cell(value: string | number): string {
  if (typeof value === 'string') return value;
  if (value !== 0 && Math.abs(value) < 1e-4) return value.toExponential(2);
  return String(Number(value.toFixed(4)));
}
