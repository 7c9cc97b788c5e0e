import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { DataZoomComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { tokens } from '@/lib/theme/tokens';
import styles from './Chart.module.css';

register([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  TooltipComponent,
  MarkLineComponent,
  DataZoomComponent,
  LabelLayout,
  SVGRenderer,
]);

interface Props {
  option: EChartsCoreOption;
  height: number;
  /** What it shows, for those who do not see it; the figures themselves stand in the table beside it. */
  label: string;
  onPick?: (params: { dataIndex: number; seriesIndex: number; data: unknown }) => void;
  onReady?: (chart: EChartsType) => void;
}

const base: EChartsCoreOption = {
  animationDuration: 200,
  animationDurationUpdate: 200,
  textStyle: { fontFamily: tokens.fontFamily, fontSize: 12, color: tokens.inkSoft },
};

/** The one door to ECharts: drawn as SVG, fitted to its box, in our type and colours. */
export function EChart({ option, height, label, onPick, onReady }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const pick = useRef(onPick);
  const ready = useRef(onReady);
  useEffect(() => {
    pick.current = onPick;
    ready.current = onReady;
  });

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const made = init(element, undefined, { renderer: 'svg', width: element.clientWidth || 600, height });
    chart.current = made;
    made.on('click', (params) =>
      pick.current?.({
        dataIndex: params.dataIndex,
        seriesIndex: params.seriesIndex ?? 0,
        data: params.data,
      }),
    );
    ready.current?.(made);
    const watcher = new ResizeObserver(() => made.resize({ width: element.clientWidth || 600, height }));
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      made.dispose();
      chart.current = undefined;
    };
  }, [height]);

  useEffect(() => {
    chart.current?.setOption({ ...base, ...option }, { notMerge: true });
  }, [option, height]);

  return <div ref={box} className={styles.canvas} style={{ height }} role="img" aria-label={label} />;
}
