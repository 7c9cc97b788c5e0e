import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SummaryList } from '@/components/layout/SummaryList';
import { schoolYear } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useKindName } from '@/lib/i18n/useKindName';
import type { School } from '../api/schools';
import { SchoolStateMark } from './SchoolStateMark';

/** What a school is, as a list of terms. */
export function SchoolProfile({ school, columns = 1 }: { school: School; columns?: 1 | 2 }) {
  const { t } = useTranslation('registry');
  const kind = useKindName();
  const unknown = <span className="dd-faint">{t('school.unknown')}</span>;
  const items = [
    { key: 'code', label: t('field.code'), value: <span className="dd-num">{school.code}</span> },
    { key: 'kind', label: t('field.kind'), value: kind(school.kind) },
    { key: 'region', label: t('field.region'), value: school.regionName },
    {
      key: 'urbanRural',
      label: t('field.urbanRural'),
      value: school.urbanRural ? t(`common:urbanRural.${school.urbanRural}`) : unknown,
    },
    {
      key: 'private',
      label: t('field.private'),
      value: t(school.privateSchool ? 'ownership.private' : 'ownership.public'),
    },
    { key: 'runBy', label: t('field.runBy'), value: t(`runBy.${school.runBy}`) },
    ...(school.parentSchoolId
      ? [
          {
            key: 'parent',
            label: t('field.parent'),
            value: <Link to={`/schools/${school.parentSchoolId}`}>{school.parentSchoolName}</Link>,
          },
        ]
      : []),
    { key: 'zone', label: t('field.zone'), value: school.zoneName ?? unknown },
    {
      key: 'coordinates',
      label: t('field.coordinates'),
      value:
        typeof school.longitude === 'number' && typeof school.latitude === 'number' ? (
          <span className="dd-num">
            {number(school.longitude, 5)}, {number(school.latitude, 5)}
          </span>
        ) : (
          unknown
        ),
    },
    { key: 'founded', label: t('field.founded'), value: school.foundedYear ?? unknown },
    { key: 'state', label: t('field.state'), value: <SchoolStateMark state={school.state} /> },
    ...(school.closedYear
      ? [{ key: 'closed', label: t('field.closed'), value: schoolYear(school.closedYear) }]
      : []),
    ...(school.mergedIntoId
      ? [
          {
            key: 'merged',
            label: t('school.mergedInto'),
            value: <Link to={`/schools/${school.mergedIntoId}`}>{t('schools.page')}</Link>,
          },
        ]
      : []),
  ];
  return <SummaryList items={items} columns={columns} />;
}
