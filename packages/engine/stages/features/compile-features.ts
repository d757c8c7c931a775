import { kindOf } from '../../expressions/check-expression.ts';
import type { Expression, Kind, Value } from '../../expressions/expression.ts';
import { count } from '../../expressions/figures/count.ts';
import { sum } from '../../expressions/figures/sum.ts';
import { lookupTable } from '../../expressions/lookup-table.ts';
import type { Environment, LabelPlan, Moment, PastPlan } from '../../expressions/operator.ts';
import { Program } from '../../expressions/program.ts';
import { type Scope, scopeOf } from '../../expressions/scope.ts';
import { isMissingValue } from '../../expressions/truth.ts';
import { readsOfFeatures, useCaseScope } from '../../expressions/use-case-scope.ts';
import { canonicalJson } from '../../ports/canonical-json.ts';
import type { UseCase } from '../../use-case/use-case.ts';
import { countedNumber, withoutNegativeZero } from './counted-number.ts';
import { type CompactVector, type VectorLayout, vectorLayout } from './feature-vector.ts';
import { type Progress, type ReadFigure, WindowBook } from './window-book.ts';

/** Features made ready to run: programs by record type, and the state that they read and feed. */
export interface CompiledFeatures {
  readonly layout: VectorLayout;
  readonly labelBooks: readonly WindowBook[];
  /** Evaluates everything that is needed of a record of this type. */
  run(recordType: string, moment: Moment): void;
  /** The features after a run of the type that is decided. */
  vector(): CompactVector;
  /** Lets the record of the last run, of this type, count at its time. */
  remember(recordType: string, time: number): void;
  /** The number of the key, in a label book, of the decided record of the last run. */
  readonly labelKey: (book: number) => number | null;
  /** Forgets what no window can reach any more. */
  forget(): void;
}

export function compileFeatures(useCase: UseCase, progress: Progress): CompiledFeatures {
  const compiler = new FeatureCompiler(useCase, progress);
  compiler.compile();
  return compiler;
}

const vectorsPerBlock = 32;

/** Feeds a book from the slots of a program. */
interface Feeder {
  readonly book: WindowBook;
  readonly keySlot: number;
  readonly whereSlot: number | null;
  readonly columns: Column[];
  /** The row last fed, to be filled again. */
  readonly row: number[];
}

interface Column {
  readonly slot: number;
  readonly position: number;
  /** Numbers for categories, in the order of their first appearance. */
  readonly codes: Map<string, number> | null;
}

class FeatureCompiler implements CompiledFeatures {
  readonly layout: VectorLayout;
  readonly labelBooks: WindowBook[] = [];
  private readonly useCase: UseCase;
  private readonly progress: Progress;
  private readonly programs = new Map<string, Program>();
  private readonly feeders = new Map<string, Feeder[]>();
  private readonly feederOf = new Map<string, Feeder>();
  private readonly labelKeySlots: number[] = [];
  private numberSlots: readonly number[] = [];
  private categorySlots: readonly number[] = [];
  private block = new ArrayBuffer(0);
  private vectorsMade = 0;

  constructor(useCase: UseCase, progress: Progress) {
    this.useCase = useCase;
    this.progress = progress;
    this.layout = vectorLayout(useCase.features);
    const scope = useCaseScope(useCase, { subject: 'features', reads: readsOfFeatures });
    for (const recordType of Object.keys(useCase.records)) {
      this.programs.set(recordType, new Program(this.environment(scopeOf(scope, recordType))));
      this.feeders.set(recordType, []);
    }
  }

  compile(): void {
    const slotOf = new Map(this.useCase.features.map(({ name }) => [name, this.featureSlot(name)]));
    this.numberSlots = this.layout.numbers.map(name => slotOf.get(name)!);
    this.categorySlots = this.layout.categories.map(name => slotOf.get(name)!);
  }

  run(recordType: string, moment: Moment): void {
    this.programs.get(recordType)!.run(moment);
  }

  vector(): CompactVector {
    const { values } = this.decided;
    const numbers = this.blankNumbers();
    for (let i = 0; i < numbers.length; i++) numbers[i] = vectorNumber(values[this.numberSlots[i]]);
    return { numbers, categories: this.categorySlots.map(slot => values[slot] as string | null) };
  }

  remember(recordType: string, time: number): void {
    const { values } = this.programs.get(recordType)!;
    for (const feeder of this.feeders.get(recordType)!) feed(feeder, values, time);
  }

  readonly labelKey = (book: number): number | null => {
    const key = keyOf(this.decided.values[this.labelKeySlots[book]]);
    return key === null ? null : this.labelBooks[book].keyNumber(key);
  };

