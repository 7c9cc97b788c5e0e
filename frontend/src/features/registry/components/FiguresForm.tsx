import { App, Button, Checkbox, Drawer, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fact } from '@/lib/api/facts';
import { ApiProblem, problemMessage } from '@/lib/api/problem';
import { schoolYear } from '@/lib/format/dates';
import { useNamed, useUnit } from '@/lib/i18n/useNamed';
import { useWriteFigures, type Figures } from '../api/schoolFigures';
import { groupsOf } from './factGroups';
import styles from './forms.module.css';

interface Props {
  figures: Figures;
  facts: Fact[];
  kind: string;
  onClose: () => void;
}

const inputId = (key: string) => `figure-${key.replace('.', '-')}`;

/** Figures typed in by hand. Only what was changed is sent; an emptied field withdraws the value. */
export function FiguresForm({ figures, facts, kind, onClose }: Props) {
  const { t } = useTranslation('registry');
  const named = useNamed();
  const unit = useUnit();
  const { message } = App.useApp();
  const write = useWriteFigures(figures);
  const before = new Map<string, number | null>(figures.values.map((value) => [value.key, value.value]));
  const [changed, setChanged] = useState<Record<string, number | null>>({});
  const [reason, setReason] = useState('');
  const [confirmed, setConfirmed] = useState(false);
  const groups = groupsOf(facts, kind, new Set(before.keys()));
  const errors = write.error instanceof ApiProblem ? write.error.errors : [];
  const errorOf = (key: string) => errors.find((error) => error.field === `values.${key}`)?.message;
  const jumps = errors.some((error) => error.code?.includes('jump'));
  const dirty = Object.keys(changed).length > 0;

  const save = () =>
    write.mutate(
      { values: changed as Record<string, number>, reason, confirmed },
      {
        onSuccess: () => {
          void message.success(t('school.saved'));
          onClose();
        },
        onError: (error) => {
          if (!(error instanceof ApiProblem) || error.errors.length === 0) {
            void message.error(problemMessage(error, t));
          }
        },
      },
    );

  return (
    <Drawer
      open
      onClose={onClose}
      size={600}
      mask={{ closable: !dirty }}
      title={t('figures.editTitle', { year: schoolYear(figures.year) })}
      extra={
        <Button
          type="primary"
          disabled={!dirty || reason.trim() === ''}
          loading={write.isPending}
          onClick={save}
        >
          {t('figures.save')}
        </Button>
      }
    >
      <p className={styles.what}>{t('figures.editWhat')}</p>
      {errors.length > 0 && (
        <div className={styles.errorSummary} role="alert">
          <h3>{t('figures.errors', { count: errors.length })}</h3>
          <ul>
            {errors.map((error) => (
              <li key={`${error.field}${error.message}`}>
                <a href={`#${inputId(error.field.replace('values.', ''))}`}>{error.message}</a>
              </li>
            ))}
          </ul>
          {jumps && (
            <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>
              {t('figures.confirmJumps')}
            </Checkbox>
          )}
        </div>
      )}
      <label htmlFor="figures-reason">{t('figures.reason')}</label>
      <Input
        id="figures-reason"
        value={reason}
        maxLength={500}
        placeholder={t('figures.reasonHelp')}
        onChange={(event) => setReason(event.target.value)}
      />
      {groups.map((group) => (
        <section key={group.stage ?? 'whole'}>
          <h3 className={styles.entryGroup}>
            {group.stage ? t(`common:stage.${group.stage}`) : t('figures.whole')}
          </h3>
          {group.entries.map(({ key, fact }) => (
            <div key={key} className={styles.entry}>
              <label htmlFor={inputId(key)}>{named(fact)}</label>
              <InputNumber<number>
                id={inputId(key)}
                className={styles.wide}
                controls={false}
                inputMode="decimal"
                status={errorOf(key) ? 'error' : undefined}
                value={key in changed ? changed[key] : (before.get(key) ?? null)}
                precision={fact.type === 'INTEGER' ? 0 : undefined}
                onChange={(value) => {
                  const next = { ...changed };
                  if (value === (before.get(key) ?? null)) delete next[key];
                  else next[key] = value;
                  setChanged(next);
                }}
              />
              <span className="dd-faint">{unit(fact)}</span>
              {errorOf(key) && <span className={styles.error}>{errorOf(key)}</span>}
            </div>
          ))}
        </section>
      ))}
    </Drawer>
  );
}
