import { FilePdfOutlined, FileExcelOutlined, ReloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet } from 'react-router';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { StartPath, useNotReady } from '@/components/states/StartPath';
import { QueryView } from '@/components/states/QueryView';
import { Empty, NoPermission } from '@/components/states/States';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { isCounty } from '@/lib/api/regions';
import { moment, schoolYear } from '@/lib/format/dates';
import { useNamed } from '@/lib/i18n/useNamed';
import { useUrlState } from '@/lib/url/useUrlState';
import { useRegionName } from '@/lib/url/useRegionName';
import { useKeepContext, useWorkContext } from '@/lib/url/workContext';
import { frameworksQuery } from '../api/frameworks';
import { runQuery } from '../api/run';
import { runsQuery } from '../api/runs';
import { useStartRun } from '../api/startRun';
import { ExplanationDrawer } from '../components/ExplanationDrawer';
import { SchoolDrawer } from '../components/SchoolDrawer';
import { StageCard } from '../components/StageCard';
import cards from '../components/StageCard.module.css';
import { STAGES, type Framework, type Run, type Stage } from '../model';
import type { County } from './county';
import styles from './county.module.css';

const TABS = ['', 'schools', 'map', 'years', 'plan'] as const;

/** The county desk: verdict per stage on top, one page of it below. */
export function CountyLayout() {
  const { t } = useTranslation('balance');
  const may = usePermission();
  const keep = useKeepContext();
  const { region } = useWorkContext();
  const frameworks = useQuery({ ...frameworksQuery, enabled: isCounty(region) });
  if (!may('balance:read')) return <NoPermission />;
  if (!isCounty(region)) {
    return (
      <>
        <PageHeader title={t('title')} />
        <Empty title={t('page.notCounty')} action={<Link to={keep('/rollup')}>{t('page.toRollup')}</Link>}>
          {t('page.notCountyHint')}
        </Empty>
      </>
    );
  }
  return <QueryView query={frameworks}>{(list) => <Chosen frameworks={list} region={region} />}</QueryView>;
}

function Chosen({ frameworks, region }: { frameworks: Framework[]; region: string }) {
  const [wanted] = useUrlState('framework');
  const { year } = useWorkContext();
  const published = frameworks.filter((f) => f.state === 'PUBLISHED');
  const framework =
    published.find((f) => f.id === wanted) ??
    published.find((f) => f.code === 'QUALITY_2017') ??
    published[0];
  const runs = useQuery({
    ...runsQuery({ region, year, framework: framework?.id }),
    enabled: framework !== undefined,
  });
  const [runId] = useUrlState('run');
  if (!framework) return null;
  return (
    <QueryView query={runs}>
      {(list) => {
        const id = runId ?? list[0]?.id;
        return id ? (
          <Computed key={id} id={id} frameworks={published} framework={framework} />
        ) : (
          <NotComputed frameworks={published} framework={framework} />
        );
      }}
    </QueryView>
  );
}

function FrameworkSelect({ frameworks, framework }: { frameworks: Framework[]; framework: Framework }) {
  const { t } = useTranslation('balance');
  const named = useNamed();
  const [, choose] = useUrlState('framework');
  return (
    <Select
      aria-label={t('framework')}
      value={framework.id}
      popupMatchSelectWidth={false}
      options={frameworks.map((f) => ({ value: f.id, label: named(f) }))}
      onChange={choose}
      className={styles.framework}
    />
  );
}

function ComputeButton({ framework, again }: { framework: Framework; again: boolean }) {
  const { t } = useTranslation('balance');
  const { message } = App.useApp();
  const may = usePermission();
  const { region, year } = useWorkContext();
  const [, chooseRun] = useUrlState('run');
  const start = useStartRun();
  if (!may('balance:run')) return null;
  return (
    <Button
      type="primary"
      icon={again ? <ReloadOutlined aria-hidden /> : undefined}
      loading={start.isPending}
      onClick={() =>
        start.mutate(
          { frameworkId: framework.id, regionCode: region, year },
          {
            onSuccess: () => {
              chooseRun(undefined);
              void message.success(t('page.computed'));
            },
            onError: (error) => void message.error(problemMessage(error, t)),
          },
        )
      }
    >
      {again ? t('page.recompute') : t('page.compute')}
    </Button>
  );
}

