import { DeleteOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '@/components/table/PlainTable';
import { factCatalogueQuery } from '@/lib/api/facts';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { useUnit } from '@/lib/i18n/useNamed';
import { useUrlState } from '@/lib/url/useUrlState';
import { useSavePlan } from '../api/plans';
import { runSchoolsQuery } from '../api/runSchools';
import type { Plan, Stage } from '../model';
import type { County } from '../pages/county';
import { addableFacts, draftKey, type Draft } from './additions';
import { useFactName } from './factNames';
import styles from './plan.module.css';

interface Props {
  county: County;
  plan?: Plan;
  drafts: Draft[];
  onChange: (drafts: Draft[]) => void;
}

/** “+3 multimedia rooms at X”: a school, a fact, an amount; the list can be changed and kept under a name. */
export function AdditionsEditor({ county, plan, drafts, onChange }: Props) {
  const { t } = useTranslation('balance');
  const { run, stage, framework } = county;
  const factName = useFactName();
  const unit = useUnit();
  const facts = useQuery(factCatalogueQuery);
  const own = useQuery(runSchoolsQuery(run.id, stage));
  const primary = useQuery(runSchoolsQuery(run.id, 'PRIMARY'));
  const junior = useQuery(runSchoolsQuery(run.id, 'JUNIOR'));
  const [school, setSchool] = useState<string>();
  const [fact, setFact] = useState<string>();
  const [amount, setAmount] = useState<number | null>(1);
  const addable = addableFacts(framework);
  const names = new Map([...(primary.data ?? []), ...(junior.data ?? [])].map((row) => [row.id, row.name]));
  const unitOf = (code: string) => unit(facts.data?.find((one) => one.code === code));
  const label = (one: { fact: string; shared: boolean }, of: Stage | undefined) =>
    factName(one.shared || !of ? one.fact : `${of}.${one.fact}`);

  const add = () => {
    const chosen = addable.find((one) => one.fact === fact);
    if (!school || !chosen || !amount) return;
    onChange([
      ...drafts,
      { schoolId: school, factCode: chosen.fact, stage: chosen.shared ? undefined : stage, amount },
    ]);
    setAmount(1);
  };

  return (
    <>
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <div>
          <label htmlFor="addition-school">{t('schools.name')}</label>
          <Select
            id="addition-school"
            value={school}
            onChange={setSchool}
            showSearch={{ optionFilterProp: 'label' }}
            options={(own.data ?? []).map((row) => ({ value: row.id, label: row.name }))}
          />
        </div>
        <div>
          <label htmlFor="addition-fact">{t('plan.what')}</label>
          <Select
            id="addition-fact"
            value={fact}
            onChange={setFact}
            options={addable.map((one) => ({ value: one.fact, label: label(one, stage) }))}
          />
        </div>
        <div>
          <label htmlFor="addition-amount">
            {fact ? t('plan.amountIn', { unit: unitOf(fact) }) : t('plan.amount')}
          </label>
          <InputNumber id="addition-amount" value={amount} onChange={setAmount} controls={false} />
        </div>
        <Button htmlType="submit" disabled={!school || !fact || !amount}>
          {t('plan.add')}
        </Button>
      </form>
      {drafts.length > 0 && (
        <PlainTable
          label={t('plan.ownTitle')}
          columns={[
            { title: t('schools.name') },
            { title: t('plan.what') },
            { title: t('plan.amount'), numeric: true },
            { title: t('plan.unit') },
            { title: <span className="dd-visually-hidden">{t('common:action.remove')}</span> },
          ]}
          rows={drafts.map((draft) => {
            const name = names.get(draft.schoolId) ?? draft.schoolId;
            const what = factName(draft.stage ? `${draft.stage}.${draft.factCode}` : draft.factCode);
            return {
              key: draftKey(draft),
              cells: [
                name,
                what,
                <InputNumber
                  key="amount"
                  size="small"
                  controls={false}
                  aria-label={`${name} ${what}`}
                  value={draft.amount}
                  style={{ width: 88 }}
                  onChange={(value) =>
                    value !== null &&
                    onChange(
                      drafts.map((one) =>
                        draftKey(one) === draftKey(draft) ? { ...one, amount: value } : one,
                      ),
                    )
                  }
                />,
                unitOf(draft.factCode),
                <Button
                  key="remove"
                  type="text"
                  size="small"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={`${t('common:action.remove')} ${name} ${what}`}
                  onClick={() => onChange(drafts.filter((one) => draftKey(one) !== draftKey(draft)))}
                />,
              ],
            };
          })}
        />
      )}
      {drafts.length > 0 && <Save county={county} plan={plan} drafts={drafts} />}
    </>
  );
}

function Save({ county, plan, drafts }: { county: County; plan?: Plan; drafts: Draft[] }) {
  const { t } = useTranslation('balance');
  const { message } = App.useApp();
  const may = usePermission();
  const [, openPlan] = useUrlState('plan');
  const [name, setName] = useState(plan?.name ?? '');
  const save = useSavePlan();
  if (!may('plan:write')) return null;
  const submit = (existing?: Plan) =>
    save.mutate(
      {
        plan: existing,
        runId: county.run.id,
        name: name.trim(),
        note: plan?.note ?? undefined,
        additions: drafts,
      },
      {
        onSuccess: (kept) => {
          void message.success(t('plan.saved'));
          openPlan(kept.id);
        },
        onError: (error) => void message.error(problemMessage(error, t)),
      },
    );
  return (
    <div className={styles.saveLine}>
      <Input
        aria-label={t('plan.name')}
        placeholder={t('plan.name')}
        value={name}
        maxLength={100}
        style={{ width: 220 }}
        onChange={(event) => setName(event.target.value)}
      />
      <Button
        type="primary"
        loading={save.isPending}
        disabled={name.trim() === ''}
        onClick={() => submit(plan)}
      >
        {plan ? t('plan.saveChanges') : t('plan.save')}
      </Button>
      {plan && (
        <Button disabled={name.trim() === '' || name.trim() === plan.name} onClick={() => submit()}>
          {t('plan.saveAs')}
        </Button>
      )}
    </div>
  );
}
