import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '@/components/layout/Section';
import { DueBy } from '@/components/states/DueBy';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { PlainTable } from '@/components/table/PlainTable';
import { usePermission } from '@/lib/api/me';
import { schoolVisitsQuery } from '@/lib/api/schoolVisits';
import { date } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import type { Answer } from '@/lib/api/types';

type Row = Answer<'listSchoolVisits'>[number];

/** Every visit to a school, what was found and what became of it. */
export function VisitsOf({ school }: { school: string }) {
  const { t } = useTranslation('common');
  const keep = useKeepContext();
  const may = usePermission();
  const query = useQuery(schoolVisitsQuery(school));
  return (
    <Section title={t('schoolVisits.title')} note={t('schoolVisits.note')}>
      <QueryView query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{t('schoolVisits.none')}</p>
          ) : (
            <PlainTable
              label={t('schoolVisits.title')}
              cards
              columns={[
                { title: t('schoolVisits.day') },
                { title: t('schoolVisits.kind') },
                { title: t('schoolVisits.inspector') },
                { title: t('schoolVisits.state') },
                { title: t('schoolVisits.findings'), numeric: true },
                { title: t('schoolVisits.open'), numeric: true },
              ]}
              rows={rows.map((row) => ({
                key: row.visitId,
                cells: [
                  row.published || may('visit:read') ? (
                    <Link key="day" to={keep(`/visits/${row.visitId}`)}>
                      {date(row.madeOn ?? row.plannedOn)}
                    </Link>
                  ) : (
                    date(row.madeOn ?? row.plannedOn)
                  ),
                  t(`schoolVisits.kinds.${row.kind}`),
                  row.inspectorName ?? MISSING,
                  <Standing key="state" row={row} />,
                  row.findings === null ? MISSING : number(row.findings),
                  row.open === null ? MISSING : number(row.open),
                ],
              }))}
            />
          )
        }
      </QueryView>
    </Section>
  );
}

function Standing({ row }: { row: Row }) {
  const { t } = useTranslation('common');
  if (!row.madeOn) return <Mark tone="accent">{t('schoolVisits.ahead')}</Mark>;
  if (!row.published) return <Mark tone="quiet">{t('schoolVisits.made')}</Mark>;
  if (row.repliedAt) return <Mark tone="done">{t('schoolVisits.replied')}</Mark>;
  return (
    <>
      <Mark tone="accent">{t('schoolVisits.published')}</Mark>{' '}
      {row.replyDue && (
        <small>
          {t('schoolVisits.due')}
          <DueBy on={row.replyDue} />
        </small>
      )}
    </>
  );
}
