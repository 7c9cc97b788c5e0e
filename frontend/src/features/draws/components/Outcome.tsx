import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '@/components/layout/Section';
import { PlainTable } from '@/components/table/PlainTable';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import type { Draw } from '../api/draws';

/** What came out: schools in the order they were drawn, each with its inspectors; or inspectors alone. */
export function Outcome({ of }: { of: Draw }) {
  const { t } = useTranslation('draws');
  const { outcome } = of;
  return (
    <Section
      title={t('draw.outcome')}
      note={
        outcome.attempts > 1 ? t('draw.outcomeNote', { n: number(outcome.attempts) }) : t('draw.outcomeFirst')
      }
    >
      {outcome.groups.length > 0 ? (
        <Groups of={of} />
      ) : (
        <PlainTable
          label={t('draw.outcome')}
          columns={[{ title: t('draw.order'), numeric: true }, { title: t('draw.inspector') }]}
          rows={outcome.inspectors.map((one, i) => ({ key: one.id, cells: [number(i + 1), one.name] }))}
        />
      )}
    </Section>
  );
}

function Groups({ of }: { of: Draw }) {
  const { t } = useTranslation('draws');
  const keep = useKeepContext();
  const comma = t('common:listSeparator');
  const paired = of.outcome.inspectors.length > 0;
  const grouped = paired && of.wish.groupSize > 1;
  const visitOf = new Map(of.visits.map((visit) => [visit.schoolId, visit.visitId]));
  return (
    <PlainTable
      label={t('draw.outcome')}
      cards
      columns={[
        { title: t('draw.school') },
        ...(paired ? [{ title: t(grouped ? 'draw.leader' : 'draw.inspector') }] : []),
        ...(grouped ? [{ title: t('draw.members') }] : []),
        ...(paired ? [{ title: t('draw.passed') }] : []),
        ...(of.visits.length > 0 ? [{ title: t('draw.visit') }] : []),
      ]}
      rows={of.outcome.groups.map(({ school, inspectors, passed }) => {
        const visit = visitOf.get(school.id);
        return {
          key: school.id,
          cells: [
            <Link key="school" to={keep(`/schools/${school.id}`)}>
              {school.name}
            </Link>,
            ...(paired ? [inspectors[0]?.name] : []),
            ...(grouped
              ? [
                  inspectors
                    .slice(1)
                    .map((one) => one.name)
                    .join(comma),
                ]
              : []),
            ...(paired
              ? [
                  passed.map((one) => `${one.inspector.name}（${t(`reasons.${one.reason}`)}）`).join(comma) ||
                    t('draw.nobody'),
                ]
              : []),
            ...(of.visits.length > 0
              ? [
                  visit && (
                    <Link key="visit" to={keep(`/visits/${visit}`)}>
                      {t('draw.seeVisit')}
                    </Link>
                  ),
                ]
              : []),
          ],
        };
      })}
    />
  );
}
