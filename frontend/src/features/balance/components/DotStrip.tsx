import { useMemo, useState, type PointerEvent } from 'react';
import { number } from '@/lib/format/numbers';
import { useWidth } from '@/lib/useWidth';
import styles from './bars.module.css';
import { stripDomain, swarm } from './scale';

export interface StripDot {
  key: string;
  name: string;
  value: number;
  /** Undefined where no threshold is set. */
  met?: boolean;
}

interface Props {
  dots: StripDot[];
  threshold: number | null | undefined;
  mean: number | null | undefined;
  decimals: number;
  label: string;
  onPick: (key: string) => void;
  height?: number;
}

const RADIUS = 3.6;

/** Every school a dot on one line, the standard a dashed line across it; the nearest dot tells its name. */
export function DotStrip({ dots, threshold, mean, decimals, label, onPick, height = 56 }: Props) {
  const [box, width] = useWidth(420);
  const [active, setActive] = useState<number>();

  const domain = useMemo(
    () =>
      stripDomain(
        dots.map((d) => d.value),
        threshold,
      ),
    [dots, threshold],
  );
  const middle = height / 2 - 4;
  const x = (value: number) => 4 + (Math.min(value, domain) / domain) * (width - 12);
  const spots = useMemo(
    () =>
      swarm(
        dots.map((d) => 4 + (Math.min(d.value, domain) / domain) * (width - 12)),
        RADIUS,
        height / 2 - 12,
      ),
    [dots, domain, width, height],
  );

  const find = (event: PointerEvent<SVGSVGElement>) => {
    const frame = event.currentTarget.getBoundingClientRect();
    const px = event.clientX - frame.left;
    const py = event.clientY - frame.top - middle;
    let best: number | undefined;
    let distance = 14 ** 2;
    spots.forEach((spot, i) => {
      const d = (spot.x - px) ** 2 + (spot.y - py) ** 2;
      if (d < distance) [best, distance] = [i, d];
    });
    setActive(best);
    return best;
  };

  const shown = active === undefined ? undefined : dots[active];
  const spot = active === undefined ? undefined : spots[active];
  return (
    <div ref={box} className={styles.strip}>
      <svg
        height={height}
        role="img"
        aria-label={label}
        onPointerMove={find}
        onPointerLeave={() => setActive(undefined)}
        onPointerUp={(event) => {
          const picked = find(event);
          const dot = picked === undefined ? undefined : dots[picked];
          if (dot) onPick(dot.key);
        }}
      >
        <line x1={4} x2={width - 8} y1={height - 15} y2={height - 15} stroke="var(--dd-line)" />
        {mean !== null && mean !== undefined && (
          <line className={styles.mean} x1={x(mean)} x2={x(mean)} y1={4} y2={height - 15} />
        )}
        {threshold !== null && threshold !== undefined && (
          <line className={styles.threshold} x1={x(threshold)} x2={x(threshold)} y1={0} y2={height - 15} />
        )}
        {dots.map((dot, i) => {
          const at = spots[i];
          if (!at) return null;
          const beyond = dot.value > domain;
          const met = dot.met === undefined ? 'none' : dot.met ? 'yes' : 'no';
          const cy = middle + at.y - 3;
          return dot.met === false ? (
            <path
              key={dot.key}
              className={styles.dot}
              data-met={met}
              data-active={i === active || undefined}
              d={`M${at.x} ${cy - 4.4}L${at.x + 4.4} ${cy}L${at.x} ${cy + 4.4}L${at.x - 4.4} ${cy}Z`}
            />
          ) : beyond ? (
            <path
              key={dot.key}
              className={styles.dot}
              data-met={met}
              data-active={i === active || undefined}
              d={`M${at.x - 4} ${cy - 4}L${at.x + 4} ${cy}L${at.x - 4} ${cy + 4}Z`}
            />
          ) : (
            <circle
              key={dot.key}
              className={styles.dot}
              data-met={met}
              data-active={i === active || undefined}
              cx={at.x}
              cy={cy}
              r={RADIUS}
            />
          );
        })}
        <text x={4} y={height - 4} className={styles.axisText}>
          0
        </text>
        <text x={width - 8} y={height - 4} textAnchor="end" className={styles.axisText}>
          {number(domain)}
        </text>
        {threshold !== null && threshold !== undefined && (
          <text x={x(threshold)} y={height - 4} textAnchor="middle" className={styles.thresholdText}>
            {number(threshold)}
          </text>
        )}
      </svg>
      {shown && spot && (
        <div
          className={styles.tip}
          style={{ left: Math.min(Math.max(spot.x, 70), width - 70), top: middle + spot.y - 9 }}
        >
          {shown.name} {number(shown.value, decimals)}
        </div>
      )}
    </div>
  );
}
