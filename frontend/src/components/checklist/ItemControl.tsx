import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format/numbers';
import { useNamed, useUnit } from '@/lib/i18n/useNamed';
import type { ItemNode } from '@/lib/indexsystem/tree';
import type { ItemAnswer } from './answers';
import type { ChecklistProps } from './Checklist';
import styles from './checklist.module.css';
import { MarksControl } from './MarksControl';
import { useLimitWords } from './useLimitWords';

interface Props extends Pick<ChecklistProps, 'locate'> {
  node: ItemNode;
  answer: ItemAnswer;
  onChange: (change: Partial<ItemAnswer>) => void;
}

/** What is pressed or typed to answer, by kind. */
export function ItemControl({ node, answer, onChange, locate }: Props) {
  const { t } = useTranslation('checklist');
  const named = useNamed();
  const unitOf = useUnit();
  const limit = useLimitWords();
  const { item } = node;
  const name = named(node);
  const choices = (options: { code: string; label: string }[], row: boolean) => (
    <div className={row ? styles.pair : styles.stack}>
      {options.map((option) => (
        <button
          key={option.code}
          type="button"
          className={styles.choice}
          aria-pressed={answer.choice === option.code}
          onClick={() => onChange({ choice: answer.choice === option.code ? null : option.code })}
        >
          {answer.choice === option.code && '✓ '}
          {option.label}
        </button>
      ))}
    </div>
  );
  const figure = (label: string, unit: string, most?: number) => (
    <label className={styles.figure}>
      <span>{label}</span>
      <input
        type="number"
        inputMode="decimal"
        step="any"
        min={most === undefined ? undefined : 0}
        max={most}
        aria-label={`${name}：${label}`}
        value={answer.number ?? ''}
        onChange={(event) =>
          onChange({ number: event.target.value === '' ? null : Number(event.target.value) })
        }
      />
      <span>{unit}</span>
    </label>
  );
  switch (item.kind) {
    case 'YES_NO': {
      const own = (code: string, fallback: string) => {
        const option = item.options.find((one) => one.code === code);
        return { code, label: option ? named(option) : fallback };
      };
      return choices([own('YES', t('common:state.yes')), own('NO', t('common:state.no'))], true);
    }
    case 'CHOICE':
      return choices(
        item.options.map((option) => ({
          code: option.code,
          label:
            option.points === null
              ? named(option)
              : t('optionPoints', { name: named(option), points: number(option.points) }),
        })),
        false,
      );
    case 'LETTER':
      return choices(
        item.options.map((option) => ({
          code: option.code,
          label: named(option) === option.code ? option.code : `${option.code} · ${named(option)}`,
        })),
        false,
      );
    case 'POINTS':
      return figure(t('give'), `/ ${number(node.points)} ${t('unit')}`, node.points ?? undefined);
    case 'NUMBER':
      return (
        <>
          {figure(t('measured'), unitOf(item))}
          {item.rule && item.rule !== 'BANDS' && <p className={styles.guide}>{limit(item, item.standard)}</p>}
        </>
      );
    case 'DEDUCTIONS':
    case 'ADDITIONS':
      return <MarksControl node={node} answer={answer} onChange={onChange} />;
    case 'TEXT':
      return (
        <textarea
          className={styles.text}
          rows={4}
          maxLength={4000}
          aria-label={name}
          placeholder={t('write')}
          value={answer.text ?? ''}
          onChange={(event) => onChange({ text: event.target.value || null })}
        />
      );
    case 'GPS':
      return (
        <button
          type="button"
          className={styles.wide}
          disabled={!locate}
          onClick={() => void locate?.().then((place) => place && onChange(place))}
        >
          {answer.longitude === null
            ? t('locate')
            : t('located', { longitude: answer.longitude, latitude: answer.latitude ?? 0 })}
        </button>
      );
    default:
      return null;
  }
}
