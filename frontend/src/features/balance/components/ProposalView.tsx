import { Button, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { PlainTable } from '@/components/table/PlainTable';
import { factCatalogueQuery } from '@/lib/api/facts';
import { againstLimit, number } from '@/lib/format/numbers';
import { useNamed, useUnit } from '@/lib/i18n/useNamed';
import type { Proposal } from '../model';
import type { County } from '../pages/county';
import type { Draft } from './additions';
import { EffectView } from './EffectView';
import { useFactName } from './factNames';
import { useMoney } from './money';
import styles from './plan.module.css';

interface Props {
  proposal: Proposal;
  county: County;
  onTake: (drafts: Draft[]) => void;
}

/** The proposal: what it costs, which additions, which indicator each school had better leave, how good it is. */
export function ProposalView({ proposal, county, onTake }: Props) {
  const { t } = useTranslation('balance');
  const money = useMoney();
  const { run, framework } = county;
  const schools = new Set(proposal.additions.map((one) => one.schoolId)).size;
  const take = () =>
    onTake(
      proposal.additions.map((one) => ({
        schoolId: one.schoolId,
        factCode: one.fact,
        stage: one.stage ?? undefined,
        amount: one.amount,
      })),
    );
  if (proposal.additions.length === 0) return <p>{t('plan.nothingNeeded')}</p>;
  return (
    <>
      <p className={styles.billLine}>
        {t('plan.bill')} <span className={styles.bill}>{money(proposal.bill)}</span>
        <span className="dd-faint">
          {t('plan.billFor', { schools: number(schools), additions: number(proposal.additions.length) })}
        </span>
        <Button onClick={take}>{t('plan.take')}</Button>
      </p>
      <Tabs
        items={[
          {
            key: 'additions',
            label: t('plan.tab.additions', { count: proposal.additions.length }),
            children: <Additions proposal={proposal} />,
          },
          {
            key: 'summary',
            label: t('plan.tab.summary'),
            children: <Summaries proposal={proposal} county={county} />,
          },
          {
            key: 'permitted',
            label: t('plan.tab.permitted', { count: proposal.permitted.length }),
            children: <Permitted proposal={proposal} county={county} />,
          },
          {
            key: 'effect',
            label: t('plan.tab.effect'),
            children: proposal.stages.map((effect) => (
              <EffectView key={effect.stage} effect={effect} framework={framework} year={run.year} />
            )),
          },
        ]}
      />
    </>
  );
}

function Additions({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('balance');
  const money = useMoney();
  const factName = useFactName();
  const unit = useUnit();
  const facts = useQuery(factCatalogueQuery);
  return (
    <div style={{ maxHeight: 420, overflow: 'auto' }}>
      <PlainTable
        label={t('plan.tab.additions', { count: proposal.additions.length })}
        columns={[
          { title: t('schools.name') },
          { title: t('plan.what') },
          { title: t('plan.amount'), numeric: true },
          { title: t('plan.cost'), numeric: true },
          { title: t('plan.forThreshold'), numeric: true },
          { title: t('plan.forEvenness'), numeric: true },
        ]}
        rows={proposal.additions.map((one) => ({
          key: `${one.schoolId}${one.fact}${one.stage ?? ''}`,
          cells: [
            one.schoolName,
            factName(one.stage ? `${one.stage}.${one.fact}` : one.fact),
            `${number(one.amount)} ${unit(facts.data?.find((fact) => fact.code === one.fact))}`,
            money(one.cost),
            number(one.forThreshold),
            number(one.amount - one.forThreshold),
          ],
        }))}
        foot={[t('common:table.total'), '', '', money(proposal.bill), '', '']}
      />
    </div>
  );
}

function Summaries({ proposal, county }: { proposal: Proposal; county: County }) {
  const { t } = useTranslation('balance');
  const named = useNamed();
  const name = (code: string) => named(county.framework.indicators.find((i) => i.code === code));
  return (
    <PlainTable
      label={t('plan.tab.summary')}
      columns={[
        { title: t('indicator') },
        { title: t('plan.stage') },
        { title: t('plan.cvBefore'), numeric: true },
        { title: t('plan.cvAfter'), numeric: true },
        { title: t('limit'), numeric: true },
        { title: t('plan.level'), numeric: true },
        { title: t('plan.least'), numeric: true },
        { title: t('plan.planned'), numeric: true },
        { title: t('plan.guarantee') },
      ]}
      rows={proposal.summaries.map((one) => ({
        key: `${one.indicator}${one.stage}`,
        cells: [
          name(one.indicator),
          t(`common:stage.${one.stage}`),
          againstLimit(one.coefficientBefore, one.limit),
          againstLimit(one.coefficientAfter, one.limit),
          number(one.limit, 2),
          one.level ? number(one.level, 2) : number(null),
          number(one.leastAmount, 1),
          number(one.amount, 1),
          t(`plan.guarantees.${one.guarantee}`),
        ],
      }))}
    />
  );
}

function Permitted({ proposal, county }: { proposal: Proposal; county: County }) {
  const { t } = useTranslation('balance');
  const named = useNamed();
  const name = (code: string) => named(county.framework.indicators.find((i) => i.code === code));
  if (proposal.permitted.length === 0) return <p>{t('plan.noPermitted')}</p>;
  return (
    <PlainTable
      label={t('plan.permittedTitle')}
      columns={[
        { title: t('schools.name') },
        { title: t('plan.stage') },
        { title: t('plan.permittedTitle') },
      ]}
      rows={proposal.permitted.map((one) => ({
        key: `${one.schoolId}${one.stage}`,
        cells: [one.schoolName, t(`common:stage.${one.stage}`), one.indicators.map(name).join(', ')],
      }))}
    />
  );
}
