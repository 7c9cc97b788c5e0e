import { useQuery } from '@tanstack/react-query';
import { Button, Select, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/layout/PageHeader';
import { QueryView } from '@/components/states/QueryView';
import { Empty, NoPermission } from '@/components/states/States';
import { usePermission, useToday } from '@/lib/api/me';
import { date } from '@/lib/format/dates';
import { useUrlState } from '@/lib/url/useUrlState';
import { semestersQuery, type Plan, type Semester } from '../api/plans';
import { DrawDrawer } from '../components/DrawDrawer';
import { PlanList } from '../components/PlanList';
import { ProgressTable } from '../components/ProgressTable';
import { Rules } from '../components/Rules';
import { SemesterForm } from '../components/SemesterForm';
import { chosenTerm, termKey, useTermName } from '../components/terms';
import styles from '../components/plans.module.css';

const RULES = [
  'VISITS_PER_MONTH',
  'MONTH_MIN_DAYS',
  'VISITS_PER_DAY',
  'VISIT_GAP_DAYS',
  'NEARBY_KM',
  'OPENING_DAYS',
  'OPENING_PER_DAY',
];

/** A term's visits: drawn, adopted, and how far they are. */
export function PlansPage() {
  const may = usePermission();
  const query = useQuery({ ...semestersQuery, enabled: may('visitplan:read') });
  if (!may('visitplan:read')) return <NoPermission />;
  return <QueryView query={query}>{(terms) => <View terms={terms} />}</QueryView>;
}

function View({ terms }: { terms: Semester[] }) {
  const { t } = useTranslation('plans');
  const may = usePermission();
  const today = useToday();
  const name = useTermName();
  const [key, choose] = useUrlState('term');
  const [tab, setTab] = useUrlState('tab');
  const [drawing, draw] = useState<Plan['kind']>();
  const [dating, setDating] = useState(false);
  const term = chosenTerm(terms, key, today);
  const ended = !term || term.untilDay <= today;
  return (
    <>
      <PageHeader
        title={t('title')}
        state={
          term
            ? t('state', { term: name(term), from: date(term.fromDay), until: date(term.untilDay) })
            : t('noTerm')
        }
        actions={
          may('visitplan:write') && (
            <>
              <Button onClick={() => setDating(true)}>{term ? t('changeTerm') : t('setTerm')}</Button>
              <Button disabled={ended} onClick={() => draw('OPENING')}>
                {t('drawOpening')}
              </Button>
              <Button type="primary" disabled={ended} onClick={() => draw('REGULAR')}>
                {t('draw')}
              </Button>
            </>
          )
        }
      />
      {terms.length > 1 && term && (
        <div className={styles.tools}>
          <Select
            aria-label={t('term')}
            style={{ minWidth: 200 }}
            value={termKey(term)}
            onChange={choose}
            options={terms.map((one) => ({ value: termKey(one), label: name(one) }))}
          />
        </div>
      )}
      <Tabs
        activeKey={tab ?? 'progress'}
        destroyOnHidden
        onChange={(next) => setTab(next === 'progress' ? undefined : next)}
        items={[
          {
            key: 'progress',
            label: t('tab.progress'),
            children: term ? (
              <ProgressTable from={term.fromDay} until={term.untilDay} />
            ) : (
              <Empty title={t('noTerm')} />
            ),
          },
          { key: 'plans', label: t('tab.plans'), children: <PlanList /> },
          {
            key: 'rules',
            label: t('tab.rules'),
            children: (
              <>
                <Rules title={t('rules')} holds={(code) => RULES.includes(code)} />
                <Rules title={t('innovationRules')} holds={(code) => code.startsWith('INNOVATION_')} />
              </>
            ),
          },
        ]}
      />
      {drawing && term && <DrawDrawer term={term} kind={drawing} onClose={() => draw(undefined)} />}
      {dating && (
        <SemesterForm
          terms={terms}
          of={term}
          onClose={(saved) => {
            setDating(false);
            if (saved) choose(saved);
          }}
        />
      )}
    </>
  );
}
