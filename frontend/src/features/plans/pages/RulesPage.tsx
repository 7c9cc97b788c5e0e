import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/layout/PageHeader';
import { NoPermission } from '@/components/states/States';
import { usePermission } from '@/lib/api/me';
import { number } from '@/lib/format/numbers';
import { parameterHistoryQuery, parametersQuery } from '../api/plans';
import { RULE_CODES } from '../components/ruleCodes';
import { Rules } from '../components/Rules';
import styles from '../components/plans.module.css';

const GROUPS = ['planning', 'records', 'complaints', 'appraisal', 'innovation'] as const;

/** Every number a county may set for itself, by what it governs, with its ground. */
export function RulesPage() {
  const { t } = useTranslation('plans');
  const may = usePermission();
  const query = useQuery({ ...parametersQuery, enabled: may('visitplan:read') });
  const history = useQuery({ ...parameterHistoryQuery, enabled: may('visitplan:read') });
  if (!may('visitplan:read')) return <NoPermission />;
  return (
    <>
      <PageHeader
        title={t('rulesPage.title')}
        state={
          query.data &&
          t('rulesPage.state', {
            n: number(query.data.length),
            own: number(query.data.filter((one) => one.own).length),
            unverified: number(query.data.filter((one) => !one.verified).length),
          })
        }
      />
      <p className={styles.help}>{t('rulesPage.help')}</p>
      {GROUPS.map((group) => (
        <Rules
          key={group}
          title={t(`rulesPage.${group}`)}
          note={group === 'appraisal' ? t('rulesPage.weights') : undefined}
          codes={RULE_CODES[group]}
          history={history.data}
        />
      ))}
    </>
  );
}
