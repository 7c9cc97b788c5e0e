import { useTranslation } from 'react-i18next';
import { PhotoStrip } from '@/components/evidence/PhotoStrip';
import { Mark } from '@/components/states/Mark';
import { number } from '@/lib/format/numbers';
import styles from './zone.module.css';

/** An item and what was seen. */
export interface Seen {
  item: string;
  matter: string | null;
  name: string;
  says: string;
  note: string | null;
  evidence?: string[];
  /** what is missing of its proof, in words */
  lacks?: string | undefined;
}

/** What was looked at, under its matter and with its number in the checklist. */
export function Matters({ of }: { of: Seen[] }) {
  const groups = new Map<string, Seen[]>();
  of.forEach((one) => groups.set(one.matter ?? '', [...(groups.get(one.matter ?? '') ?? []), one]));
  return (
    <>
      {[...groups].map(([matter, seen]) => (
        <div key={matter}>
          {matter && <h3 className={styles.matter}>{matter}</h3>}
          <ul className={`${styles.entries} ${styles.seen}`}>
            {seen.map((one) => (
              <li key={one.item}>
                <div>
                  <span className="dd-num">{one.item}</span> {one.name}
                  {one.note && <small>{one.note}</small>}
                  {one.evidence && one.evidence.length > 0 && (
                    <PhotoStrip ids={one.evidence} label={one.name} />
                  )}
                  {one.lacks && (
                    <div>
                      <Mark plain tone="dueSoon">
                        {one.lacks}
                      </Mark>
                    </div>
                  )}
                </div>
                <strong>{one.says}</strong>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

/** How much of the checklist was answered. */
export function Answered({ answered, asked }: { answered: number; asked: number }) {
  const { t } = useTranslation('zone');
  return (
    <p>
      {t('record.asked', {
        asked: number(asked),
        answered: number(answered),
        left: number(Math.max(0, asked - answered)),
      })}
    </p>
  );
}
