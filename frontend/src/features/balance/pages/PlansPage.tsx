import { useQuery } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/layout/LinkButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { Mark } from '@/components/states/Mark';
import { Empty } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useLocalRows } from '@/components/table/useLocalRows';
import { useTableState } from '@/components/table/useTableState';
import { queryString } from '@/lib/api/client';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { moment } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useRegionName } from '@/lib/url/useRegionName';
import { useUrlState } from '@/lib/url/useUrlState';
import { useKeepContext, useWorkContext } from '@/lib/url/workContext';
import { frameworksQuery } from '../api/frameworks';
import { plansQuery, useDeletePlan } from '../api/plans';
import { runQuery } from '../api/run';
import { EffectView } from '../components/EffectView';
import { useMoney } from '../components/money';
import styles from '../components/plan.module.css';
import { verdictTone } from '../components/StageCard';
import type { Plan, Stage } from '../model';

/** Plans that were kept; two of them side by side. */
export function PlansPage() {
  const { t } = useTranslation('balance');
  const { message, modal } = App.useApp();
  const money = useMoney();
  const may = usePermission();
  const keep = useKeepContext();
  const { region } = useWorkContext();
  const regionName = useRegionName(region);
  const query = useQuery(plansQuery(region));
  const state = useTableState({ defaultSort: '-at' });
  const remove = useDeletePlan();
  const stageColumn = (stage: Stage): Column<Plan> => {
    const after = (plan: Plan) => plan.outcome.find((effect) => effect.stage === stage)?.verdictAfter;
    return {
      key: stage,
      title: t(`common:stage.${stage}`),
      sortable: true,
      value: after,
      render: (plan) => {
        const is = after(plan);
        return (
          is && (
            <Mark plain tone={verdictTone[is]}>
              {t(`verdict.${is}`)}
            </Mark>
          )
        );
      },
    };
  };
  const columns: Column<Plan>[] = [
    { key: 'name', title: t('plans.name'), sortable: true, value: (p) => p.name, render: (p) => p.name },
    stageColumn('PRIMARY'),
    stageColumn('JUNIOR'),
    {
      key: 'additions',
      title: t('plans.additions'),
      numeric: true,
      sortable: true,
      value: (p) => p.additions.length,
      render: (p) => number(p.additions.length),
    },
    {
      key: 'bill',
      title: t('plans.bill'),
      numeric: true,
      sortable: true,
      value: (p) => p.bill,
      render: (p) => money(p.bill),
    },
    { key: 'by', title: t('plans.by'), value: (p) => p.createdBy, render: (p) => p.createdBy },
    {
      key: 'at',
      title: t('plans.at'),
      sortable: true,
      value: (p) => p.updatedAt,
      render: (p) => moment(p.updatedAt),
    },
    ...(may('plan:write')
      ? [
          {
            key: 'remove',
            title: t('plans.remove'),
            render: (plan: Plan) => (
              <Button
                type="link"
                size="small"
                danger
                onClick={(event) => {
                  event.stopPropagation();
                  void modal.confirm({
                    title: t('plans.remove'),
                    content: t('plans.removeSure', { name: plan.name }),
                    okText: t('plans.remove'),
                    okButtonProps: { danger: true },
                    onOk: () =>
                      remove.mutateAsync(plan).then(
                        () => void message.success(t('plans.removed')),
                        (error: unknown) => void message.error(problemMessage(error, t)),
                      ),
                  });
                }}
              >
                {t('common:action.remove')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  const { items, total } = useLocalRows(query.data, columns, state);
  const address = (plan: Plan) =>
    keep(`/balance/plan?region=${plan.regionCode}&run=${plan.runId}&plan=${plan.id}`);
  const toPlan = (
    <LinkButton type="primary" to={keep('/balance/plan')}>
      {t('plans.toPlan')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t('plans.title')}
        state={query.data && t('plans.state', { region: regionName, count: query.data.length })}
        actions={toPlan}
      />
      <DataTable
        id="balance.plans"
        label={t('plans.label')}
        columns={columns}
        rows={query.data && items}
        total={total}
        rowKey={(plan) => plan.id}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        exportHref={`/api/v1/balance/plans/export${queryString({ region })}`}
        searchable={t('plans.search')}
        to={address}
        empty={
          <Empty title={t('plans.empty')} action={toPlan}>
            {t('plans.emptyHint')}
          </Empty>
        }
        grow
      />
      {query.data && query.data.length > 1 && <Compare plans={query.data} />}
    </>
  );
}

function Compare({ plans }: { plans: Plan[] }) {
  const { t } = useTranslation('balance');
  const [a, setA] = useUrlState('a', { replace: true });
  const [b, setB] = useUrlState('b', { replace: true });
  const options = plans.map((plan) => ({ value: plan.id, label: plan.name }));
  const chosen = [a, b].map((id) => plans.find((plan) => plan.id === id));
  return (
    <Section
      className={styles.comparison}
      title={t('plans.compare')}
      note={t('plans.choose')}
      actions={
        <>
          <Select
            aria-label={t('plans.first')}
            placeholder={t('plans.first')}
            style={{ width: 200 }}
            value={a}
            options={options}
            onChange={setA}
          />
          <Select
            aria-label={t('plans.second')}
            placeholder={t('plans.second')}
            style={{ width: 200 }}
            value={b}
            options={options}
            onChange={setB}
          />
        </>
      }
    >
      <div className={styles.compare}>
        {chosen.map((plan, i) => plan && <Side key={`${i}${plan.id}`} plan={plan} />)}
      </div>
    </Section>
  );
}

function Side({ plan }: { plan: Plan }) {
  const { t } = useTranslation('balance');
  const money = useMoney();
  const run = useQuery(runQuery(plan.runId));
  const frameworks = useQuery(frameworksQuery);
  const framework = frameworks.data?.find((one) => one.id === run.data?.frameworkId);
  return (
    <div>
      <h3>{plan.name}</h3>
      <p className={styles.billLine}>
        {t('plan.bill')} <span className={styles.bill}>{money(plan.bill)}</span>
        <span className="dd-faint">
          {t('plans.additions')} {number(plan.additions.length)}
        </span>
      </p>
      {framework &&
        run.data &&
        plan.outcome.map((effect) => (
          <EffectView key={effect.stage} effect={effect} framework={framework} year={run.data.year} />
        ))}
    </div>
  );
}
