import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/me';
import { date } from '@/lib/format/dates';
import { useNamed } from '@/lib/i18n/useNamed';
import type { Detail } from '../api/findings';
import { LadderForm, type LadderAct, type Rung } from './LadderForm';
import styles from './rectification.module.css';

/** The steps of the ladder that fell due; one a person must take can be taken here by whom the ladder names. */
export function Ladder({ detail }: { detail: Detail }) {
  const { t } = useTranslation('rectification');
  const named = useNamed();
  const me = useMe();
  const [acting, setActing] = useState<{ rung: Rung; act: LadderAct }>();
  if (detail.escalations.length === 0) return <p>{t('ladderNone')}</p>;
  const { finding } = detail;
  const waits = (rung: Rung) =>
    !rung.takenOn &&
    finding.state === 'RECTIFYING' &&
    rung.deadline === finding.deadline &&
    rung.takenBy.includes(me.role);
  return (
    <>
      <ol className={styles.timeline}>
        {detail.escalations.map((rung) => (
          <li key={rung.id}>
            <strong>{named(rung)}</strong>
            <small>
              {[
                t('ladderDue', { date: date(rung.dueOn) }),
                rung.automatic && t('ladderAuto'),
                rung.takenOn && t('ladderTaken', { date: date(rung.takenOn), name: rung.takerName }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
            {rung.call && !rung.takenOn && (
              <p>{t('ladderCalled', { at: rung.call.heldAt, place: rung.call.place })}</p>
            )}
            {rung.record && <p>{rung.record}</p>}
            {rung.details?.promise && <p>{t('ladderPromised', { text: rung.details.promise })}</p>}
            {waits(rung) && (
              <div className={styles.actions}>
                {rung.step === 'INTERVIEW' && (
                  <Button size="small" onClick={() => setActing({ rung, act: 'call' })}>
                    {t('ladderCall')}
                  </Button>
                )}
                <Button size="small" onClick={() => setActing({ rung, act: 'take' })}>
                  {t('ladderTake', { name: named(rung) })}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {acting && <LadderForm id={finding.id} {...acting} onClose={() => setActing(undefined)} />}
    </>
  );
}
