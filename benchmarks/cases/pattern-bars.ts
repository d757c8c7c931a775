/** What a case's model is asked to find of what its generator planted. */
export interface PatternBar {
  /** Share of the judged rows that people look at. */
  readonly inspected: number;
  /** Recall of the weakest pattern there, as a multiple of what a random draw of that size finds. */
  readonly timesChance: number;
  /** Why it is not the usual bar. */
  readonly reason?: string;
  /** Patterns without risk by design, each with why: to be picked no more often than at random. */
  readonly sound?: Readonly<Record<string, string>>;
}

const usual: PatternBar = { inspected: 0.05, timesChance: 3 };

/** Cases for which the usual bar would ask for what no ranking can give. */
const exceptions: Readonly<Record<string, PatternBar>> = {
  'sme-credit': {
    inspected: 0.2,
    timesChance: 2,
    reason:
      'about a sixth of credits defaults, so that 5 % inspected holds less than a third of them; and of the credits ' +
      'that a region shock befalls only about half defaults, so that who knew all would find about 2.4 times chance there',
    sound: { seasonal_sound: 'its firms look weak off season, and one in a hundred defaults' },
  },
};

/** The bar for a use case's patterns. */
export function patternBarOf(useCase: string): PatternBar {
  return exceptions[useCase] ?? usual;
}
