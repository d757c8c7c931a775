/** Weight of the rows of class 1 and of class 0. */
export interface Counts {
  readonly events: number;
  readonly others: number;
}

/** Those of all rows, and what is added to each bin before shares are taken. */
export interface Totals extends Counts {
  readonly smoothing: number;
}

/** Neighbouring parts `start` to `end` (exclusive), put together. */
export interface MergedBin {
  readonly start: number;
  readonly end: number;
  readonly counts: Counts;
}

export interface MergeOptions {
  readonly maxBins: number;
  readonly minShare: number;
  readonly trend: 'auto' | 'ascending' | 'descending' | 'any';
}

/** ln of a bin's share of class 1 over its share of class 0, each with `smoothing` rows more. */
export function weightOf({ events, others }: Counts, totals: Totals): number {
  return Math.log(((events + totals.smoothing) / totals.events) * (totals.others / (others + totals.smoothing)));
}

/**
 * Neighbouring parts put together so that the information value is the greatest possible with so many bins at most,
 * each of the least share, rates of class 1 in the order asked for: exact, by dynamic programming over the last two
 * bins, as the mixed-integer programmes of Navas-Palencia ("Optimal binning", 2020) find it.
 */
export function mergedOptimally(parts: readonly Counts[], totals: Totals, options: MergeOptions): MergedBin[] {
  if (parts.length === 0) return [];
  if (options.trend !== 'auto') return bestChain(parts, totals, options).bins;
  const ascending = bestChain(parts, totals, { ...options, trend: 'ascending' });
  const descending = bestChain(parts, totals, { ...options, trend: 'descending' });
  return descending.value > ascending.value ? descending.bins : ascending.bins;
}

/** Bins from the first part up to some part, and the information they carry. */
interface Chain {
  readonly value: number;
  readonly last: MergedBin;
  readonly before: Chain | null;
}

interface Found {
  readonly value: number;
  readonly bins: MergedBin[];
}

function bestChain(parts: readonly Counts[], totals: Totals, options: MergeOptions): Found {
  const bins = admissibleBins(parts, options.minShare);
  let reached = bins.filter(({ start }) => start === 0).map(last => chainOf(last, null, totals));
  let best = reached.filter(({ last }) => last.end === parts.length).reduce(better);
  for (let count = 2; count <= options.maxBins && reached.length > 0; count++) {
    reached = extended(reached, bins, totals, options.trend);
    best = reached.filter(({ last }) => last.end === parts.length).reduce(better, best);
  }
  return { value: best.value, bins: binsOf(best) };
}

/** For each bin the best chain that ends in it, one bin longer than those given. */
function extended(
  reached: readonly Chain[],
  bins: readonly MergedBin[],
  totals: Totals,
  trend: MergeOptions['trend'],
): Chain[] {
  const endingAt = new Map<number, Chain[]>();
  for (const chain of reached) endingAt.set(chain.last.end, [...(endingAt.get(chain.last.end) ?? []), chain]);
  return bins.flatMap(bin => {
    const before = (endingAt.get(bin.start) ?? []).filter(({ last }) => follows(bin, last, trend));
    return before.length === 0 ? [] : [chainOf(bin, before.reduce(better), totals)];
  });
}

function follows(next: MergedBin, last: MergedBin, trend: MergeOptions['trend']): boolean {
  if (trend === 'any') return true;
  const difference = rateOf(next) - rateOf(last);
  return trend === 'ascending' ? difference > 0 : difference < 0;
}

function rateOf({ counts }: MergedBin): number {
  return counts.events / (counts.events + counts.others);
}

/** Every run of neighbours that has the least share; all of them together always has. */
function admissibleBins(parts: readonly Counts[], minShare: number): MergedBin[] {
  const sum = (counts: readonly Counts[], of: 'events' | 'others'): number =>
    counts.reduce((total, each) => total + each[of], 0);
  const least = minShare * (sum(parts, 'events') + sum(parts, 'others')) * (1 - 1e-12);
  return parts.flatMap((_, start) =>
    Array.from({ length: parts.length - start }, (__, k) => {
      const own = parts.slice(start, start + k + 1);
      return { start, end: start + k + 1, counts: { events: sum(own, 'events'), others: sum(own, 'others') } };
    }).filter(({ counts }) => counts.events + counts.others >= least),
  );
}

function chainOf(last: MergedBin, before: Chain | null, totals: Totals): Chain {
  const { events, others } = last.counts;
  const own = (events / totals.events - others / totals.others) * weightOf(last.counts, totals);
  return { value: own + (before?.value ?? 0), last, before };
}

function better(a: Chain, b: Chain): Chain {
  return b.value > a.value + 1e-12 ? b : a;
}

function binsOf(chain: Chain): MergedBin[] {
  return chain.before ? [...binsOf(chain.before), chain.last] : [chain.last];
}
