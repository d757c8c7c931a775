import type { Evaluation } from '@rikuy/contracts';

type LiftPoint = Evaluation['liftCurve'][number];

/** What reviewing a share would find. */
export interface Found {
  /** Share of all positives. */
  readonly recall: number;
  /** Share of all recoverable money. */
  readonly revenueShare: number;
  /** Share of the reviewed that are positive. */
  readonly precision: number;
}

/** Reads the validation curve at a share, straight between its points. */
export function foundAt(
  { liftCurve, positives, rows }: Pick<Evaluation, 'liftCurve' | 'positives' | 'rows'>,
  share: number,
): Found {
  const recall = heightAt(liftCurve, share, point => point.recall);
  return {
    recall,
    revenueShare: heightAt(liftCurve, share, point => point.revenueShare),
    precision: share > 0 ? Math.min(1, (recall * positives) / (share * rows)) : 0,
  };
}

function heightAt(curve: readonly LiftPoint[], share: number, of: (point: LiftPoint) => number): number {
  const points = [{ x: 0, y: 0 }, ...curve.map(point => ({ x: point.share, y: of(point) }))];
  const next = points.findIndex(({ x }) => x >= share);
  if (next === -1) return points.at(-1)!.y;
  const [before, after] = [points[Math.max(0, next - 1)], points[next]];
  const part = after.x === before.x ? 1 : (share - before.x) / (after.x - before.x);
  return before.y + part * (after.y - before.y);
}
