import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { QueryView } from '@/components/states/QueryView';
import { PlainTable } from '@/components/table/PlainTable';
import { schoolAssignmentsQuery } from '@/lib/api/responsible';
import { date } from '@/lib/format/dates';
import { BoardMenu } from './BoardMenu';

/** Who is the responsible inspector of a school, and who was. */
export function ResponsibleOf({ school }: { school: string }) {
  const { t } = useTranslation('common');
  const query = useQuery(schoolAssignmentsQuery(school));
  const now = (query.data ?? []).filter((row) => !row.untilDay);
  return (
    <Section
      title={t('responsible.title')}
      note={t('responsible.note')}
      actions={
        now.length > 0 && (
          <BoardMenu
            of="schools"
            id={school}
            people={now.map((row) => ({ id: row.inspectorId, name: row.inspectorName }))}
          />
        )
      }
    >
      <QueryView query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{t('responsible.nobody')}</p>
          ) : (
            <PlainTable
              label={t('responsible.title')}
              columns={[
                { title: t('responsible.inspector') },
                { title: t('responsible.from') },
                { title: t('responsible.until') },
                { title: t('responsible.origin') },
              ]}
              rows={rows.map((row) => ({
                key: row.id,
                cells: [
                  row.inspectorName,
                  date(row.fromDay),
                  row.untilDay ? date(row.untilDay) : t('responsible.now'),
                  t(`responsible.origins.${row.origin}`, { name: row.recorderName }),
                ],
              }))}
            />
          )
        }
      </QueryView>
    </Section>
  );
}
