import { DomUtils, parseDocument } from 'htmlparser2';

type Document = ReturnType<typeof parseDocument>;
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** The rows of a table under its header. */
export interface HtmlTable {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}

/** @param wanted its number on the page, from 1, or its id or caption; null where there is none */
export function htmlTable(html: string, wanted: number | string): HtmlTable | null {
  const document = parseDocument(html);
  const found = findTable(document, wanted);
  return found ? readTable(found) : null;
}

function findTable(document: Document, wanted: number | string): Element | undefined {
  const tables = DomUtils.getElementsByTagName('table', document);
  if (typeof wanted === 'number') return tables[wanted - 1];
  return tables.find(table => table.attribs['id'] === wanted || captionOf(table) === wanted);
}

function captionOf(table: Element): string | null {
  const [caption] = DomUtils.getElementsByTagName('caption', table);
  return caption ? textOf(caption) : null;
}

/** Its first row with two cells that say something is the header, as pages put titles above it. */
function readTable(table: Element): HtmlTable {
  const grid = gridOf(table);
  const header = grid.findIndex(cells => new Set(cells.filter(text => text !== '')).size > 1);
  const columns = distinct(grid[header] ?? []);
  const rows = grid.slice(header + 1).filter(cells => cells.some(text => text !== ''));
  return { columns, rows: rows.map(cells => rowOf(columns, cells)) };
}

function rowOf(columns: readonly string[], cells: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(columns.map((name, at) => [name, cells[at] || null]));
}

/** The text of every cell, those that span several columns or rows repeated in each. */
function gridOf(table: Element): string[][] {
  const rows = DomUtils.getElementsByTagName('tr', table).filter(row => tableOf(row) === table);
  const grid: string[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row.children.filter(isCell)) {
      while (grid[y][x] !== undefined) x++;
      fill(grid, { x, y, width: spanOf(cell, 'colspan'), height: spanOf(cell, 'rowspan') }, textOf(cell));
    }
  });
  return grid.map(cells => Array.from(cells, text => text ?? ''));
}

function fill(
  grid: string[][],
  { x, y, width, height }: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>,
  text: string,
): void {
  for (let row = y; row < Math.min(grid.length, y + height); row++) {
    for (let column = x; column < x + width; column++) grid[row][column] = text;
  }
}

/** The innermost table around an element: tables stand in cells of others. */
function tableOf(element: Element): Element | null {
  for (let { parent } = element; parent; { parent } = parent) {
    if (DomUtils.getName(parent as Element) === 'table') return parent as Element;
  }
  return null;
}

function isCell(node: { readonly type: string }): node is Element {
  return node.type === 'tag' && ['td', 'th'].includes((node as Element).name);
}

const widest = 1000;

function spanOf({ attribs }: Element, name: string): number {
  const span = Number.parseInt(attribs[name] ?? '1', 10);
  return span >= 1 ? Math.min(span, widest) : 1;
}

function textOf(element: Element): string {
  return DomUtils.innerText(element).replace(/\s+/g, ' ').trim();
}

/** Columns without a name are numbered, repeated names too. */
function distinct(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name, position) => {
    const base = name || `column_${position + 1}`;
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    return times === 1 ? base : `${base}_${times}`;
  });
}
