import { AimOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { Button } from 'antd';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '@/components/chart/ChartFrame';
import { EChart } from '@/components/chart/EChart';
import { PlainTable } from '@/components/table/PlainTable';
import { Empty } from '@/components/states/States';
import { number } from '@/lib/format/numbers';
import { tokens } from '@/lib/theme/tokens';
import type { SchoolRow, Verdict } from '../model';
import { useWidth } from '@/lib/useWidth';
import { fitView, project, shape, townships, type Placed } from './mapView';
import styles from './CountyMap.module.css';

interface Props {
  schools: SchoolRow[];
  stage: string;
  onSchool: (id: string) => void;
  height: number;
}

/** Least width of the table of townships beside the map. */
const SIDE = 300;

/** The same marks as everywhere: done a filled dot, failing a hollow diamond, unknown a triangle. */
const look: Record<Verdict, { color: string; symbol: string; fill: string }> = {
  PASS: { color: tokens.done, symbol: 'circle', fill: tokens.done },
  FAIL: { color: tokens.failing, symbol: 'diamond', fill: tokens.surface },
  WITHHELD: { color: tokens.dueSoon, symbol: 'triangle', fill: tokens.dueSoonSoft },
  NOT_JUDGED: { color: tokens.neutralMark, symbol: 'circle', fill: tokens.neutralMark },
};

/**
 * The county's schools where they lie, without any outside map: longitudes shrunk by the cosine of the middle
 * latitude, so that distances look right, and the townships named at the middle of their schools.
 */
export function CountyMap({ schools, stage, onSchool, height }: Props) {
  const { t } = useTranslation('balance');
  const chart = useRef<EChartsType>(undefined);
  const placed = useMemo(() => project(schools), [schools]);
  const [box, width] = useWidth();
  // as wide as the county's shape asks for; what is left beside it goes to the table of townships
  const mapWidth = Math.round(Math.max(width * 0.45, height * shape(placed)));
  const beside = width - mapWidth >= SIDE;
  const drawn = beside ? mapWidth : width;
  const option = useMemo<EChartsCoreOption>(() => mapOption(placed, drawn, height), [placed, drawn, height]);
  const count = (verdict: Verdict) => schools.filter((s) => s.verdict === verdict).length;
  const unplaced = schools.length - placed.length;
  const title = t('map.title', { stage });
  const sentence = t('map.sentence', {
    passing: count('PASS'),
    failing: count('FAIL'),
    withheld: count('WITHHELD') > 0 ? t('map.withheld', { count: count('WITHHELD') }) : '',
    unplaced: unplaced > 0 ? t('map.unplaced', { count: unplaced }) : t('map.allPlaced'),
  });

  const zoom = (factor: number) => {
    const now = chart.current?.getOption() as { dataZoom?: { start: number; end: number }[] } | undefined;
    now?.dataZoom?.forEach((axis, dataZoomIndex) => {
      const middle = (axis.start + axis.end) / 2;
      const half = Math.min(50, ((axis.end - axis.start) / 2) * factor);
      const start = Math.max(0, Math.min(100 - 2 * half, middle - half));
      chart.current?.dispatchAction({ type: 'dataZoom', dataZoomIndex, start, end: start + 2 * half });
    });
  };

  if (placed.length === 0) return <Empty title={t('map.none')}>{t('map.noneHint')}</Empty>;
  return (
    <ChartFrame
      title={title}
      name={title}
      sentence={sentence}
      columns={[
        { title: t('schools.name') },
        { title: t('schools.township') },
        { title: t('schools.verdict') },
        { title: t('map.longitude'), numeric: true },
        { title: t('map.latitude'), numeric: true },
      ]}
      rows={schools.map((s) => ({
        key: s.id,
        cells: [
          s.name,
          s.regionName,
          t(`schoolVerdict.${s.verdict}`),
          number(s.longitude, 4),
          number(s.latitude, 4),
        ],
      }))}
      actions={
        <div className={styles.zoom}>
          <Button
            size="small"
            icon={<PlusOutlined aria-hidden />}
            aria-label={t('map.zoomIn')}
            onClick={() => zoom(0.6)}
          />
          <Button
            size="small"
            icon={<MinusOutlined aria-hidden />}
            aria-label={t('map.zoomOut')}
            onClick={() => zoom(1 / 0.6)}
          />
          <Button
            size="small"
            icon={<AimOutlined aria-hidden />}
            aria-label={t('map.whole')}
            onClick={() => zoom(100)}
          />
        </div>
      }
    >
      <div className={styles.frame} ref={box}>
        <div className={styles.map} style={beside ? { width: drawn } : undefined}>
          <EChart
            key={drawn}
            option={option}
            height={height}
            label={`${title}. ${sentence}`}
            onReady={(made) => {
              chart.current = made;
            }}
            onPick={({ data }) => {
              const id = (data as { id?: string } | undefined)?.id;
              if (id) onSchool(id);
            }}
          />
          <ul className={styles.key}>
            {(['PASS', 'FAIL', 'WITHHELD', 'NOT_JUDGED'] as const)
              .filter((verdict) => count(verdict) > 0)
              .map((verdict) => (
                <li key={verdict}>
                  <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden>
                    <KeyShape verdict={verdict} />
                  </svg>
                  {t(`schoolVerdict.${verdict}`)} <b className="dd-num">{count(verdict)}</b>
                </li>
              ))}
          </ul>
        </div>
        <Townships schools={schools} />
      </div>
    </ChartFrame>
  );
}

/** The same count by township, worst first. */
function Townships({ schools }: { schools: SchoolRow[] }) {
  const { t } = useTranslation('balance');
  const names = [...new Set(schools.map((s) => s.regionName))];
  if (names.length < 2) return null;
  const rows = names.map((name) => {
    const own = schools.filter((s) => s.regionName === name);
    const passing = own.filter((s) => s.verdict === 'PASS').length;
    const failing = own.filter((s) => s.verdict === 'FAIL').length;
    return { name, all: own.length, passing, failing };
  });
  rows.sort((a, b) => b.failing - a.failing || b.all - a.all);
  return (
    <div className={styles.side}>
      <PlainTable
        label={t('map.byTownship')}
        columns={[
          { title: t('schools.township') },
          { title: t('map.schools'), numeric: true },
          { title: t('schoolVerdict.PASS'), numeric: true },
          { title: t('schoolVerdict.FAIL'), numeric: true },
        ]}
        rows={rows.map((row) => ({
          key: row.name ?? '',
          cells: [row.name, number(row.all), number(row.passing), number(row.failing)],
        }))}
      />
    </div>
  );
}

function KeyShape({ verdict }: { verdict: Verdict }) {
  const { symbol, color, fill } = look[verdict];
  if (symbol === 'diamond')
    return <path d="M0-5.5 5.5 0 0 5.5-5.5 0Z" fill={fill} stroke={color} strokeWidth="1.8" />;
  if (symbol === 'triangle')
    return <path d="M0-5 5.5 5H-5.5Z" fill={fill} stroke={color} strokeWidth="1.5" />;
  return <circle r="4.5" fill={fill} />;
}

function mapOption(placed: Placed[], width: number, height: number): EChartsCoreOption {
  const view = fitView(placed, (width - 16) / (height - 16));
  const series = (['NOT_JUDGED', 'PASS', 'WITHHELD', 'FAIL'] as const).map((verdict) => ({
    type: 'scatter',
    name: verdict,
    symbol: look[verdict].symbol,
    itemStyle: {
      color: look[verdict].fill,
      borderColor: verdict === 'PASS' ? '#fff' : look[verdict].color,
      borderWidth: verdict === 'FAIL' ? 2 : 1,
      opacity: 0.92,
    },
    emphasis: { itemStyle: { borderColor: tokens.ink, borderWidth: 2 } },
    data: placed
      .filter((p) => p.school.verdict === verdict)
      .map((p) => ({
        id: p.school.id,
        name: p.school.name,
        value: [p.x, p.y],
        symbolSize: 7 + Math.min(13, Math.sqrt(p.school.pupils) / 4),
      })),
  }));
  return {
    grid: { left: 8, right: 8, top: 8, bottom: 8 },
    xAxis: { type: 'value', show: false, min: view.x[0], max: view.x[1], scale: true },
    yAxis: { type: 'value', show: false, min: view.y[0], max: view.y[1], scale: true },
    dataZoom: [
      { type: 'inside', xAxisIndex: 0, filterMode: 'none', minSpan: 8 },
      { type: 'inside', yAxisIndex: 0, filterMode: 'none', minSpan: 8 },
    ],
    tooltip: {
      trigger: 'item',
      confine: true,
      formatter: (p: { name: string }) => p.name.replace(/[<>&]/g, ''),
    },
    series: [
      {
        type: 'scatter',
        silent: true,
        // names stand above the marks, with a halo
        z: 10,
        symbolSize: 1,
        itemStyle: { color: 'transparent' },
        labelLayout: { hideOverlap: true },
        label: {
          show: true,
          formatter: '{b}',
          color: tokens.ink,
          fontSize: height > 400 ? 13 : 12,
          fontWeight: 600,
          textBorderColor: tokens.surface,
          textBorderWidth: 4,
          position: 'top',
          distance: 14,
        },
        data: townships(placed).map((town) => ({ name: town.name, value: [town.x, town.y] })),
      },
      ...series,
    ],
  };
}
