import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { answered, answersItself, complete, lacksPhotos, lines } from '@/components/checklist/answers';
import { moment } from '@/lib/format/dates';
import { useNamed } from '@/lib/i18n/useNamed';
import { useOnce } from '@/lib/useOnce';
import { Kept } from '../components/Kept';
import { Screen } from '../components/Screen';
import { locate } from '../media/place';
import { lacks } from '../model';
import styles from '../phone.module.css';
import { send } from '../runtime';
import { remember } from '../store/phrases';
import { discard, move } from '../store/records';
import { usePerson } from '../usePerson';
import { useAtWork } from './RecordFrame';

/** The visit at a glance: every part, how far it is, and the way to finish. */
export function Hub() {
  const { t } = useTranslation('phone');
  const named = useNamed();
  const navigate = useNavigate();
  const person = usePerson();
  const { draft, document, change, failed, settled } = useAtWork();
  const [locating, setLocating] = useState(false);
  const [asking, setAsking] = useState(false);
  const all = lines(document.nodes).filter(({ node }) => !answersItself(node.item));
  const missing = lacks(draft);
  const open = all.filter(({ node }) => !answered(node.item, draft.answers[node.code])).length;
  const photos = all.filter(({ node }) => lacksPhotos(node.item, draft.answers[node.code])).length;
  const finish = useOnce(async () => {
    change((before) => ({ ...before, finishedAt: new Date().toISOString() }));
    await settled();
    if (!(await move(draft.id, 'ready'))) return;
    // phrases are a comfort: a full phone must not keep the record back
    await remember(person, [
      draft.feedback,
      ...draft.findings.map((one) => one.description),
      ...Object.values(draft.answers).map((one) => one.note),
    ]).catch(() => undefined);
    void send();
    void navigate('/outbox', { replace: true });
  });
  const relocate = useOnce(async () => {
    setLocating(true);
    const position = await locate();
    setLocating(false);
    if (position) change((before) => ({ ...before, position }));
  });
  return (
    <Screen
      title={draft.schoolName}
      back="/"
      notices={<Kept failed={failed} />}
      foot={
        <button
          type="button"
          className={`${styles.button} ${styles.main}`}
          disabled={missing.length > 0 || failed !== undefined}
          onClick={finish}
        >
          {t('record.finish')}
        </button>
      }
    >
      <p className={styles.soft}>
        {t(`kind.${draft.kind}`)} · {named(document)} · {t('record.began', { when: moment(draft.startedAt) })}{' '}
        · {t('record.saved')}
      </p>
      <details className={styles.fold} open={missing.includes('place') || undefined}>
        <summary>
          <span>{t('record.place')}</span>
          <span className={styles.tag}>
            {draft.position
              ? t('record.placeAt', { accuracy: draft.position.accuracy })
              : t('record.placeNone')}
          </span>
        </summary>
        <button type="button" className={styles.button} disabled={locating} onClick={relocate}>
          {t(locating ? 'school.locating' : 'record.locateAgain')}
        </button>
        <label className={styles.field}>
          <span>{t('record.placeNote')}</span>
          <input
            value={draft.positionNote ?? ''}
            maxLength={500}
            onChange={(event) =>
              change((before) => ({ ...before, positionNote: event.target.value || null }))
            }
          />
        </label>
      </details>
      <section className={styles.section}>
        <h2>{t('record.matters')}</h2>
        <ul className={styles.list}>
          {document.nodes.map((matter) => {
            const within = all.filter((line) => line.matter === matter);
            const done = within.filter(({ node }) => answered(node.item, draft.answers[node.code])).length;
            const lacking = within.filter(({ node }) =>
              lacksPhotos(node.item, draft.answers[node.code]),
            ).length;
            const whole = done === within.length && done > 0 && lacking === 0;
            const first =
              within.find(({ node }) => !complete(node.item, draft.answers[node.code])) ?? within[0];
            return (
              <li key={matter.code}>
                <Link className={styles.entry} to={`items?at=${first?.node.code ?? ''}`}>
                  <span>
                    {matter.code} {named(matter)}
                  </span>
                  <span className={whole ? `${styles.tag} ${styles.done}` : styles.tag}>
                    {whole && '✓ '}
                    {t('record.matterDone', { done, total: within.length })}
                    {lacking > 0 && ` · ${t('record.matterPhotos', { count: lacking })}`}
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      </section>
      <ul className={styles.list}>
        <li>
          <Link className={styles.entry} to="findings">
            <span>{t('record.findings')}</span>
            <span className={styles.tag}>{t('record.findingCount', { count: draft.findings.length })}</span>
          </Link>
        </li>
        <li>
          <Link className={styles.entry} to="close">
            <span>{t('record.close')}</span>
            <span className={draft.received?.mark ? `${styles.tag} ${styles.done}` : styles.tag}>
              {draft.received
                ? t(draft.received.mark ? 'record.closeDone' : 'record.closeNamed', {
                    name: draft.received.name,
                  })
                : t('record.closeOpen')}
            </span>
          </Link>
        </li>
      </ul>
      {missing.length > 0 && (
        <section className={styles.section}>
          <p>{t('record.lacks')}</p>
          <ul>
            {missing.map((one) => (
              <li key={one}>· {t(`record.lack.${one}`)}</li>
            ))}
          </ul>
        </section>
      )}
      {missing.length === 0 && open > 0 && (
        <p className={styles.soft}>{t('record.openItems', { count: open })}</p>
      )}
      {missing.length === 0 && photos > 0 && (
        <p className={styles.soft}>{t('record.photosOpen', { count: photos })}</p>
      )}
      {asking ? (
        <section className={styles.section} role="alertdialog" aria-label={t('record.discard')}>
          <p>{t('record.discardSure')}</p>
          <div className={styles.row}>
            <button type="button" className={styles.button} onClick={() => setAsking(false)}>
              {t('record.cancel')}
            </button>
            <button
              type="button"
              className={`${styles.button} ${styles.danger}`}
              onClick={() => void discard(draft.id).then(() => navigate('/', { replace: true }))}
            >
              {t('record.discardYes')}
            </button>
          </div>
        </section>
      ) : (
        <button type="button" className={`${styles.button} ${styles.danger}`} onClick={() => setAsking(true)}>
          {t('record.discard')}
        </button>
      )}
    </Screen>
  );
}
