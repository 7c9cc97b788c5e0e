import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { PlainTable } from '@/components/table/PlainTable';
import { compareRunsQuery } from '../api/compareRuns';
import type { Stage } from '../model';
import { verdictTone } from './StageCard';

interface Props {
  a: string;
  b: string;
  stage: Stage;
  year: number;
}

/** Which schools of a stage changed their result between two runs, and who is counted in only one of them. */
export function Moves({ a, b, stage, year }: Props) {
  const { t } = useTranslation('balance');
  const query = useQuery(compareRunsQuery(a, b));
  return (
    <QueryView query={query} lines={4}>
      {(comparison) => {
        const effect = comparison.stages.find((one) => one.stage === stage);
        const members = comparison.membership.find((one) => one.stage === stage);
        const moved = [...(effect?.newlyPassing ?? []), ...(effect?.newlyFailing ?? [])];
        return (
          <>
            {moved.length === 0 ? (
              <p>{t('years.same')}</p>
            ) : (
              <PlainTable
                label={t('years.compare')}
                columns={[{ title: t('schools.name') }, { title: t('years.from') }, { title: t('years.to') }]}
                rows={moved.map((school) => ({
                  key: school.id,
                  cells: [
                    <Link key="n" to={`/schools/${school.id}?year=${year}`}>
                      {school.name}
                    </Link>,
                    <Mark key="b" plain tone={verdictTone[school.before]}>
                      {t(`schoolVerdict.${school.before}`)}
                    </Mark>,
                    <Mark key="a" plain tone={verdictTone[school.after]}>
                      {t(`schoolVerdict.${school.after}`)}
                    </Mark>,
                  ],
                }))}
              />
            )}
            {(['onlyA', 'onlyB'] as const).map((key) => {
              const list = members?.[key] ?? [];
              return (
                list.length > 0 && (
                  <p key={key}>
                    <span className="dd-faint">{t(`years.${key}`)}: </span>
                    {list.map((one) => one.name).join(', ')}
                  </p>
                )
              );
            })}
          </>
        );
      }}
    </QueryView>
  );
}
