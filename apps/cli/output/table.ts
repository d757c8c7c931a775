/** Columns side by side; numbers to the right. */
export function textTable(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [header, ...rows].map(row => row.map(String));
  const widths = header.map((_, j) => Math.max(...cells.map(row => row[j].length)));
  const isNumeric = header.map((_, j) => rows.length > 0 && rows.every(row => typeof row[j] === 'number'));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, j) => (isNumeric[j] ? cell.padStart(widths[j]) : cell.padEnd(widths[j])))
      .join('  ')
      .trimEnd();
  return [line(cells[0]), widths.map(width => '─'.repeat(width)).join('  '), ...cells.slice(1).map(line)].join('\n');
}
