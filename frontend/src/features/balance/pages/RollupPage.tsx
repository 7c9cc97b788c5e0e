import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Segmented, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '@/components/chart/ChartFrame';
import { EChart } from '@/components/chart/EChart';
import { LinkButton } from '@/components/layout/LinkButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { JobProgress } from '@/components/states/JobProgress';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { Empty } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { moment, schoolYear } from '@/lib/format/dates';
import { againstLimit, MISSING, number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import { tokens } from '@/lib/theme/tokens';
import { useRegionName } from '@/lib/url/useRegionName';
import { useUrlState } from '@/lib/url/useUrlState';
import { useKeepContext, useWorkContext } from '@/lib/url/workContext';
import { frameworksQuery } from '../api/frameworks';
import {
  rollupCountiesQuery,
  rollupQuery,
  rollupsQuery,
  useStartRollup,
  type Rollup,
  type RollupCounty,
} from '../api/rollups';
import { verdictTone } from '../components/StageCard';
import { STAGES, type Framework, type Stage, type Verdict } from '../model';

/** The same calculation for every county under a region: verdicts, ranking, progress. */
export function RollupPage() {
  const { t } = useTranslation('balance');
  const keep = useKeepContext();
  const { region } = useWorkContext();
  const frameworks = useQuery(frameworksQuery);
  if (region.length > 4) {
    return (
      <>
        <PageHeader title={t('rollup.title')} />
        <Empty
          title={t('rollup.county')}
          action={<LinkButton to={keep('/balance')}>{t('rollup.toCounty')}</LinkButton>}
        >
          {t('rollup.countyHint')}
        </Empty>
      </>
    );
  }
  return <QueryView query={frameworks}>{(list) => <Chosen frameworks={list} />}</QueryView>;
}

function Chosen({ frameworks }: { frameworks: Framework[] }) {
  const { t } = useTranslation('balance');
  const { message } = App.useApp();
  const named = useNamed();
  const may = usePermission();
  const client = useQueryClient();
  const { region, year } = useWorkContext();
  const regionName = useRegionName(region);
  const [wanted, choose] = useUrlState('framework');
  const published = frameworks.filter((f) => f.state === 'PUBLISHED');
  const framework =
    published.find((f) => f.id === wanted) ??
    published.find((f) => f.code === 'QUALITY_2017') ??
    published[0];
  const query = useQuery(rollupsQuery(region, year));
  const start = useStartRollup();
  const rollup = query.data?.find((one) => one.frameworkId === framework?.id);
  const running = rollup?.state === 'RUNNING';
  const context = { region: regionName, year: schoolYear(year) };
  if (!framework) return null;

  const button = may('rollup:run') && !running && (
    <Button
      type="primary"
      loading={start.isPending}
      onClick={() =>
        start.mutate(
          { frameworkId: framework.id, regionCode: region, year },
          { onError: (error) => void message.error(problemMessage(error, t)) },
        )
      }
    >
      {rollup ? t('rollup.again') : t('rollup.start')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('rollup.title')}
        state={
          rollup?.state === 'DONE' &&
          t('rollup.state', {
            ...context,
            counties: number(rollup.counties),
            schools: number(rollup.schools),
            time: moment(rollup.finishedAt),
          })
        }
        actions={
          <>
            <Select
              aria-label={t('framework')}
              value={framework.id}
              popupMatchSelectWidth={false}
              options={published.map((f) => ({ value: f.id, label: named(f) }))}
              onChange={choose}
              style={{ minWidth: 200 }}
            />
            {rollup && button}
          </>
        }
      />
      <QueryView query={query}>
        {() =>
          !rollup ? (
            <Empty title={t('rollup.none', { ...context, framework: named(framework) })} action={button}>
              {t('rollup.noneHint')}
            </Empty>
          ) : running ? (
            <Section>
              <JobProgress
                jobId={rollup.jobId}
                label={t('rollup.running')}
                onEnd={() => void client.invalidateQueries({ queryKey: ['balance', 'rollups'] })}
              />
            </Section>
          ) : rollup.state === 'FAILED' ? (
            <Empty title={t('rollup.failed')}>{rollup.message}</Empty>
          ) : (
            <Done rollup={rollup} framework={framework} />
          )
        }
      </QueryView>
    </>
  );
}

function Done({ rollup, framework }: { rollup: Rollup; framework: Framework }) {
  const { t } = useTranslation('balance');
  const [wanted, setStage] = useUrlState('stage', { replace: true });
  const stage: Stage = wanted === 'JUNIOR' ? 'JUNIOR' : 'PRIMARY';
  const counted = useQuery(rollupQuery(rollup.id));
  const verdicts = counted.data?.verdicts as Record<string, Record<string, number>> | undefined;
  const count = (of: Stage, verdict: Verdict) => number(verdicts?.[of]?.[verdict] ?? 0);
  return (
    <>
      <Section>
        <Segmented
          value={stage}
          onChange={(value) => setStage(value)}
          options={STAGES.map((one) => ({ value: one, label: t(`common:stage.${one}`) }))}
        />{' '}
        {verdicts &&
          t('rollup.verdicts', {
            stage: t(`common:stage.${stage}`),
            pass: count(stage, 'PASS'),
            fail: count(stage, 'FAIL'),
            withheld: count(stage, 'WITHHELD'),
          })}
      </Section>
      <Farthest rollup={rollup} stage={stage} />
      <Counties rollup={rollup} stage={stage} framework={framework} />
    </>
  );
}

const SHOWN = 15;

/** The distance as chart, table and tooltip all show it. */
const distance = (value: number | null) => number(value, 3);

function Farthest({ rollup, stage }: { rollup: Rollup; stage: Stage }) {
  const { t } = useTranslation('balance');
  const query = useQuery(rollupCountiesQuery(rollup.id, { stage, sort: '-distance', size: SHOWN }));
  const far = useMemo(
    () => (query.data?.items ?? []).filter((one) => one.distance !== null && one.distance > 0),
    [query.data],
  );
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 56, top: 4, bottom: 4, containLabel: true },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: far.map((one) => one.countyName),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: tokens.lineStrong } },
        axisLabel: { color: tokens.ink },
      },
      series: [
        {
          type: 'bar',
          barWidth: 12,
          itemStyle: { color: tokens.failing, decal: undefined },
          label: {
            show: true,
            position: 'right',
            color: tokens.ink,
            formatter: (p: { value: number }) => distance(p.value),
          },
          data: far.map((one) => one.distance),
        },
      ],
    }),
    [far],
  );
  if (far.length === 0) return null;
  const title = t('rollup.chart', { stage: t(`common:stage.${stage}`) });
  return (
    <ChartFrame
      title={title}
      name={title}
      sentence={t('rollup.chartSentence')}
      columns={[{ title: t('rollup.countyName') }, { title: t('rollup.distance'), numeric: true }]}
      rows={far.map((one) => ({ key: one.countyCode, cells: [one.countyName, distance(one.distance)] }))}
    >
      <EChart option={option} height={24 + far.length * 22} label={title} />
    </ChartFrame>
  );
}

