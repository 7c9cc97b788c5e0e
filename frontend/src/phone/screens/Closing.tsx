import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SignaturePad } from '@/components/signature/SignaturePad';
import { Kept } from '../components/Kept';
import { Phrases } from '../components/Phrases';
import { Screen } from '../components/Screen';
import styles from '../phone.module.css';
import { useAtWork } from './RecordFrame';

/** What the school was told, and who signed that it was. */
export function Closing() {
  const { t } = useTranslation('phone');
  const navigate = useNavigate();
  const { draft, change, failed } = useAtWork();
  const back = `/records/${draft.id}`;
  const receiver = (name: string, mark: string | null) =>
    change((before) => ({ ...before, received: name.trim() || mark ? { name, mark } : null }));
  return (
    <Screen
      title={t('close.title')}
      back={back}
      notices={<Kept failed={failed} />}
      foot={
        <button
          type="button"
          className={`${styles.button} ${styles.main}`}
          onClick={() => void navigate(back)}
        >
          {t('close.done')}
        </button>
      }
    >
      <label className={styles.field}>
        <span>{t('close.feedback')}</span>
        <textarea
          rows={5}
          maxLength={4000}
          placeholder={t('close.feedbackHint')}
          value={draft.feedback ?? ''}
          onChange={(event) => change((before) => ({ ...before, feedback: event.target.value || null }))}
        />
      </label>
      <Phrases
        typed={draft.feedback ?? ''}
        onPick={(feedback) => change((before) => ({ ...before, feedback }))}
      />
      <label className={styles.field}>
        <span>{t('close.receiver')}</span>
        <input
          value={draft.received?.name ?? ''}
          maxLength={40}
          onChange={(event) => receiver(event.target.value, draft.received?.mark ?? null)}
        />
      </label>
      <section className={styles.section} aria-label={t('close.sign')}>
        <p>{draft.received?.mark ? t('close.signed') : t('close.sign')}</p>
        <SignaturePad
          signed={Boolean(draft.received?.mark)}
          onChange={(mark) => receiver(draft.received?.name ?? '', mark || null)}
        />
      </section>
    </Screen>
  );
}
