import { useTranslation } from 'react-i18next';
import { Mark } from '@/components/states/Mark';
import type { Column } from '@/components/table/columns';
import { number } from '@/lib/format/numbers';
import { useKindName } from '@/lib/i18n/useKindName';
import { useNamed, useUnit } from '@/lib/i18n/useNamed';
import type { Framework, SchoolRow } from '../model';
import { verdictTone } from './StageCard';

/** The columns of the table of schools: one per indicator, failing cells marked. */
export function useSchoolColumns(framework: Framework): Column<SchoolRow>[] {
  const { t } = useTranslation('balance');
  const named = useNamed();
  const unit = useUnit();
  const kind = useKindName();
  return [
    {
      key: 'name',
      title: t('schools.name'),
      sortable: true,
      value: (row) => row.name,
      render: (row) => row.name,
    },
    {
      key: 'code',
      title: t('schools.code'),
      hidden: true,
      value: (row) => row.code,
      render: (row) => row.code,
    },
    {
      key: 'kind',
      title: t('schools.kind'),
      sortable: true,
      value: (row) => row.kind,
      render: (row) => kind(row.kind),
    },
    {
      key: 'township',
      title: t('schools.township'),
      sortable: true,
      value: (row) => row.regionName,
      render: (row) => row.regionName ?? '',
    },
    {
      key: 'verdict',
      title: t('schools.verdict'),
      sortable: true,
      value: (row) => row.verdict,
      render: (row) => (
        <Mark plain tone={verdictTone[row.verdict]}>
          {t(`schoolVerdict.${row.verdict}`)}
        </Mark>
      ),
    },
    {
      key: 'met',
      title: t('schools.met'),
      numeric: true,
      sortable: true,
      value: (row) => row.thresholdsMet,
      render: (row) => (row.thresholdsSet > 0 ? `${row.thresholdsMet} / ${row.thresholdsSet}` : '—'),
    },
    {
      key: 'pupils',
      title: t('schools.pupils'),
      unit: t('schools.pupilsUnit'),
      numeric: true,
      sortable: true,
      value: (row) => row.pupils,
      render: (row) => number(row.pupils),
    },
    ...framework.indicators.map((indicator): Column<SchoolRow> => {
      const own = (row: SchoolRow) => row.values.find((v) => v.indicator === indicator.code);
      return {
        key: indicator.code,
        title: named(indicator),
        unit: unit(indicator),
        numeric: true,
        sortable: true,
        value: (row) => own(row)?.value,
        mark: (row) => (own(row)?.met === false ? 'failing' : undefined),
        render: (row) => number(own(row)?.value, indicator.decimals),
      };
    }),
  ];
}