  forget(): void {
    for (const { book } of this.feederOf.values()) book.forget();
    for (const book of this.labelBooks) book.forget();
  }

  /** A part of a larger array: making an array for each vector takes as long as evaluating a few features. */
  private blankNumbers(): Float64Array {
    const { length } = this.numberSlots;
    const at = this.vectorsMade++ % vectorsPerBlock;
    if (at === 0) this.block = new ArrayBuffer(vectorsPerBlock * length * Float64Array.BYTES_PER_ELEMENT);
    return new Float64Array(this.block, at * length * Float64Array.BYTES_PER_ELEMENT, length);
  }

  /** The program of the record type that is decided. */
  private get decided(): Program {
    return this.programs.get(this.useCase.decides)!;
  }

  private environment(scope: Scope): Environment {
    return {
      scope,
      lookup: name => lookupTable(this.useCase.lookups[name]),
      past: plan => this.pastFigure(plan, scope),
      labels: plan => this.labelFigure(plan),
      feature: name => {
        const { values } = this.decided;
        const slot = this.featureSlot(name);
        return () => values[slot];
      },
    };
  }

  private featureSlot(name: string): number {
    const { value } = this.useCase.features.find(feature => feature.name === name)!;
    return this.decided.slotOf(value);
  }

  private pastFigure({ recordType, key, where, value, withinMs, figure }: PastPlan, scope: Scope) {
    const program = this.programs.get(recordType)!;
    const feeder = this.feederFor(recordType, { key, where });
    const column =
      value === null ? -1 : columnOf(feeder, program.slotOf(value), kindOf(value, scopeOf(scope, recordType)));
    return feeder.book.figure(figure, withinMs, column);
  }

  /** Figures with equal key and condition share a feeder, and with it the timelines. */
  private feederFor(recordType: string, { key, where }: Pick<PastPlan, 'key' | 'where'>): Feeder {
    const identity = canonicalJson([recordType, key, where]);
    const known = this.feederOf.get(identity);
    if (known) return known;
    const program = this.programs.get(recordType)!;
    const feeder: Feeder = {
      book: new WindowBook(this.progress),
      keySlot: program.slotOf(key),
      whereSlot: where === null ? null : program.slotOf(where),
      columns: [],
      row: [],
    };
    this.feederOf.set(identity, feeder);
    this.feeders.get(recordType)!.push(feeder);
    return feeder;
  }

  private labelFigure({ key, withinMs, figure }: LabelPlan): ReadFigure {
    const book = this.labelBookFor(key);
    if (figure === 'count') return book.figure(count, withinMs, labelColumn);
    return book.figure(sum, withinMs, figure === 'positives' ? labelColumn : amountColumn);
  }

  private labelBookFor(key: Expression): WindowBook {
    const slot = this.decided.slotOf(key);
    const known = this.labelKeySlots.indexOf(slot);
    if (known >= 0) return this.labelBooks[known];
    const book = new WindowBook(this.progress, labelColumns);
    this.labelKeySlots.push(slot);
    this.labelBooks.push(book);
    return book;
  }
}

/** Columns of the rows of label books. */
const labelColumn = 0;
const amountColumn = 1;
const labelColumns = 2;

function columnOf({ book, columns }: Feeder, slot: number, kind: Kind): number {
  const known = columns.find(column => column.slot === slot);
  if (known) return known.position;
  const position = book.addColumn();
  columns.push({ slot, position, codes: kind === 'category' ? new Map() : null });
  return position;
}

function feed({ book, keySlot, whereSlot, columns, row }: Feeder, values: readonly Value[], time: number): void {
  const key = keyOf(values[keySlot]);
  if (key === null || (whereSlot !== null && values[whereSlot] !== 1)) return;
  row[0] = time;
  for (const { slot, position, codes } of columns) {
    row[1 + position] = codes ? codeOf(values[slot], codes) : countedNumber(values[slot]);
  }
  book.insert(book.keyNumber(key), row);
}

function keyOf(value: Value): string | null {
  return isMissingValue(value) ? null : String(value);
}

function codeOf(value: Value, codes: Map<string, number>): number {
  if (typeof value !== 'string') return NaN;
  const known = codes.get(value);
  if (known !== undefined) return known;
  codes.set(value, codes.size);
  return codes.size - 1;
}

/** What is not finite cannot be logged as a number, so it is missing. */
function vectorNumber(value: Value): number {
  return typeof value === 'number' && Number.isFinite(value) ? withoutNegativeZero(value) : NaN;
}