function NotComputed({ frameworks, framework }: { frameworks: Framework[]; framework: Framework }) {
  const { t } = useTranslation('balance');
  const named = useNamed();
  const may = usePermission();
  const { region, year } = useWorkContext();
  const place = useRegionName(region);
  const notReady = useNotReady();
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={<FrameworkSelect frameworks={frameworks} framework={framework} />}
      />
      {notReady ? (
        <StartPath compute={<ComputeButton framework={framework} again={false} />} />
      ) : (
        <Empty
          title={t('page.noRun', { region: place, year: schoolYear(year), framework: named(framework) })}
          action={<ComputeButton framework={framework} again={false} />}
        >
          {may('balance:run') ? t('page.noRunHint') : t('page.noRunReader')}
        </Empty>
      )}
    </>
  );
}

interface ComputedProps {
  id: string;
  frameworks: Framework[];
  framework: Framework;
}

function Computed({ id, frameworks, framework }: ComputedProps) {
  const run = useQuery(runQuery(id));
  return (
    <QueryView query={run} lines={10}>
      {(data) => <Desk run={data} frameworks={frameworks} framework={framework} />}
    </QueryView>
  );
}

function Desk({ run, frameworks, framework }: { run: Run; frameworks: Framework[]; framework: Framework }) {
  const { t } = useTranslation('balance');
  const keep = useKeepContext();
  const regionName = useRegionName(run.regionCode);
  const [wanted, setStage] = useUrlState('stage', { replace: true });
  const [explained, setExplained] = useUrlState('explain');
  const [school, setSchool] = useUrlState('school');
  const [frameworkId] = useUrlState('framework');
  const [runId] = useUrlState('run');
  const results = STAGES.flatMap((stage) => run.stages.filter((s) => s.stage === stage));
  const result = results.find((s) => s.stage === wanted) ?? results[0];
  if (!result) return null;
  const stage = result.stage as Stage;

  const county: County = {
    framework,
    run,
    stage,
    result,
    explain: (indicator, of) => setExplained(of ? `${indicator}~${of}` : indicator),
    openSchool: setSchool,
  };
  const tabTo = (tab: string) => {
    const own = new URLSearchParams();
    if (frameworkId) own.set('framework', frameworkId);
    if (runId) own.set('run', runId);
    if (wanted) own.set('stage', wanted);
    const query = own.toString();
    return keep(`/balance${tab && `/${tab}`}${query && `?${query}`}`);
  };
  const [indicator, ofSchool] = explained?.split('~') ?? [];

  return (
    <>
      <PageHeader
        title={t('title')}
        state={t('page.state', {
          region: regionName,
          year: schoolYear(run.year),
          time: moment(run.createdAt),
        })}
        actions={
          <>
            <FrameworkSelect frameworks={frameworks} framework={framework} />
            <DownloadButton
              icon={<FileExcelOutlined aria-hidden />}
              from={`/api/v1/balance/runs/${run.id}/tables`}
            >
              {t('page.tables')}
            </DownloadButton>
            <DownloadButton
              icon={<FilePdfOutlined aria-hidden />}
              from={`/api/v1/balance/runs/${run.id}/report`}
            >
              {t('page.report')}
            </DownloadButton>
            <ComputeButton framework={framework} again />
          </>
        }
      />
      <div className={cards.cards} role="group" aria-label={t('page.chooseStage')}>
        {results.map((one) => (
          <StageCard
            key={one.stage}
            result={one}
            selected={one.stage === stage}
            onSelect={() => setStage(one.stage)}
          />
        ))}
      </div>
      <nav className={styles.tabs} aria-label={t('tab.label')}>
        {TABS.map((tab) => (
          <NavLink key={tab} to={tabTo(tab)} end={tab === ''}>
            {t(`tab.${tab || 'overview'}`)}
          </NavLink>
        ))}
      </nav>
      <Outlet context={county} />
      {indicator && (
        <ExplanationDrawer
          county={county}
          indicator={indicator}
          school={ofSchool}
          onClose={() => setExplained(undefined)}
        />
      )}
      {school && !indicator && (
        <SchoolDrawer county={county} id={school} onClose={() => setSchool(undefined)} />
      )}
    </>
  );
}
