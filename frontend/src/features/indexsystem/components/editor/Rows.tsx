import { Button } from 'antd';
import { useContext, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './editor.module.css';
import { fieldId, type DraftProblem } from './problems';
import { ProblemsOf } from './Field';

interface Props<T> {
  title: string;
  path: string;
  note?: ReactNode;
  /** The heading above says the title already. */
  headed?: boolean;
  rows: T[];
  onChange: (rows: T[]) => void;
  make: (rows: T[]) => T;
  addLabel: string;
  /** The fields of one row; `set` changes some of them. */
  children: (row: T, set: (change: Partial<T>) => void, path: string, index: number) => ReactNode;
}

/** A short list of like things, each with a few fields: options, bands, deductions, grades. */
export function Rows<T>({ title, path, note, rows, onChange, make, addLabel, headed, children }: Props<T>) {
  const { t } = useTranslation('indexsystem');
  const { uid, problems } = useContext(ProblemsOf);
  const wrong = (at: string) =>
    problems.filter((problem: DraftProblem) => problem.uid === uid && problem.path === at);
  const moved = (from: number, to: number) => {
    const next = [...rows];
    const [row] = next.splice(from, 1);
    if (row !== undefined) next.splice(to, 0, row);
    onChange(next);
  };
  return (
    <fieldset className={styles.rows} data-headed={headed} id={fieldId(uid, path)} tabIndex={-1}>
      <legend className={headed ? 'dd-visually-hidden' : undefined}>{title}</legend>
      {note && <p className={styles.hint}>{note}</p>}
      {wrong(path).map((problem) => (
        <div key={problem.message} className={styles.wrong}>
          ✕ {problem.message}
        </div>
      ))}
      {rows.map((row, index) => {
        const at = `${path}[${index}]`;
        const name = t('edit.nth', { title, number: index + 1 });
        return (
          <div
            key={index}
            className={styles.rowCard}
            role="group"
            aria-label={name}
            id={fieldId(uid, at)}
            tabIndex={-1}
          >
            {wrong(at).map((problem) => (
              <div key={problem.message} className={styles.wrong}>
                ✕ {problem.message}
              </div>
            ))}
            <div className={styles.rowFields}>
              {children(
                row,
                (change) => onChange(rows.map((one, i) => (i === index ? { ...one, ...change } : one))),
                at,
                index,
              )}
            </div>
            <div className={styles.rowActions}>
              <Button
                size="small"
                disabled={index === 0}
                aria-label={t('edit.rowUp', { name })}
                onClick={() => moved(index, index - 1)}
              >
                ↑
              </Button>
              <Button
                size="small"
                disabled={index === rows.length - 1}
                aria-label={t('edit.rowDown', { name })}
                onClick={() => moved(index, index + 1)}
              >
                ↓
              </Button>
              <Button
                size="small"
                danger
                aria-label={t('edit.rowRemove', { name })}
                onClick={() => onChange(rows.filter((_, i) => i !== index))}
              >
                ✕
              </Button>
            </div>
          </div>
        );
      })}
      <Button size="small" onClick={() => onChange([...rows, make(rows)])}>
        {addLabel}
      </Button>
    </fieldset>
  );
}

/** A short code not yet among those given. */
export function freshCode(taken: { code: string }[], letter = ''): string {
  for (let n = taken.length + 1; ; n++) {
    const code = letter ? `${letter}${n}` : String.fromCharCode(64 + Math.min(n, 26)) + (n > 26 ? n : '');
    if (!taken.some((one) => one.code === code)) return code;
  }
}
