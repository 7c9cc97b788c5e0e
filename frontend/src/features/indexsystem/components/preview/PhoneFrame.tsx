import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndexNode } from '@/lib/indexsystem/model';
import type { Answers } from '@/components/checklist/answers';
import { Checklist, type ChecklistMode } from '@/components/checklist/Checklist';
import { useItemWords } from '../useItemWords';
import styles from './preview.module.css';

/** A photo that was never taken: trying out needs only that there is one. */
export const pretendPhoto = () => Promise.resolve<string | undefined>(crypto.randomUUID());
export const pretendPlace = () => Promise.resolve({ longitude: 103.6, latitude: 25.1 });

interface Props {
  title: string;
  nodes: readonly IndexNode[];
  /** The item under edit. */
  start?: string;
}

/** The checklist as the inspector’s phone shows it; what is answered here is kept nowhere. */
export function PhoneFrame({ title, nodes, start }: Props) {
  const { t } = useTranslation('indexsystem');
  const words = useItemWords();
  const [mode, setMode] = useState<ChecklistMode>('one');
  const [answers, setAnswers] = useState<Answers>({});
  return (
    <div>
      <div className={styles.frameHead}>
        <Segmented<ChecklistMode>
          aria-label={t('trial.mode')}
          value={mode}
          options={[
            { value: 'one', label: t('trial.one') },
            { value: 'all', label: t('trial.all') },
          ]}
          onChange={setMode}
        />
      </div>
      <section className={styles.frame} aria-label={t('trial.phone')}>
        <div className={styles.title}>{title}</div>
        <Checklist
          key={`${mode}${start ?? ''}`}
          mode={mode}
          nodes={nodes}
          start={start}
          answers={answers}
          onAnswer={(answer) => setAnswers((before) => ({ ...before, [answer.item]: answer }))}
          takePhoto={pretendPhoto}
          locate={pretendPlace}
          ruleOf={words.rule}
        />
      </section>
      <p className={styles.frameNote}>{t('trial.phoneNote')}</p>
    </div>
  );
}
