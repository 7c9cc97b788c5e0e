import { useQuery } from '@tanstack/react-query';
import { App, Button, Segmented, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { Empty } from '@/components/states/States';
import { ApiProblem, problemMessage } from '@/lib/api/problem';
import { schoolYear } from '@/lib/format/dates';
import { useNamed } from '@/lib/i18n/useNamed';
import { useUrlState } from '@/lib/url/useUrlState';
import { useWorkContext } from '@/lib/url/workContext';
import { schoolsFoundQuery, useScore, type Trial } from '../../api/score';
import type { IndexSystem } from '@/lib/indexsystem/model';
import { said, type Answers } from '@/components/checklist/answers';
import { Checklist, type ChecklistMode } from '@/components/checklist/Checklist';
import { pretendPlace } from '../preview/PhoneFrame';
import { items } from '@/lib/indexsystem/tree';
import { useItemWords } from '../useItemWords';
import { Circumstances } from './Circumstances';
import { Proofs } from './Proofs';
import { ScoreView } from './ScoreView';
import styles from './trial.module.css';

/** Answers on one side, the explained result on the other; nothing is kept. */
export function TrialView({ system }: { system: IndexSystem }) {
  const { t } = useTranslation('indexsystem');
  const { message } = App.useApp();
  const named = useNamed();
  const words = useItemWords();
  const { region, year } = useWorkContext();
  const { document } = system;
  const [mode = 'all', setMode] = useUrlState('mode', { replace: true });
  const [schoolId, setSchoolId] = useUrlState('school', { replace: true });
  const [answers, setAnswers] = useState<Answers>({});
  const [counts, setCounts] = useState<Record<string, number>>({});
  const [circumstances, setCircumstances] = useState<Trial['circumstances']>([]);
  const [start, setStart] = useState<{ code: string; asked: number }>();
  const [dirty, setDirty] = useState(false);
  const score = useScore(system.id);
  const asked = items(document.nodes);
  const fromRegister = asked.some((node) => node.item.kind === 'FACT');
  const counted = [
    ...new Set(asked.flatMap((node) => (node.item.kind === 'COUNT' ? (node.item.count ?? []) : []))),
  ];
  const sent = asked.flatMap((node) => {
    const answer = answers[node.code];
    return answer && (said(node.item, answer) || answer.evidence.length > 0) ? [answer] : [];
  });

  const compute = () =>
    score.mutate(
      { answers: sent, counts, circumstances, schoolId, year },
      {
        onSuccess: () => setDirty(false),
        onError: (error) => {
          const at =
            error instanceof ApiProblem ? /^answers\[(\d+)\]/.exec(error.errors[0]?.field ?? '') : null;
          const item = at ? asked.find((node) => node.code === sent[Number(at[1])]?.item) : undefined;
          void message.error(
            [item && named(item), problemMessage(error, t)].filter(Boolean).join(t('common:colon')),
            8,
          );
        },
      },
    );
  const goTo = (code: string) => {
    setStart({ code, asked: (start?.asked ?? 0) + 1 });
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const card = window.document.getElementById(`ask-${code}`);
        card?.scrollIntoView({ block: 'center' });
        card?.focus();
      }),
    );
  };
  return (
    <div className={styles.split}>
      <Section
        title={t('trial.answers')}
        note={t('trial.note')}
        actions={
          <Segmented<ChecklistMode>
            aria-label={t('trial.mode')}
            value={mode === 'one' ? 'one' : 'all'}
            options={[
              { value: 'all', label: t('trial.all') },
              { value: 'one', label: t('trial.one') },
            ]}
            onChange={(next) => setMode(next === 'all' ? undefined : next)}
          />
        }
      >
        {fromRegister && (
          <SchoolPick
            region={region}
            year={year}
            value={schoolId}
            onChange={(id) => {
              setSchoolId(id);
              setDirty(true);
            }}
          />
        )}
        {counted.map((count) => (
          <label key={count} className={styles.count}>
            <span>{t('trial.count', { count })}</span>
            <input
              type="number"
              value={counts[count] ?? ''}
              onChange={(event) => {
                const text = event.target.value;
                const others = Object.entries(counts).filter(([key]) => key !== count);
                setDirty(true);
                setCounts(Object.fromEntries(text === '' ? others : [...others, [count, Number(text)]]));
              }}
            />
          </label>
        ))}
        <div className={styles.answers} data-mode={mode}>
          <Checklist
            key={mode === 'one' ? `one${start?.asked ?? ''}` : 'all'}
            mode={mode === 'one' ? 'one' : 'all'}
            start={start?.code}
            nodes={document.nodes}
            answers={answers}
            onAnswer={(answer) => {
              setDirty(true);
              setAnswers((before) => ({ ...before, [answer.item]: answer }));
            }}
            proofs={(files, onChange) => <Proofs files={files} onChange={onChange} />}
            locate={pretendPlace}
            ruleOf={words.rule}
          />
        </div>
        {document.downgrades.length > 0 && (
          <Circumstances
            downgrades={document.downgrades}
            value={circumstances}
            onChange={(next) => {
              setDirty(true);
              setCircumstances(next);
            }}
          />
        )}
      </Section>
      <div className={styles.result}>
        <Section
          title={t('trial.result')}
          note={score.data && dirty && t('trial.stale')}
          actions={
            <Button type="primary" disabled={score.isPending} aria-busy={score.isPending} onClick={compute}>
              {t('trial.compute')}
            </Button>
          }
        >
          {score.data ? (
            <ScoreView score={score.data} document={document} onGo={goTo} />
          ) : (
            <Empty title={t('trial.before')}>{t('trial.beforeHint')}</Empty>
          )}
        </Section>
      </div>
    </div>
  );
}

interface PickProps {
  region: string;
  year: number;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

/** The school whose figures of the year answer what comes from the register. */
function SchoolPick({ region, year, value, onChange }: PickProps) {
  const { t } = useTranslation('indexsystem');
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed);
  const query = useQuery(schoolsFoundQuery(region, q));
  return (
    <label className={styles.pick}>
      <span>{t('trial.school', { year: schoolYear(year) })}</span>
      <Select
        aria-label={t('trial.school', { year: schoolYear(year) })}
        allowClear
        value={value}
        placeholder={t('trial.schoolNone')}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={query.isFetching}
        options={(query.data?.items ?? []).map((school) => ({ value: school.id, label: school.name }))}
        onChange={(id: string | undefined) => onChange(id)}
      />
    </label>
  );
}
