import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { Chart } from './chart.tsx';
import { type Palette, usePalette } from './palette.ts';

/** Where a name keeps clear of its line: under a rising one, before it, or over a falling one. */
type NameSide = 'under' | 'before' | 'over';

export interface LinePoint {
  readonly x: number;
  readonly y: number;
  /** The ends of the interval around `y`, where it has one. */
  readonly low?: number;
  readonly high?: number;
}

export interface Line {
  readonly name: string;
  readonly points: readonly LinePoint[];
  readonly tone: 'first' | 'second' | 'quiet';
  /** Where the name stands; at the end of the line where this is absent. */
  readonly nameAt?: { readonly x: number; readonly side: NameSide };
  /** Draws a mark on each point. */
  readonly marked?: boolean;
}

export interface Axis {
  readonly title: string;
  readonly text: (value: number) => string;
  readonly max?: number;
}

interface LineChartProps {
  readonly lines: readonly Line[];
  readonly x: Axis;
  readonly y: Axis;
  /** A place on the x axis worth knowing, such as today's capacity. */
  readonly mark?: { readonly x: number; readonly label: string } | null;
  readonly summary: string;
}

/** Lines over a common axis, each named at its end, intervals as bands. */
export function LineChart({ summary, ...drawn }: LineChartProps) {
  const palette = usePalette();
  const { lines, x, y, mark } = drawn;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the axes' texts are made anew at every render and never differ.
  const option = useMemo(
    () => optionOf({ lines, x, y, mark }, palette),
    [lines, x.title, y.title, mark?.x, mark?.label, palette],
  );
  return <Chart option={option} height={300} summary={summary} />;
}

type Drawn = Omit<LineChartProps, 'summary'>;

function optionOf({ lines, x, y, mark }: Drawn, palette: Palette): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit', color: palette.text },
    grid: {
      left: 8,
      right: lines.every(({ nameAt }) => nameAt !== undefined) ? 24 : 84,
      top: 34,
      bottom: 30,
      containLabel: true,
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: palette.surface,
      borderColor: palette.grid,
      textStyle: { color: palette.text },
      formatter: (hovered: readonly Hovered[]) => tooltipOf(hovered, { x, y }),
    },
    xAxis: { ...axisOf(x, palette), nameLocation: 'middle', nameGap: 30, min: 0 },
    yAxis: {
      ...axisOf(y, palette),
      nameTextStyle: { color: palette.quiet, fontSize: 12, align: 'left', padding: [0, 0, 0, -36] },
      min: 0,
    },
    series: [...lines.flatMap(line => [...bandOf(line, palette), seriesOf(line, palette)]), ...markOf(mark, palette)],
  };
}

function axisOf({ title, text, max }: Axis, palette: Palette) {
  return {
    type: 'value',
    name: title,
    max,
    nameTextStyle: { color: palette.quiet, fontSize: 12 },
    axisLabel: { color: palette.quiet, formatter: text, hideOverlap: true },
    axisLine: { lineStyle: { color: palette.quiet } },
    splitLine: { lineStyle: { color: palette.grid } },
  };
}

function seriesOf({ name, points, tone, marked, nameAt }: Line, palette: Palette) {
  const color = palette[tone];
  return {
    type: 'line',
    name,
    data: points.map(point => [point.x, point.y]),
    symbol: marked ? 'circle' : 'none',
    symbolSize: 7,
    itemStyle: { color },
    lineStyle: { color, width: tone === 'quiet' ? 1.5 : 2.5, type: tone === 'quiet' ? 'dashed' : 'solid' },
    endLabel: { show: nameAt === undefined, formatter: '{a}', color, fontWeight: 600, distance: 6 },
    markPoint: nameAt === undefined ? undefined : nameMark({ name, points, at: nameAt, color }),
    labelLayout: { moveOverlap: 'shiftY' },
    emphasis: { disabled: true },
  };
}

interface NameMark {
  readonly name: string;
  readonly points: readonly LinePoint[];
  readonly at: { readonly x: number; readonly side: NameSide };
  readonly color: string;
}

const sides = {
  under: { position: 'right', offset: [0, 12] },
  before: { position: 'left', offset: [0, -10] },
  over: { position: 'right', offset: [0, -10] },
} as const satisfies Record<NameSide, object>;

/** The name of a line beside it, at a place where lines are apart. */
function nameMark({ name, points, at, color }: NameMark) {
  return {
    symbol: 'circle',
    symbolSize: 0.1,
    silent: true,
    data: [{ coord: [at.x, heightAt(points, at.x)] }],
    label: { formatter: name, color, fontWeight: 600, distance: 8, ...sides[at.side] },
  };
}

function heightAt(points: readonly LinePoint[], x: number): number {
  const next = points.findIndex(point => point.x >= x);
  const [before, after] = [points[Math.max(0, next - 1)], points[Math.max(0, next)]];
  const share = after.x === before.x ? 0 : (x - before.x) / (after.x - before.x);
  return before.y + share * (after.y - before.y);
}

/** The interval as two stacked lines: an unseen floor, and the band above it. */
function bandOf({ name, points, tone }: Line, palette: Palette) {
  const bounded = points.filter(({ low, high }) => low !== undefined && high !== undefined);
  if (bounded.length === 0) return [];
  const shared = {
    type: 'line',
    stack: `${name} band`,
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
  };
  return [
    { ...shared, name: '', data: bounded.map(({ x, low }) => [x, low!]) },
    {
      ...shared,
      name: '',
      data: bounded.map(({ x, low, high }) => [x, high! - low!]),
      areaStyle: { color: palette[tone], opacity: 0.18 },
    },
  ];
}

function markOf(mark: Drawn['mark'], palette: Palette) {
  if (!mark) return [];
  return [
    {
      type: 'line',
      name: '',
      data: [],
      markLine: {
        symbol: 'none',
        silent: true,
        data: [{ xAxis: mark.x }],
        lineStyle: { color: palette.text, width: 2, type: 'solid' },
        label: {
          formatter: mark.label,
          color: palette.text,
          fontWeight: 600,
          position: 'insideEndTop',
          rotate: 0,
          align: 'left',
          distance: [0, -12],
        },
      },
    },
  ];
}

interface Hovered {
  readonly seriesName: string;
  readonly value: readonly [number, number];
}

/** Plain text with line breaks; names come from our own texts, never from data. */
function tooltipOf(hovered: readonly Hovered[], { x, y }: Pick<Drawn, 'x' | 'y'>): string {
  const named = hovered.filter(({ seriesName }) => seriesName !== '');
  if (named.length === 0) return '';
  const title = `${x.title}: ${x.text(named[0].value[0])}`;
  return [title, ...named.map(({ seriesName, value }) => `${seriesName}: <b>${y.text(value[1])}</b>`)].join('<br>');
}
