import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { number } from '@/lib/format/numbers';
import { SERIES } from '@/lib/theme/series';
import { tokens } from '@/lib/theme/tokens';
import { useKeepContext } from '@/lib/url/workContext';
import { useWidth } from '@/lib/useWidth';
import type { Member, Seat, Zone } from '../api/zones';
import { Mover } from './Mover';
import styles from './ZoneMap.module.css';
import { outline, place, sides } from './zonePlaces';

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
/** Width to height, on the office's screen and on a phone held upright. */
const RATIO = { wide: 1.5, tall: 0.8 };
const NARROW = 480;
const NOBODY = 'M4 2l6 6 6-6 2 2-6 6 6 6-2 2-6-6-6 6-2-2 6-6-6-6z';

/**
 * The schools of a zone where they lie, each in the colour and shape of who answers for it, those of a township within one line;
 * a township can be brought near, and a dot hands its school over.
 */
export function ZoneMap(props: Props) {
  const { zone, may } = props;
  const { t } = useTranslation('zone');
  const keep = useKeepContext();
  const [box, width] = useWidth();
  const [near, setNear] = useState<string>();
  const ratio = width < NARROW ? RATIO.tall : RATIO.wide;
  const height = width / ratio;
  const located = zone.schools.filter((one) => one.longitude != null && one.latitude != null);
  const townships = [...new Set(located.map((one) => one.regionName))];
  const shown = near ? zone.schools.filter((one) => one.regionName === near) : zone.schools;
  const placed = place(shown, ratio).map((one) => ({
    ...one,
    x: (one.left / 100) * width,
    y: (one.top / 100) * height,
  }));
  const named = sides(
    placed.map(({ x, y, school }) => ({ x, y, text: school.name })),
    width,
  );
  const member = (school: Seat) => zone.inspectors.findIndex((one) => one.id === school.inspectorId);
  const label = (school: Seat) =>
    t('zones.map.dot', {
      school: school.name,
      inspector: zone.inspectors[member(school)]?.name ?? t('zones.free'),
    });
  const unplaced = zone.schools.length - located.length;
  const dot = (school: Seat, side: 'right' | 'left' | null) => (
    <>
      <Sign at={member(school)} />
      <span className={styles.name} data-side={side ?? 'right'} data-shown={side ? true : undefined}>
        {school.name}
      </span>
    </>
  );
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
      {townships.length > 1 && (
        <div className={styles.near} role="group" aria-label={t('zones.map.near')}>
          <Button size="small" aria-pressed={!near} onClick={() => setNear(undefined)}>
            {t('zones.map.whole')}
          </Button>
          {townships.map((one) => (
            <Button key={one} size="small" aria-pressed={near === one} onClick={() => setNear(one)}>
              {t('zones.map.township', {
                name: one,
                n: number(located.filter((school) => school.regionName === one).length),
              })}
            </Button>
          ))}
        </div>
      )}
      {placed.length > 0 && (
        <div className={styles.frame}>
          <div
            ref={box}
            className={styles.map}
            style={{ aspectRatio: ratio }}
            role="group"
            aria-label={t('zones.map.title')}
          >
            <svg className={styles.lines} width={width} height={height} aria-hidden>
              {townships.map((one) => {
                const own = placed.filter((at) => at.school.regionName === one);
                if (own.length === 0) return null;
                const corners = outline(
                  own.map((at) => [at.x, at.y]),
                  20,
                );
                const top = Math.min(...corners.map(([, y]) => y));
                const middle = corners.reduce((sum, [x]) => sum + x, 0) / corners.length;
                return (
                  <g key={one}>
                    <polygon points={corners.map((corner) => corner.join(',')).join(' ')} />
                    <text x={middle} y={Math.max(14, top - 6)}>
                      {one}
                    </text>
                  </g>
                );
              })}
            </svg>
            {placed.map(({ school, left, top }, i) => (
              <span key={school.id} className={styles.place} style={{ left: `${left}%`, top: `${top}%` }}>
                {may ? (
                  <Mover {...props} school={school}>
                    <button type="button" className={styles.dot} aria-label={label(school)}>
                      {dot(school, named[i] ?? null)}
                    </button>
                  </Mover>
                ) : (
                  <Link
                    to={keep(`/schools/${school.id}?tab=responsible`)}
                    className={styles.dot}
                    aria-label={label(school)}
                  >
                    {dot(school, named[i] ?? null)}
                  </Link>
                )}
              </span>
            ))}
          </div>
        </div>
      )}
      {townships.length > 1 && <p className={styles.note}>{t('zones.map.lines')}</p>}
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
