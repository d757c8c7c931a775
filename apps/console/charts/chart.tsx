import { Skeleton } from '@mantine/core';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';

interface ChartProps {
  readonly option: EChartsCoreOption;
  readonly height: number;
  /** What a person who cannot see the chart should know. */
  readonly summary: string;
}

/** A chart of the library, which is loaded when the first one is shown. */
export function Chart({ option, height, summary }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useChart(box);
  useEffect(() => {
    chart?.setOption(option, { notMerge: true });
  }, [chart, option]);
  return (
    <div style={{ position: 'relative', height }}>
      {!chart && <Skeleton h={height} />}
      <div ref={box} role="img" aria-label={summary} style={{ position: 'absolute', inset: 0 }} />
    </div>
  );
}

function useChart(box: React.RefObject<HTMLDivElement | null>): EChartsType | null {
  const [chart, setChart] = useState<EChartsType | null>(null);
  useEffect(() => {
    let made: EChartsType | undefined;
    let isGone = false;
    const make = async () => {
      const { initChart } = await import('./echarts.ts');
      if (isGone || !box.current) return;
      made = initChart(box.current, null, { renderer: 'svg' });
      setChart(made);
    };
    void make();
    const resizing = new ResizeObserver(() => made?.resize());
    if (box.current) resizing.observe(box.current);
    return () => {
      isGone = true;
      resizing.disconnect();
      made?.dispose();
      setChart(null);
    };
  }, [box]);
  return chart;
}
