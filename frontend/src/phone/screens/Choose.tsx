import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useKindName } from '@/lib/i18n/useKindName';
import { Screen } from '../components/Screen';
import styles from '../phone.module.css';
import { usePack } from '../useOpened';
import { usePerson } from '../usePerson';

const SHOWN = 50;

/** Which school an unplanned visit goes to. */
export function Choose() {
  const { t } = useTranslation('phone');
  const kindName = useKindName();
  const pack = usePack(usePerson());
  const [q, setQ] = useState('');
  const found = (pack?.schools ?? []).filter(
    (school) =>
      school.state !== 'CLOSED' && (school.name.includes(q.trim()) || school.code.startsWith(q.trim())),
  );
  return (
    <Screen title={t('school.choose')} back="/">
      <label className={styles.field}>
        <span>{t('school.search')}</span>
        <input type="search" value={q} onChange={(event) => setQ(event.target.value)} />
      </label>
      {pack === null && <p>{t('home.neverTaken')}</p>}
      {pack && found.length === 0 && <p>{t('school.none')}</p>}
      {found.length > 0 && (
        <ul className={styles.list}>
          {found.slice(0, SHOWN).map((school) => (
            <li key={school.id}>
              <Link className={styles.entry} to={`/schools/${school.id}`}>
                <span>
                  <span className={styles.strong}>{school.name}</span>
                  <span className={styles.soft}>
                    {kindName(school.kind)} · {school.regionName}
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Screen>
  );
}