function Counties({ rollup, stage, framework }: { rollup: Rollup; stage: Stage; framework: Framework }) {
  const { t } = useTranslation('balance');
  const named = useNamed();
  const state = useTableState({ filters: ['verdict'], defaultSort: 'rank' });
  const verdict = state.filters.verdict as Verdict | undefined;
  const query = useQuery(
    rollupCountiesQuery(rollup.id, {
      stage,
      verdict,
      q: state.q || undefined,
      sort: state.sort,
      page: state.page,
      size: state.size,
    }),
  );
  const columns: Column<RollupCounty>[] = [
    { key: 'county', title: t('rollup.countyName'), sortable: true, render: (c) => c.countyName },
    { key: 'rank', title: t('rollup.rank'), numeric: true, sortable: true, render: (c) => c.rank ?? MISSING },
    {
      key: 'verdict',
      title: t('rollup.verdict'),
      render: (c) => (
        <Mark plain tone={verdictTone[c.verdict]}>
          {t(`verdict.${c.verdict}`)}
        </Mark>
      ),
    },
    {
      key: 'distance',
      title: t('rollup.distance'),
      numeric: true,
      sortable: true,
      render: (c) => distance(c.distance),
    },
    ...(framework.decision === 'COMPOSITE_MEAN'
      ? [
          {
            key: 'composite',
            title: t('rollup.composite'),
            numeric: true,
            sortable: true,
            render: (c: RollupCounty) => number(c.composite, 3),
          },
        ]
      : []),
    {
      key: 'schools',
      title: t('rollup.schools'),
      numeric: true,
      sortable: true,
      render: (c) => number(c.schools),
    },
    {
      key: 'passing',
      title: t('rollup.passing'),
      numeric: true,
      render: (c) => number(c.schoolsPassing),
    },
    {
      key: 'pupils',
      title: t('rollup.pupils'),
      numeric: true,
      sortable: true,
      render: (c) => number(c.pupils),
    },
    {
      key: 'missing',
      title: t('rollup.missing'),
      numeric: true,
      mark: (c) => (c.missing > 0 ? 'confirm' : undefined),
      render: (c) => number(c.missing),
    },
    ...framework.indicators.map((indicator): Column<RollupCounty> => {
      const own = (c: RollupCounty) => c.indicators.find((i) => i.code === indicator.code);
      return {
        key: indicator.code,
        title: named(indicator),
        unit: t('cvShort'),
        numeric: true,
        mark: (c) =>
          framework.decision === 'EACH_INDICATOR' && own(c)?.met === false ? 'failing' : undefined,
        render: (c) => againstLimit(own(c)?.coefficientOfVariation, own(c)?.limit),
      };
    }),
  ];
  return (
    <DataTable
      id="balance.rollup"
      label={t('rollup.label', { stage: t(`common:stage.${stage}`) })}
      columns={columns}
      rows={query.data?.items}
      total={query.data?.total}
      rowKey={(c) => c.countyCode}
      state={state}
      error={query.error}
      onRetry={() => void query.refetch()}
      fetching={query.isPlaceholderData}
      searchable={t('rollup.search')}
      exportHref={`/api/v1/balance/rollups/${rollup.id}/table`}
      to={(c) =>
        `/balance?region=${c.countyCode}&year=${rollup.year}&framework=${framework.id}&stage=${stage}`
      }
      filters={[
        {
          name: 'verdict',
          label: t('rollup.verdict'),
          options: (['PASS', 'FAIL', 'WITHHELD'] as const).map((value) => ({
            value,
            label: t(`verdict.${value}`),
          })),
        },
      ]}
    />
  );
}
