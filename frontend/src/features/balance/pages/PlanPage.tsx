import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { Section } from '@/components/layout/Section';
import { QueryView } from '@/components/states/QueryView';
import { Empty, ErrorState, Loading } from '@/components/states/States';
import { usePermission } from '@/lib/api/me';
import { useUrlState } from '@/lib/url/useUrlState';
import { planQuery } from '../api/plans';
import { useProposal } from '../api/proposal';
import { whatIfQuery } from '../api/whatIf';
import { AdditionsEditor } from '../components/AdditionsEditor';
import { useDrafts, type Draft } from '../components/additions';
import { CostsDrawer } from '../components/CostsDrawer';
import { EffectView } from '../components/EffectView';
import { useMoney } from '../components/money';
import styles from '../components/plan.module.css';
import { ProposalView } from '../components/ProposalView';
import type { Plan } from '../model';
import { useCounty } from './county';

/** What it would take: the cheapest plan found, and the user's own additions with their effect at once. */
export function PlanPage() {
  const [planId] = useUrlState('plan');
  const saved = useQuery({ ...planQuery(planId ?? ''), enabled: planId !== undefined });
  if (!planId) return <Workbench />;
  return (
    <QueryView query={saved}>{(plan) => <Workbench key={plan.id + plan.version} plan={plan} />}</QueryView>
  );
}

const draftsOf = (plan: Plan): Draft[] =>
  plan.additions.map((one) => ({
    schoolId: one.schoolId,
    factCode: one.factCode,
    stage: one.stage ?? undefined,
    amount: one.amount,
  }));

function Workbench({ plan }: { plan?: Plan }) {
  const { t } = useTranslation('balance');
  const { message } = App.useApp();
  const { run } = useCounty();
  const [drafts, setDrafts] = useDrafts(
    plan ? `${run.id}.${plan.id}.${plan.version}` : run.id,
    plan ? draftsOf(plan) : [],
  );
  return (
    <>
      <Proposed
        onTake={(taken) => {
          setDrafts(taken);
          void message.success(t('plan.taken'));
        }}
      />
      <Own plan={plan} drafts={drafts} onChange={setDrafts} />
    </>
  );
}

function Proposed({ onTake }: { onTake: (drafts: Draft[]) => void }) {
  const { t } = useTranslation('balance');
  const county = useCounty();
  const may = usePermission();
  const [costs, setCosts] = useState(false);
  const proposal = useProposal(county.run.id);
  const blocked = county.run.stages.some((stage) => stage.missing.length > 0);
  const body = () => {
    if (proposal.isPending) return <Loading label={t('plan.proposing')} />;
    if (proposal.isError && blocked) return <p className="dd-faint">{t('plan.blocked')}</p>;
    if (proposal.isError) {
      return <ErrorState error={proposal.error} onRetry={() => proposal.mutate(undefined)} />;
    }
    if (proposal.data) return <ProposalView proposal={proposal.data} county={county} onTake={onTake} />;
    return <p className="dd-faint">{blocked ? t('plan.blocked') : t('plan.proposeHint')}</p>;
  };
  return (
    <Section
      title={t('plan.proposalTitle')}
      note={t('plan.proposalNote')}
      actions={
        <>
          {may('plan:write') && <Button onClick={() => setCosts(true)}>{t('plan.costs')}</Button>}
          <Button
            type={proposal.data ? 'default' : 'primary'}
            disabled={blocked}
            loading={proposal.isPending}
            onClick={() => proposal.mutate(undefined)}
          >
            {proposal.data ? t('plan.proposeAgain') : t('plan.propose')}
          </Button>
        </>
      }
    >
      {body()}
      {costs && <CostsDrawer region={county.run.regionCode} onClose={() => setCosts(false)} />}
    </Section>
  );
}

interface OwnProps {
  plan?: Plan;
  drafts: Draft[];
  onChange: (drafts: Draft[]) => void;
}

function Own({ plan, drafts, onChange }: OwnProps) {
  const { t } = useTranslation('balance');
  const { modal } = App.useApp();
  const money = useMoney();
  const county = useCounty();
  const { run, framework } = county;
  const tried = useQuery({ ...whatIfQuery(run.id, drafts), enabled: drafts.length > 0 });
  const clear = () =>
    void modal.confirm({
      title: t('plan.clear'),
      content: t('plan.clearSure'),
      okText: t('plan.clear'),
      onOk: () => onChange([]),
    });
  return (
    <div className={styles.columns}>
      <Section
        title={plan ? plan.name : t('plan.ownTitle')}
        note={t('plan.ownNote')}
        actions={
          <>
            {plan && (
              <DownloadButton from={`/api/v1/balance/plans/${plan.id}/table`}>
                {t('common:action.exportXlsx')}
              </DownloadButton>
            )}
            {drafts.length > 0 && (
              <Button type="link" onClick={clear}>
                {t('plan.clear')}
              </Button>
            )}
          </>
        }
      >
        <AdditionsEditor county={county} plan={plan} drafts={drafts} onChange={onChange} />
      </Section>
      <Section title={t('plan.effectTitle')}>
        {drafts.length === 0 ? (
          <Empty title={t('plan.nothing')}>{t('plan.nothingHint')}</Empty>
        ) : (
          <QueryView query={tried}>
            {(outcome) => (
              <div aria-busy={tried.isPlaceholderData} aria-live="polite">
                <p className={styles.billLine}>
                  {t('plan.bill')} <span className={styles.bill}>{money(outcome.bill)}</span>
                </p>
                {outcome.stages.map((effect) => (
                  <EffectView key={effect.stage} effect={effect} framework={framework} year={run.year} />
                ))}
              </div>
            )}
          </QueryView>
        )}
      </Section>
    </div>
  );
}
