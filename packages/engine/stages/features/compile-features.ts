import { kindOf } from '../../expressions/check-expression.ts';
import type { Expression, Value } from '../../expressions/expression.ts';
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
import type { StatePart } from './state-columns.ts';
import { TextTable, unknownText } from './text-table.ts';
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
  save(state: StatePart): void;
  /** Takes a saved state; nothing must have been taken yet. */
  restore(state: StatePart): void;
}

export function compileFeatures(useCase: UseCase, progress: Progress): CompiledFeatures {
  const compiler = new FeatureCompiler(useCase, progress);
  compiler.compile();
  return compiler;
}

const vectorsPerBlock = 128;
const noCategories: readonly (string | null)[] = [];

/** Feeds a book from the slots of a program. */
interface Feeder {
  readonly book: WindowBook;
  readonly key: Symbolised;
  readonly whereSlot: number | null;
  readonly columns: Column[];
  /** The row last fed, to be filled again. */
  row: Float64Array;
}

interface Column {
  readonly slot: number;
  readonly position: number;
  /** Where a category's number is found; null of what is a number itself. */
  readonly category: Symbolised | null;
}

class FeatureCompiler implements CompiledFeatures {
  readonly layout: VectorLayout;
  readonly labelBooks: WindowBook[] = [];
  private readonly useCase: UseCase;
  private readonly progress: Progress;
  /** The texts that a value has had, by record type and slot. */
  private readonly domains = new Map<string, TextTable>();
  private readonly programs = new Map<string, Program>();
  private readonly symbolised: Symbolised[] = [];
  private readonly feeders = new Map<string, Feeder[]>();
  private readonly feederOf = new Map<string, Feeder>();
  private readonly labelKeys: Symbolised[] = [];
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
    for (const feeder of this.feederOf.values()) feeder.row = new Float64Array(1 + feeder.columns.length);
  }

  run(recordType: string, moment: Moment): void {
    this.programs.get(recordType)!.run(moment);
  }

  vector(): CompactVector {
    const { values } = this.decided;
    const numbers = this.blankNumbers();
    for (let i = 0; i < numbers.length; i++) numbers[i] = vectorNumber(values[this.numberSlots[i]]);
    if (this.categorySlots.length === 0) return { numbers, categories: noCategories };
    return { numbers, categories: this.categorySlots.map(slot => values[slot] as string | null) };
  }

  remember(recordType: string, time: number): void {
    const { values } = this.programs.get(recordType)!;
    for (const feeder of this.feeders.get(recordType)!) feed(feeder, values, time);
  }

  readonly labelKey = (book: number): number | null => {
    const symbol = givenSymbol(this.labelKeys[book]);
    return symbol === missingSymbol ? null : symbol;
  };

  forget(): void {
    for (const { book } of this.feederOf.values()) book.forget();
    for (const book of this.labelBooks) book.forget();
  }

  save(state: StatePart): void {
    [...this.domains.values()].forEach((texts, i) => texts.save(state.part(`texts-${i}`)));
    this.books().forEach((book, i) => book.save(state.part(`book-${i}`)));
  }

  restore(state: StatePart): void {
    [...this.domains.values()].forEach((texts, i) => texts.restore(state.part(`texts-${i}`)));
    this.books().forEach((book, i) => book.restore(state.part(`book-${i}`)));
  }

  /** In the order of the declarations, which is always the same. */
  private books(): readonly WindowBook[] {
    return [...[...this.feederOf.values()].map(({ book }) => book), ...this.labelBooks];
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

  private pastFigure({ recordType, key, matching, where, value, withinMs, figure }: PastPlan, scope: Scope) {
    const program = this.programs.get(recordType)!;
    const feeder = this.feederFor(recordType, { key, where });
    const column = value === null ? -1 : this.columnOf(feeder, program.slotOf(value), [recordType, value, scope]);
    const present = this.symbolise(scope.recordType, matching, feeder.key.domain);
    return feeder.book.figure(figure, withinMs, column, present);
  }

  /** Figures with equal key and condition share a feeder, and with it the timelines. */
  private feederFor(recordType: string, { key, where }: Pick<PastPlan, 'key' | 'where'>): Feeder {
    const identity = canonicalJson([recordType, key, where]);
    const known = this.feederOf.get(identity);
    if (known) return known;
    const program = this.programs.get(recordType)!;
    const feeder: Feeder = {
      book: new WindowBook(this.progress),
      key: this.symbolise(recordType, key),
      whereSlot: where === null ? null : program.slotOf(where),
      columns: [],
      row: new Float64Array(1),
    };
    this.feederOf.set(identity, feeder);
    this.feeders.get(recordType)!.push(feeder);
    return feeder;
  }

  private columnOf(
    { book, columns }: Feeder,
    slot: number,
    [recordType, value, scope]: readonly [string, Expression, Scope],
  ): number {
    const known = columns.find(column => column.slot === slot);
    if (known) return known.position;
    const position = book.addColumn();
    const isCategory = kindOf(value, scopeOf(scope, recordType)) === 'category';
    columns.push({ slot, position, category: isCategory ? this.symbolise(recordType, value) : null });
    return position;
  }

  private labelFigure({ key, withinMs, figure }: LabelPlan): ReadFigure {
    const present = this.symbolise(this.useCase.decides, key);
    const book = this.labelBookFor(present);
    if (figure === 'count') return book.figure(count, withinMs, labelColumn, present);
    return book.figure(sum, withinMs, figure === 'positives' ? labelColumn : amountColumn, present);
  }

  private labelBookFor(key: Symbolised): WindowBook {
    const known = this.labelKeys.indexOf(key);
    if (known >= 0) return this.labelBooks[known];
    const book = new WindowBook(this.progress, labelColumns);
    this.labelKeys.push(key);
    this.labelBooks.push(book);
    return book;
  }

  /**
   * Lets the program of the record type look up the symbol of a value, once for everything that asks for it: in the texts
   * that this value has had, or in those that another one has.
   */
  private symbolise(recordType: string, value: Expression, domain?: TextTable): Symbolised {
    const program = this.programs.get(recordType)!;
    const slot = program.slotOf(value);
    const texts = domain ?? this.domainOf(`${recordType} ${slot}`);
    const known = this.symbolised.find(one => one.program === program && one.slot === slot && one.domain === texts);
    if (known) return known;
    const symbolised: Symbolised = { program, slot, domain: texts, symbol: missingSymbol };
    this.symbolised.push(symbolised);
    program.append(() => {
      const present = program.values[slot];
      symbolised.symbol = isMissingValue(present) ? missingSymbol : texts.find(String(present));
    });
    return symbolised;
  }

  private domainOf(value: string): TextTable {
    const known = this.domains.get(value) ?? new TextTable();
    this.domains.set(value, known);
    return known;
  }
}

