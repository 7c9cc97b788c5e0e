import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import type { ItemNode } from '@/lib/indexsystem/tree';
import type { ItemAnswer, MarkGiven } from './answers';
import styles from './checklist.module.css';

interface Props {
  node: ItemNode;
  answer: ItemAnswer;
  onChange: (change: Partial<ItemAnswer>) => void;
}

/** Deductions or additions: the listed cases by counting, others by amount and reason, or none at all. */
export function MarksControl({ node, answer, onChange }: Props) {
  const { t } = useTranslation('checklist');
  const named = useNamed();
  const { item } = node;
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const marks = answer.marks ?? [];
  const off = item.kind === 'DEDUCTIONS';
  const set = (next: MarkGiven[]) => onChange({ marks: next.length > 0 ? next : null });
  const count = (code: string, times: number) => {
    const others = marks.filter((mark) => mark.rule !== code);
    set(
      times < 1
        ? others
        : marks.some((mark) => mark.rule === code)
          ? marks.map((mark) => (mark.rule === code ? { ...mark, times } : mark))
          : [...others, { rule: code, times, amount: null, reason: null, evidence: [] }],
    );
  };
  const free = marks.filter((mark) => mark.rule === null);
  const ready = Number(amount) > 0 && reason.trim() !== '';
  return (
    <div className={styles.stack}>
      {item.marks.map((rule) => {
        const times = marks.find((mark) => mark.rule === rule.code)?.times ?? 0;
        const name = named(rule);
        return (
          <div key={rule.code} className={styles.counter}>
            <span>
              {t(off ? 'how.deduct' : 'how.add', { name, amount: number(rule.amount) })}
              {rule.cap !== null && t('how.cap', { cap: number(rule.cap) })}
            </span>
            <button
              type="button"
              aria-label={t('less', { name })}
              disabled={times === 0}
              onClick={() => count(rule.code, times - 1)}
            >
              −
            </button>
            <output aria-label={t('times', { name })}>{times}</output>
            <button
              type="button"
              aria-label={t('more', { name })}
              onClick={() => count(rule.code, times + 1)}
            >
              +
            </button>
          </div>
        );
      })}
      {free.map((mark, index) => (
        <div key={index} className={styles.counter}>
          <span>
            {t(off ? 'how.deduct' : 'how.add', { name: mark.reason ?? '', amount: number(mark.amount) })}
          </span>
          <button
            type="button"
            aria-label={t('drop', { name: mark.reason ?? '' })}
            onClick={() => set(marks.filter((one) => one !== mark))}
          >
            ✕
          </button>
        </div>
      ))}
      {item.freeMarks && (
        <div className={styles.free}>
          <input
            type="number"
            inputMode="decimal"
            step="any"
            min={0}
            aria-label={t('freeAmount', { name: named(node) })}
            placeholder={t('points')}
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
          />
          <input
            aria-label={t('freeReason', { name: named(node) })}
            placeholder={t('reason')}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <button
            type="button"
            disabled={!ready}
            onClick={() => {
              set([
                ...marks,
                { rule: null, times: 1, amount: Number(amount), reason: reason.trim(), evidence: [] },
              ]);
              setAmount('');
              setReason('');
            }}
          >
            {t(off ? 'deduct' : 'add')}
          </button>
        </div>
      )}
      {marks.length === 0 && (
        <button
          type="button"
          className={styles.choice}
          aria-pressed={answer.marks !== null}
          onClick={() => onChange({ marks: answer.marks === null ? [] : null })}
        >
          {answer.marks !== null && '✓ '}
          {t(off ? 'nothingOff' : 'nothingMore')}
        </button>
      )}
    </div>
  );
}
