import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { date, moment } from '@/lib/format/dates';
import { useOnce } from '@/lib/useOnce';
import { Screen } from '../components/Screen';
import { UpdateOffer } from '../components/UpdateOffer';
import { given } from '../model';
import styles from '../phone.module.css';
import { takeAlong, useStanding } from '../runtime';
import { NotTaken, type PlannedVisit } from '../store/pack';
import { askToKeep } from '../store/space';
import { phoneDay } from '../today';
import { usePack, useRecords } from '../useOpened';
import { usePerson } from '../usePerson';

/** What is to be done today and the next days, and what is under way. */
export function Home() {
  const { t } = useTranslation('phone');
  const person = usePerson();
  const { today = phoneDay() } = useStanding();
  const pack = usePack(person);
  const records = useRecords(person);
  const [taking, setTaking] = useState(false);
  const [failed, setFailed] = useState<NotTaken['why']>();
  const take = useOnce(async () => {
    setTaking(true);
    setFailed(undefined);
    void askToKeep();
    try {
      await takeAlong();
    } catch (error) {
      setFailed(error instanceof NotTaken ? error.why : 'later');
    } finally {
      setTaking(false);
    }
  });
  const going = (records ?? []).filter(({ row }) => row.state === 'draft' || row.state === 'rejected');
  const begun = new Set((records ?? []).map(({ row }) => row.visitId));
  const planned = (pack?.visits ?? []).filter((visit) => !begun.has(visit.id));
  const groups: [string, PlannedVisit[]][] = [
    ['late', planned.filter((visit) => (visit.plannedOn ?? '') < today)],
    ['today', planned.filter((visit) => visit.plannedOn === today)],
    ['next', planned.filter((visit) => (visit.plannedOn ?? '') > today)],
  ];
  return (
    <Screen
      title={t('home.title')}
      notices={<UpdateOffer />}
      foot={
        <Link to="/schools" className={`${styles.button} ${styles.main}`}>
          {t('home.unplanned')}
        </Link>
      }
    >
      {pack !== undefined && (
        <section className={styles.card} aria-label={t('home.take')}>
          <p>{pack ? t('home.taken', { when: moment(pack.takenAt) }) : t('home.neverTaken')}</p>
          {failed && (
            <p role="alert" className={styles.late}>
              {t(
                failed === 'refused'
                  ? 'home.takeRefused'
                  : failed === 'login'
                    ? 'line.login'
                    : 'home.takeFailed',
              )}
            </p>
          )}
          <button type="button" className={styles.button} disabled={taking} onClick={take}>
            {taking ? t('home.taking') : t(pack ? 'home.takeAgain' : 'home.take')}
          </button>
        </section>
      )}
      {going.length > 0 && (
        <section className={styles.section}>
          <h2>{t('home.going')}</h2>
          <ul className={styles.list}>
            {going.map(({ row, draft }) => (
              <li key={row.id}>
                <Link className={styles.entry} to={`/records/${row.id}`}>
                  <span>
                    <span className={styles.strong}>{draft.schoolName}</span>
                    <span className={styles.soft}>
                      {t(`kind.${draft.kind}`)} · {t('record.began', { when: moment(draft.startedAt) })} ·{' '}
                      {t('home.answered', { count: Object.values(draft.answers).filter(given).length })}
                    </span>
                  </span>
                  <span className={styles.tag}>
                    {row.state === 'rejected' ? t('outbox.state.rejected') : t('home.resume')}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {groups.map(
        ([name, visits]) =>
          visits.length > 0 && (
            <section key={name} className={styles.section}>
              <h2>{t(`home.${name}`)}</h2>
              <ul className={styles.list}>
                {visits.map((visit) => (
                  <li key={visit.id}>
                    <Link className={styles.entry} to={`/schools/${visit.schoolId}?visit=${visit.id}`}>
                      <span>
                        <span className={styles.strong}>{visit.schoolName}</span>
                        <span className={styles.soft}>
                          {t(`kind.${visit.kind}`)}
                          {visit.participants.length > 0 &&
                            ` · ${visit.participants.map((one) => one.name).join(t('common:listSeparator'))}`}
                        </span>
                      </span>
                      <span className={name === 'late' ? `${styles.tag} ${styles.late}` : styles.tag}>
                        {date(visit.plannedOn)}
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
      {pack && planned.length === 0 && <p className={styles.soft}>{t('home.nothing')}</p>}
    </Screen>
  );
}
