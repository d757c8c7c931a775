import type { Attributions, Fitted, FittedTransformer, InputColumn } from '../protocol/estimator.ts';

/** For each column that reaches the end of the steps and comes from one single input of the first, that input. */
export function originsThrough(steps: readonly FittedTransformer[], last: Fitted): Map<string, string> {
  const reached = steps.at(-1)?.outputs ?? last.inputs;
  const origins = new Map<string, string>();
  for (const { name } of reached) {
    const origin = originOf(name, steps);
    if (origin !== undefined) origins.set(name, origin);
  }
  return origins;
}

function originOf(name: string, steps: readonly FittedTransformer[]): string | undefined {
  let origin: string | undefined = name;
  for (let k = steps.length - 1; k >= 0 && origin !== undefined; k--) origin = steps[k].origins?.get(origin);
  return origin;
}

/** The parts added up per original input; parts without a single origin follow under their own names. */
export function mappedBack(
  attributions: Attributions,
  origins: ReadonlyMap<string, string>,
  inputs: readonly InputColumn[],
): Attributions {
  const sources = attributions.inputs.map(name => origins.get(name) ?? name);
  const names = [...new Set([...inputs.map(({ name }) => name), ...sources])];
  return regrouped(attributions, sources, names);
}

/** The values of `attributions`, whose columns now belong to `sources`, added up under `names`. */
export function regrouped(
  attributions: Attributions,
  sources: readonly string[],
  names: readonly string[],
): Attributions {
  const place = new Map(names.map((name, at) => [name, at]));
  const places = sources.map(source => place.get(source)!);
  const width = sources.length;
  const rows = width === 0 ? 0 : attributions.values.length / width;
  const values = new Float64Array(rows * names.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < width; j++) values[i * names.length + places[j]] += attributions.values[i * width + j];
  }
  return { ...attributions, inputs: names, values };
}
