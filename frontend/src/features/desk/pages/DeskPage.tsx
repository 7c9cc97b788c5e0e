import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LinkButton } from '@/components/layout/LinkButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { StartPath, useNotReady } from '@/components/states/StartPath';
import { QueryView } from '@/components/states/QueryView';
import { useMe, usePermission } from '@/lib/api/me';
import { isCounty } from '@/lib/api/regions';
import { schoolCountQuery } from '@/lib/api/schools';
import { date, schoolYear } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useRegionName } from '@/lib/url/useRegionName';
import { useKeepContext, useWorkContext } from '@/lib/url/workContext';
import {
  deskAskedQuery,
  deskFrameworksQuery,
  deskImportsQuery,
  deskJobsQuery,
  deskComplaintsQuery,
  deskRectificationQuery,
  deskRunsQuery,
  deskSupervisionQuery,
  type Run,
} from '../api/desk';
import styles from '../components/desk.module.css';
import { Jobs } from '../components/Jobs';
import { VerdictCards } from '../components/VerdictCards';
import { Waiting } from '../components/Waiting';

const UNFINISHED = new Set(['NEEDS_MAPPING', 'UPLOADED', 'CHECKING', 'CHECKED', 'COMMITTING']);

/** First screen after login: what waits, how the year stands, what runs. */
export function DeskPage() {
  const { t } = useTranslation('desk');
  const me = useMe();
  const may = usePermission();
  const { region, year, figureYears } = useWorkContext();
  const keep = useKeepContext();
  const regionName = useRegionName(region);
  const county = isCounty(region);
  const balance = may('balance:read') && county;
  const runs = useQuery({ ...deskRunsQuery(region, year), enabled: balance });
  const imports = useQuery({ ...deskImportsQuery, enabled: may('import:run') });
  const jobs = useQuery(deskJobsQuery);
  const rectification = useQuery({ ...deskRectificationQuery, enabled: may('finding:read') });
  const complaints = useQuery({ ...deskComplaintsQuery, enabled: may('complaint:work') });
  const asked = useQuery({ ...deskAskedQuery, enabled: may('archive:answer') });
  const supervision = useQuery({
    ...deskSupervisionQuery,
    enabled: may('report:open') || may('visitrecord:answer'),
  });
  const notReady = useNotReady();
  const toCompute = balance && may('balance:run') && runs.data?.length === 0 && figureYears.includes(year);
  return (
    <>
      <PageHeader
        title={t('title')}
        state={[
          t('state', { region: regionName, year: schoolYear(year) }),
          me.displayName === t(`common:role.${me.role}`)
            ? me.displayName
            : t('hello', { name: me.displayName, role: t(`common:role.${me.role}`) }),
        ].join(' · ')}
      />
      <Year
        region={region}
        runs={runs.data}
        unfinished={imports.data?.items.filter((i) => UNFINISHED.has(i.state)).length}
      />
      {notReady && may('school:read') && (
        <StartPath
          compute={<LinkButton to={keep(county ? '/balance' : '/rollup')}>{t('balance.go')}</LinkButton>}
        />
      )}
      <Section title={t('waiting.title')}>
        <Waiting
          rectification={rectification.data ?? []}
          complaints={complaints.data ?? []}
          supervision={supervision.data ?? []}
          asked={asked.data ?? []}
          imports={imports.data?.items ?? []}
          runs={runs.data ?? []}
          year={year}
          toCompute={toCompute}
        />
      </Section>
      <div className={styles.columns}>
        <div>
          {balance && !notReady && <Balance runs={runs} year={year} />}
          <Section title={t('links.title')} className={styles.shortcuts}>
            <Links county={county} />
          </Section>
        </div>
        <div>
          <Section title={t('jobs.title')}>
            <QueryView query={jobs} lines={3}>
              {(list) => <Jobs jobs={list} />}
            </QueryView>
          </Section>
        </div>
      </div>
    </>
  );
}

function Balance({ runs, year }: { runs: ReturnType<typeof useQuery<Run[]>>; year: number }) {
  const { t } = useTranslation('desk');
  const may = usePermission();
  const keep = useKeepContext();
  const frameworks = useQuery(deskFrameworksQuery);
  return (
    <Section title={t('balance.title')} note={t('balance.note')}>
      <QueryView query={runs}>
        {(list) =>
          list.length === 0 ? (
            <>
              <p>{t('balance.none', { year: schoolYear(year) })}</p>
              {may('balance:run') && (
                <LinkButton type="primary" to={keep('/balance')}>
                  {t('balance.go')}
                </LinkButton>
              )}
            </>
          ) : (
            <VerdictCards runs={list} frameworks={frameworks.data ?? []} />
          )
        }
      </QueryView>
    </Section>
  );
}

interface YearProps {
  region: string;
  runs: Run[] | undefined;
  unfinished: number | undefined;
}

function Year({ region, runs, unfinished }: YearProps) {
  const { t } = useTranslation('desk');
  const may = usePermission();
  const keep = useKeepContext();
  const { year, figureYears } = useWorkContext();
  const schools = useQuery({ ...schoolCountQuery(region), enabled: may('school:read') });
  const newest = runs?.[0];
  return (
    <nav className={styles.tiles} aria-label={t('year.title')}>
      <Link to={keep('/schools?state=OPEN')} className={styles.tile}>
        <span>{t('year.schools')}</span>
        <strong>{number(schools.data)}</strong>
      </Link>
      <Link to={keep('/figures')} className={styles.tile}>
        <span>{t('year.figures')}</span>
        <strong>{t(figureYears.includes(year) ? 'year.figuresThere' : 'year.figuresNone')}</strong>
      </Link>
      {may('balance:read') && (
        <Link to={keep('/balance')} className={styles.tile}>
          <span>{t('year.computed')}</span>
          <strong>{newest ? date(newest.createdAt) : t('year.computedNone')}</strong>
        </Link>
      )}
      {may('import:run') && (
        <Link to={keep('/imports')} className={styles.tile}>
          <span>{t('year.imports')}</span>
          <strong>{unfinished ? number(unfinished) : t('year.none')}</strong>
        </Link>
      )}
    </nav>
  );
}

function Links({ county }: { county: boolean }) {
  const { t } = useTranslation('desk');
  const may = usePermission();
  const keep = useKeepContext();
  return (
    <div className={styles.links}>
      {may('school:read') && <LinkButton to={keep('/schools')}>{t('links.schools')}</LinkButton>}
      {may('school:read') && <LinkButton to={keep('/figures')}>{t('links.figures')}</LinkButton>}
      {may('import:run') && <LinkButton to={keep('/imports/new')}>{t('links.import')}</LinkButton>}
      {may('balance:read') && county && <LinkButton to={keep('/balance')}>{t('links.balance')}</LinkButton>}
      {may('rollup:run') && !county && <LinkButton to={keep('/rollup')}>{t('links.rollup')}</LinkButton>}
    </div>
  );
}
