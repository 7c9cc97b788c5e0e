import { useTranslation } from 'react-i18next';
import type { Column } from '@/components/table/columns';
import { MISSING } from '@/lib/format/numbers';
import { useKindName } from '@/lib/i18n/useKindName';
import type { School } from '../api/schools';
import { SchoolStateMark } from './SchoolStateMark';

/** Columns of the register; the sort fields are those the server knows. */
export function useSchoolColumns(): Column<School>[] {
  const { t } = useTranslation('registry');
  const kind = useKindName();
  return [
    { key: 'name', title: t('field.name'), sortable: true, render: (s) => s.name },
    {
      key: 'code',
      title: t('field.code'),
      sortable: true,
      render: (s) => <span className="dd-num">{s.code}</span>,
    },
    { key: 'kind', title: t('field.kind'), sortable: true, render: (s) => kind(s.kind) },
    { key: 'region', title: t('field.region'), sortable: true, render: (s) => s.regionName },
    {
      key: 'urbanRural',
      title: t('field.urbanRural'),
      sortable: true,
      render: (s) => (s.urbanRural ? t(`common:urbanRural.${s.urbanRural}`) : MISSING),
    },
    {
      key: 'private',
      title: t('field.private'),
      render: (s) => t(s.privateSchool ? 'ownership.private' : 'ownership.public'),
    },
    { key: 'runBy', title: t('field.runBy'), hidden: true, render: (s) => t(`runBy.${s.runBy}`) },
    { key: 'parent', title: t('field.parent'), render: (s) => s.parentSchoolName ?? MISSING },
    { key: 'zone', title: t('field.zone'), hidden: true, render: (s) => s.zoneName ?? MISSING },
    {
      key: 'foundedYear',
      title: t('field.founded'),
      numeric: true,
      hidden: true,
      sortable: true,
      render: (s) => s.foundedYear ?? MISSING,
    },
    {
      key: 'state',
      title: t('field.state'),
      sortable: true,
      render: (s) => <SchoolStateMark state={s.state} />,
    },
  ];
}
