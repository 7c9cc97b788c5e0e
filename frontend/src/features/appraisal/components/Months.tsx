import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '@/components/layout/Section';
import { Mark } from '@/components/states/Mark';
import { PlainTable } from '@/components/table/PlainTable';
import { queryString } from '@/lib/api/client';
import { month as monthOf } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import type { Appraisal, Month } from '../api/appraisals';

/** The months of term: which schools were visited, which were not, and the month's report. */
export function Months({ of }: { of: Appraisal }) {
  const { t } = useTranslation('appraisal');
  const { months } = of.basis.figures;
  return (
    <div id="months">
      <Section title={t('months.title')}>
        {months.length === 0 ? (
          <p>{t('months.empty')}</p>
        ) : (
          <PlainTable
            label={t('months.title')}
            cards
            columns={[
              { title: t('months.month') },
              { title: t('months.schools'), numeric: true },
              { title: t('months.visited'), numeric: true },
              { title: t('months.missed') },
              { title: t('months.report') },
            ]}
            rows={months.map((month) => ({
              key: month.month,
              cells: [
                monthOf(month.month),
                number(month.schools),
                <Visits key="visits" of={of} month={month} />,
                <Missed key="missed" month={month} />,
                <ReportOf key="report" of={of} month={month} />,
              ],
            }))}
          />
        )}
      </Section>
    </div>
  );
}

function Visits({ of, month }: { of: Appraisal; month: Month }) {
  const keep = useKeepContext();
  if (month.visited === 0) return <>{number(0)}</>;
  const { from, until } = month;
  return (
    <Link to={keep(`/visits${queryString({ measure: 'MADE', from, until, inspector: of.inspectorId })}`)}>
      {number(month.visited)}
    </Link>
  );
}

function Missed({ month }: { month: Month }) {
  const { t } = useTranslation('appraisal');
  const keep = useKeepContext();
  if (month.missed.length === 0) {
    return (
      <Mark plain tone="done">
        {t('months.all')}
      </Mark>
    );
  }
  return (
    <>
      {month.missed.map((school, i) => (
        <span key={school.id}>
          {i > 0 && t('common:listSeparator')}
          <Link to={keep(`/schools/${school.id}`)}>{school.name}</Link>
        </span>
      ))}
    </>
  );
}

function ReportOf({ of, month }: { of: Appraisal; month: Month }) {
  const { t } = useTranslation('appraisal');
  const keep = useKeepContext();
  const handedIn = month.report === 'SUBMITTED' || month.report === 'ACCEPTED';
  return (
    <Link to={keep(`/monthly/${of.inspectorId}/${month.month}`)}>
      <Mark plain tone={handedIn ? 'done' : 'dueSoon'}>
        {month.report ? t(`months.reports.${month.report}`) : t('months.noReport')}
      </Mark>
    </Link>
  );
}