/** A value of a program as a number of a domain: what `find` answers, or `missingSymbol`. */
interface Symbolised {
  readonly program: Program;
  readonly slot: number;
  readonly domain: TextTable;
  symbol: number;
}

const missingSymbol = -2;

/** The symbol of a value of the last run, given to it if it has none yet. */
function givenSymbol(symbolised: Symbolised): number {
  const { program, slot, domain, symbol } = symbolised;
  if (symbol === unknownText) symbolised.symbol = domain.number(String(program.values[slot]));
  return symbolised.symbol;
}

function feed({ book, key, whereSlot, columns, row }: Feeder, values: readonly Value[], time: number): void {
  const symbol = givenSymbol(key);
  if (symbol === missingSymbol || (whereSlot !== null && values[whereSlot] !== 1)) return;
  row[0] = time;
  for (let i = 0; i < columns.length; i++) {
    const { slot, position, category } = columns[i];
    row[1 + position] = category === null ? countedNumber(values[slot]) : codeOf(givenSymbol(category));
  }
  book.insert(symbol, row);
}

/** Columns of the rows of label books. */
const labelColumn = 0;
const amountColumn = 1;
const labelColumns = 2;

function codeOf(symbol: number): number {
  return symbol === missingSymbol ? NaN : symbol;
}

/** What is not finite cannot be logged as a number, so it is missing. */
function vectorNumber(value: Value): number {
  return typeof value === 'number' && Number.isFinite(value) ? withoutNegativeZero(value) : NaN;
}
