import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnce } from '@/lib/useOnce';
import styles from '../phone.module.css';
import { enterWith } from '../runtime';
import type { Entered } from '../store/passcode';

interface Props {
  subject: string;
  name: string;
  /** There is no passcode any more: too many were wrong. */
  onGone: () => void;
}

/** Somebody takes the phone over by their passcode, with or without a network. */
export function Enter({ subject, name, onGone }: Props) {
  const { t } = useTranslation('phone');
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [checking, setChecking] = useState(false);
  const [entered, setEntered] = useState<Entered>();
  const check = useOnce(async () => {
    setChecking(true);
    const result = await enterWith(subject, typed);
    setEntered(result);
    setTyped('');
    setChecking(false);
    if (result.as === 'gone') onGone();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed) check();
  };
  if (!open) {
    return (
      <button type="button" className={styles.button} onClick={() => setOpen(true)}>
        {name} · {t('welcome.enter')}
      </button>
    );
  }
  return (
    <form className={styles.card} onSubmit={submit}>
      <label className={styles.field}>
        <span>{t('welcome.enterAs', { name })}</span>
        <input
          type="password"
          autoComplete="off"
          ref={(field) => field?.focus()}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      {entered?.as === 'wrong' && (
        <p role="alert" className={styles.late}>
          {t('passcode.wrong', { count: entered.left })}
        </p>
      )}
      <button type="submit" className={`${styles.button} ${styles.main}`} disabled={checking}>
        {t(checking ? 'passcode.checking' : 'passcode.open')}
      </button>
    </form>
  );
}
