import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { number } from '@/lib/format/numbers';
import { SERIES } from '@/lib/theme/series';
import { tokens } from '@/lib/theme/tokens';
import { useKeepContext } from '@/lib/url/workContext';
import type { Member, Seat, Zone } from '../api/zones';
import { Mover } from './Mover';
import styles from './ZoneMap.module.css';
import { place } from './zonePlaces';

interface Props {
  zone: Zone;
  others: { id: string; name: string }[];
  may: boolean;
  onMove: (school: Seat, to: Member | null) => void;
  onZone: (school: Seat, zone: { id: string; name: string }) => void;
}

/** Shapes on a field of 20 by 20, so that nobody has to tell colours apart. */
const SHAPES = [
  'M10 2a8 8 0 1 0 .01 0z',
  'M3 3h14v14H3z',
  'M10 2l8.5 15h-17z',
  'M10 1l8 9-8 9-8-9z',
  'M7 2h6v5h5v6h-5v5H7v-5H2V7h5z',
  'M1.5 3h17L10 18z',
];
/** Most pixels from top to bottom: a long valley is not to fill the page. */
const HEIGHT = 520;
const NOBODY = 'M4 2l6 6 6-6 2 2-6 6 6 6-2 2-6-6-6 6-2-2 6-6-6-6z';

/** The schools of a zone where they lie, each in the colour and shape of who answers for it; a dot hands over. */
export function ZoneMap(props: Props) {
  const { zone, may } = props;
  const { t } = useTranslation('zone');
  const keep = useKeepContext();
  const { placed, ratio } = place(zone.schools);
  const member = (school: Seat) => zone.inspectors.findIndex((one) => one.id === school.inspectorId);
  const label = (school: Seat) =>
    t('zones.map.dot', {
      school: school.name,
      inspector: zone.inspectors[member(school)]?.name ?? t('zones.free'),
    });
  const unplaced = zone.schools.length - placed.length;
  return (
    <>
      <ul className={styles.legend}>
        {zone.inspectors.map((one, i) => (
          <li key={one.id}>
            <Sign at={i} /> {one.name} {t('zones.load', { n: number(one.load) })}
          </li>
        ))}
        <li>
          <Sign at={-1} /> {t('zones.free')}
        </li>
      </ul>
      {placed.length > 0 && (
        <div className={styles.frame} style={{ maxWidth: ratio * HEIGHT }}>
          <div
            className={styles.map}
            style={{ aspectRatio: ratio }}
            role="group"
            aria-label={t('zones.map.title')}
          >
            {placed.map(({ school, left, top }) => (
              <span key={school.id} className={styles.place} style={{ left: `${left}%`, top: `${top}%` }}>
                {may ? (
                  <Mover {...props} school={school}>
                    <button
                      type="button"
                      className={styles.dot}
                      aria-label={label(school)}
                      title={label(school)}
                    >
                      <Sign at={member(school)} />
                    </button>
                  </Mover>
                ) : (
                  <Link
                    to={keep(`/schools/${school.id}?tab=responsible`)}
                    className={styles.dot}
                    aria-label={label(school)}
                    title={label(school)}
                  >
                    <Sign at={member(school)} />
                  </Link>
                )}
              </span>
            ))}
          </div>
        </div>
      )}
      {unplaced > 0 && <p>{t('zones.map.unplaced', { n: number(unplaced) })}</p>}
    </>
  );
}

function Sign({ at }: { at: number }) {
  return (
    <svg viewBox="0 0 20 20" width={18} height={18} aria-hidden>
      <path
        d={at < 0 ? NOBODY : (SHAPES[at % SHAPES.length] ?? '')}
        fill={at < 0 ? tokens.failing : (SERIES[at % SERIES.length] ?? tokens.ink)}
      />
    </svg>
  );
}
