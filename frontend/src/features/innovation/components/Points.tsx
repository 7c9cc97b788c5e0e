import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { PhotoStrip } from '@/components/evidence/PhotoStrip';
import { Mark } from '@/components/states/Mark';
import { moment } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import type { Item, Measured } from '../api/innovation';
import styles from './innovation.module.css';
import { OUTCOME_TONES } from './outcomes';

interface Props {
  items: Item[];
  label: string;
  onLook: (item: Item) => void;
  /** Undefined when nothing may be answered. */
  onAnswer?: (item: Item) => void;
}

/** The points of a condition: what was reached, the standard, and what is lacking. */
export function Points({ items, label, onLook, onAnswer }: Props) {
  const { t } = useTranslation('innovation');
  const named = useNamed();
  return (
    <ul className={styles.points} aria-label={label}>
      {items.map((item) => (
        <li key={item.code}>
          <div>
            {item.code} {named(item)}
            {item.methodZh && (
              <small className={styles.small}>
                {named({ nameZh: item.methodZh, nameEn: item.methodEn ?? item.methodZh })}
              </small>
            )}
          </div>
          <div className={styles.figure}>
            {item.measured ? (
              <Figure measured={item.measured} name={named(item)} onLook={() => onLook(item)} />
            ) : (
              <ByHand item={item} />
            )}
          </div>
          <div>
            <Mark plain tone={OUTCOME_TONES[item.outcome]}>
              <Verdict item={item} />
            </Mark>
            {item.measured && <Ground measured={item.measured} />}
          </div>
          <div className={styles.act}>
            {!item.measured && onAnswer && (
              <Button
                size="small"
                aria-label={`${t(item.answer ? 'change' : 'answer')} ${named(item)}`}
                onClick={() => onAnswer(item)}
              >
                {t(item.answer ? 'change' : 'answer')}
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Figure({ measured, name, onLook }: { measured: Measured; name: string; onLook: () => void }) {
  const { t } = useTranslation('innovation');
  if (measured.value === null) return t('unmeasured');
  const share = measured.shape === 'SHARE';
  return (
    <>
      <Button type="link" aria-label={t('look', { name })} onClick={onLook}>
        {share ? `${number(measured.value, 1)}%` : t('sets', { n: number(measured.value) })}
      </Button>
      {share && (
        <small className={styles.small}>
          {t('counts', {
            met: number(measured.met),
            total: number(measured.total),
            unit: t(`units.${measured.measure}`),
          })}
        </small>
      )}
    </>
  );
}

function ByHand({ item }: { item: Item }) {
  const { t } = useTranslation('innovation');
  const { answer } = item;
  if (!answer) return t('unanswered');
  return (
    <>
      {t(answer.met ? 'yes' : 'no')}
      <small className={styles.small}>
        {answer.note && `${answer.note} · `}
        {answer.byName} {moment(answer.at)}
      </small>
      {answer.evidence.length > 0 && <PhotoStrip ids={answer.evidence} label={t('evidence')} />}
    </>
  );
}

function Verdict({ item }: { item: Item }) {
  const { t } = useTranslation('innovation');
  const { measured, outcome } = item;
  if (outcome !== 'SHORT' || !measured) return t(`outcomes.${outcome}`);
  const unit = t(`units.${measured.measure}`);
  return measured.missingPoints === null
    ? t('lacking', { n: number(measured.missing), unit })
    : t('lackingShare', { n: number(measured.missing), unit, points: number(measured.missingPoints, 1) });
}

function Ground({ measured: { standard, limit, shape, measure } }: { measured: Measured }) {
  const { t } = useTranslation('innovation');
  return (
    <small className={styles.small}>
      {shape === 'SHARE'
        ? t('standardShare', { n: number(standard.value) })
        : t('standardNumber', { n: number(standard.value) })}
      {limit && ` · ${t(`limits.${measure}`, { n: number(limit.value) })}`}
      {!standard.verified && (
        <>
          {' · '}
          <Mark plain tone="dueSoon">
            {t(standard.own ? 'own' : 'unverified')}
          </Mark>
        </>
      )}
      {' · '}
      {standard.source}
    </small>
  );
}
