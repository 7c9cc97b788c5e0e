import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { QueryView } from '@/components/states/QueryView';
import { Empty } from '@/components/states/States';
import { PlainTable } from '@/components/table/PlainTable';
import { schoolYear } from '@/lib/format/dates';
import { againstLimit, number, signed } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import { useUrlState } from '@/lib/url/useUrlState';
import { trendQuery } from '../api/trend';
import { Moves } from '../components/Moves';
import planStyles from '../components/plan.module.css';
import { Sparkline } from '../components/Sparkline';
import type { Framework, Stage } from '../model';
import { useCounty } from './county';

interface Point {
  year: number;
  runId: string;
  stage: string;
  indicator: string;
  coefficient: number | null;
  limit: number | null;
  met: boolean | null;
}

/** The newest run of every year side by side, and which schools moved between two of them. */
export function YearsPage() {
  const { run, stage, framework } = useCounty();
  const query = useQuery(trendQuery(run.regionCode, framework.code));
  return (
    <QueryView query={query}>
      {(points) => (
        <Years points={points.filter((p) => p.stage === stage)} stage={stage} framework={framework} />
      )}
    </QueryView>
  );
}

function Years({ points, stage, framework }: { points: Point[]; stage: Stage; framework: Framework }) {
  const { t } = useTranslation('balance');
  const named = useNamed();
  const years = [...new Set(points.map((p) => p.year))].sort((a, b) => a - b);
  const runOf = new Map(points.map((p) => [p.year, p.runId]));
  const [fromText, setFrom] = useUrlState('from', { replace: true });
  const [toText, setTo] = useUrlState('to', { replace: true });
  const last = years.at(-1);
  const to = years.find((y) => String(y) === toText) ?? last;
  const from = years.find((y) => String(y) === fromText) ?? years.at(-2);
  const title = t('years.title', { stage: t(`common:stage.${stage}`) });
  if (years.length < 2 || last === undefined || from === undefined || to === undefined) {
    return <Empty title={t('years.none')}>{t('years.noneHint')}</Empty>;
  }
  const at = (indicator: string, year: number) =>
    points.find((p) => p.indicator === indicator && p.year === year);
  const a = runOf.get(from);
  const b = runOf.get(to);
  const options = years.map((year) => ({ value: year, label: schoolYear(year) }));
  return (
    <>
      <Section
        title={title}
        note={t('years.sentence', { first: schoolYear(years[0] ?? last), last: schoolYear(last) })}
      >
        <div className={planStyles.sparkRow}>
          <PlainTable
            label={title}
            columns={[
              { title: t('indicator') },
              { title: t('years.trend') },
              ...years.map((year) => ({ title: schoolYear(year), numeric: true })),
              { title: t('limit'), numeric: true },
              { title: t('years.change'), numeric: true },
            ]}
            rows={framework.indicators.map((indicator) => {
              const series = years.map((year) => at(indicator.code, year));
              const first = series.find((p) => p?.coefficient != null)?.coefficient ?? null;
              const newest = series.at(-1)?.coefficient ?? null;
              const limit = series.at(-1)?.limit ?? null;
              return {
                key: indicator.code,
                cells: [
                  <span key="name" className={planStyles.indicator}>
                    {named(indicator)}
                  </span>,
                  <Sparkline key="line" values={series.map((p) => p?.coefficient ?? null)} limit={limit} />,
                  ...series.map((p, i) => (
                    <span
                      key={years[i]}
                      className={planStyles.after}
                      data-tone={
                        p?.met === false && framework.decision === 'EACH_INDICATOR' ? 'failing' : undefined
                      }
                    >
                      {p?.met === false && framework.decision === 'EACH_INDICATOR' && '✕ '}
                      {againstLimit(p?.coefficient, p?.limit)}
                    </span>
                  )),
                  number(limit, 2),
                  first !== null && newest !== null ? signed(newest - first, 3) : number(null),
                ],
              };
            })}
          />
        </div>
      </Section>
      <Section
        title={t('years.compare')}
        actions={
          <>
            <Select
              aria-label={t('years.from')}
              value={from}
              options={options}
              onChange={(y) => setFrom(String(y))}
            />
            <Select
              aria-label={t('years.to')}
              value={to}
              options={options}
              onChange={(y) => setTo(String(y))}
            />
          </>
        }
      >
        {a && b && a !== b ? <Moves a={a} b={b} stage={stage} year={to} /> : <p>{t('years.same')}</p>}
      </Section>
    </>
  );
}
