import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { Files } from '../components/Files';
import { Kept } from '../components/Kept';
import { Phrases } from '../components/Phrases';
import { Screen } from '../components/Screen';
import { SEVERITIES, type Found, type Severity } from '../model';
import styles from '../phone.module.css';
import { useAtWork } from './RecordFrame';

/** What is to be rectified. */
export function Findings() {
  const { t } = useTranslation('phone');
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { draft, change, failed } = useAtWork();
  const from = params.get('from');
  const back = from ? `/records/${draft.id}/items?at=${from}` : `/records/${draft.id}`;
  const add = () =>
    change((before) => ({
      ...before,
      findings: [
        ...before.findings,
        { id: crypto.randomUUID(), item: null, rule: '', description: '', severity: 'GENERAL' },
      ],
    }));
  return (
    <Screen
      title={t('finding.title')}
      back={back}
      notices={<Kept failed={failed} />}
      foot={
        <div className={styles.row}>
          <button type="button" className={styles.button} onClick={add}>
            {t('finding.add')}
          </button>
          <button
            type="button"
            className={`${styles.button} ${styles.main}`}
            onClick={() => void navigate(back)}
          >
            {t('finding.done')}
          </button>
        </div>
      }
    >
      {draft.findings.length === 0 && <p>{t('finding.none')}</p>}
      {draft.findings.map((found, index) => (
        <One key={found.id} found={found} n={index + 1} />
      ))}
    </Screen>
  );
}

function One({ found, n }: { found: Found; n: number }) {
  const { t } = useTranslation('phone');
  const { draft, change } = useAtWork();
  const set = (next: Partial<Found>) =>
    change((before) => ({
      ...before,
      findings: before.findings.map((one) => (one.id === found.id ? { ...one, ...next } : one)),
    }));
  return (
    <section className={styles.card} aria-label={t('finding.nth', { n })}>
      <strong>{t('finding.nth', { n })}</strong>
      <label className={styles.field}>
        <span>{t('finding.rule')}</span>
        <input value={found.rule} maxLength={200} onChange={(event) => set({ rule: event.target.value })} />
      </label>
      <label className={styles.field}>
        <span>{t('finding.description')}</span>
        <textarea
          rows={3}
          maxLength={2000}
          value={found.description}
          onChange={(event) => set({ description: event.target.value })}
        />
      </label>
      <Phrases typed={found.description} onPick={(description) => set({ description })} />
      <label className={styles.field}>
        <span>{t('finding.severity')}</span>
        <select
          value={found.severity}
          onChange={(event) => set({ severity: event.target.value as Severity })}
        >
          {SEVERITIES.map((one) => (
            <option key={one} value={one}>
              {t(`finding.severities.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <div className={styles.buttons}>
        <Files record={draft.id} item={found.id} onChange={() => undefined} />
      </div>
      <button
        type="button"
        className={`${styles.button} ${styles.danger}`}
        onClick={() =>
          change((before) => ({
            ...before,
            findings: before.findings.filter((one) => one.id !== found.id),
          }))
        }
      >
        {t('finding.remove')}
      </button>
    </section>
  );
}
