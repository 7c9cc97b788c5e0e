import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryView } from '@/components/states/QueryView';
import { Empty } from '@/components/states/States';
import { date, moment, schoolYear } from '@/lib/format/dates';
import { useKindName } from '@/lib/i18n/useKindName';
import { schoolHistoryQuery, type SchoolEvent } from '../api/schoolHistory';
import styles from './forms.module.css';

const fields: Record<string, string> = {
  name: 'field.name',
  kind: 'field.kind',
  regionCode: 'field.region',
  urbanRural: 'field.urbanRural',
  privateSchool: 'field.private',
  runBy: 'field.runBy',
  parentSchoolId: 'field.parent',
  zoneId: 'field.zone',
  longitude: 'field.longitude',
  latitude: 'field.latitude',
  foundedYear: 'field.founded',
};

/** What happened to a school, newest first, each with who entered it. */
export function HistoryList({ id }: { id: string }) {
  const { t } = useTranslation('registry');
  const query = useQuery(schoolHistoryQuery(id));
  const describe = useDescribe();
  return (
    <QueryView query={query}>
      {(events) =>
        events.length === 0 ? (
          <Empty title={t('history.none')} />
        ) : (
          <ol className={styles.events}>
            {events.map((event) => (
              <li key={event.id}>
                <time dateTime={event.onDate}>{date(event.onDate)}</time>
                <div>
                  <strong>{t(`history.kind.${event.kind}`)}</strong>
                  {describe(event).map((line) => (
                    <div key={line}>{line}</div>
                  ))}
                  <small>{t('history.by', { actor: event.actor, at: moment(event.at) })}</small>
                </div>
              </li>
            ))}
          </ol>
        )
      }
    </QueryView>
  );
}

function useDescribe(): (event: SchoolEvent) => string[] {
  const { t } = useTranslation('registry');
  const kindName = useKindName();
  const shown = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('history.empty');
    if (field === 'kind') return kindName(String(value));
    if (field === 'urbanRural') return t(`common:urbanRural.${String(value)}`);
    if (field === 'privateSchool') return t(value === true ? 'ownership.private' : 'ownership.public');
    if (field === 'runBy') return t(`runBy.${String(value)}`);
    return String(value);
  };
  return (event) => {
    const detail = event.detail as unknown as Record<string, unknown> | null;
    if (!detail) return [];
    return Object.entries(detail).flatMap(([field, value]) => {
      const label = fields[field];
      if (Array.isArray(value) && label) {
        const [before, after] = value as unknown[];
        return [
          t('history.change', { field: t(label), before: shown(field, before), after: shown(field, after) }),
        ];
      }
      if (field === 'year') return [schoolYear(Number(value))];
      if (field === 'reason' || field === 'name') return [String(value)];
      return [];
    });
  };
}
