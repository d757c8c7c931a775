import type { BrokenLine } from '@rikuy/engine';
import { faults, wrongEncoding } from './faults.ts';
import type { LineBlock } from './line-blocks.ts';
import { splitLine, type SplitFault } from './split-line.ts';

export interface SplitRecords {
  /** Fields of each record, with the line on which it begins. */
  readonly records: { readonly line: number; readonly fields: readonly string[] }[];
  readonly broken: BrokenLine[];
}

export interface DelimitedText {
  readonly delimiter: string;
  readonly columnCount: number;
}

/** A quoted value may span this many lines; beyond it, its quote is taken for a stray one. */
const longestRecordLines = 100;

interface PhysicalLine {
  readonly line: number;
  readonly text: string;
  readonly isDamaged: boolean;
}

/**
 * Makes records of lines. A quoted value may run over several lines; if its quote never closes, or closes into
 * nonsense, only the line that opened it is broken and those after it are read afresh: one stray quote costs one line,
 * not all that follow.
 */
export class RecordSplitter {
  private readonly form: DelimitedText;
  /** Lines of a record whose quoted value has not ended yet. */
  private open: PhysicalLine[] = [];

  constructor(form: DelimitedText) {
    this.form = form;
  }

  split({ firstLine, lines, damaged }: LineBlock): SplitRecords {
    const found: SplitRecords = { records: [], broken: [] };
    for (let position = 0; position < lines.length; position++) {
      this.take({ line: firstLine + position, text: lines[position], isDamaged: damaged.has(position) }, found);
    }
    return found;
  }

  /** What is left when the file ends. */
  finish(): SplitRecords {
    const found: SplitRecords = { records: [], broken: [] };
    while (this.open.length > 0) this.giveUp('open-quote', found);
    return found;
  }

  private take(next: PhysicalLine, found: SplitRecords): void {
    if (this.open.length > 0) return this.continueOpen(next, found);
    if (next.isDamaged) found.broken.push(wrongEncoding(next));
    else if (next.text.trim() !== '') this.start(next, found);
  }

  private start(next: PhysicalLine, found: SplitRecords): void {
    const fields = splitLine(next.text, this.form.delimiter);
    if (fields === 'open-quote') this.open = [next];
    else this.keep(next, fields, found);
  }

  private continueOpen(next: PhysicalLine, found: SplitRecords): void {
    this.open.push(next);
    if (next.isDamaged || this.open.length > longestRecordLines) return this.giveUp('open-quote', found);
    if (!next.text.includes('"')) return;
    const fields = splitLine(this.open.map(({ text }) => text).join('\n'), this.form.delimiter);
    if (fields === 'open-quote') return;
    if (typeof fields === 'string' || fields.length !== this.form.columnCount) return this.giveUp('open-quote', found);
    const [first] = this.open;
    this.open = [];
    this.keep(first, fields, found);
  }

  /** Only the line with the quote is broken; the others get another chance. */
  private giveUp(fault: SplitFault, found: SplitRecords): void {
    const [first, ...others] = this.open;
    this.open = [];
    found.broken.push({ ...faults[fault], line: first.line, text: first.text });
    for (const line of others) this.take(line, found);
  }

  private keep({ line, text }: PhysicalLine, fields: string[] | SplitFault, found: SplitRecords): void {
    if (typeof fields === 'string') found.broken.push({ ...faults[fields], line, text });
    else if (fields.length === this.form.columnCount) found.records.push({ line, fields });
    else found.broken.push({ ...faults.columns(this.form.columnCount, fields.length), line, text });
  }
}
