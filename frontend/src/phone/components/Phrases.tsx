import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../phone.module.css';
import { db } from '../store/db';
import { phrasesOf } from '../store/phrases';
import { usePerson } from '../usePerson';

const SHOWN = 8;

/** What this person wrote before, one touch away; what is typed narrows it. */
export function Phrases({ typed, onPick }: { typed: string; onPick: (text: string) => void }) {
  const { t } = useTranslation('phone');
  const person = usePerson();
  const row = useLiveQuery(() => db.phrases.get(person.subject), [person.subject]);
  const [all, setAll] = useState<string[]>([]);
  useEffect(() => {
    let gone = false;
    if (row) {
      void phrasesOf(person).then((list) => {
        if (!gone) setAll(list);
      });
    }
    return () => {
      gone = true;
    };
  }, [row, person]);
  const fitting = all.filter((text) => text !== typed && text.includes(typed.trim())).slice(0, SHOWN);
  if (fitting.length === 0) return null;
  return (
    <div className={styles.phrases} role="group" aria-label={t('item.phrases')}>
      {fitting.map((text) => (
        <button key={text} type="button" onClick={() => onPick(text)}>
          {text}
        </button>
      ))}
    </div>
  );
}
