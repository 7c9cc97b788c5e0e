import { tokens } from '@/lib/theme/tokens';

interface Props {
  values: (number | null)[];
  limit: number | null;
  width?: number;
  height?: number;
}

/** A line over the years with the limit dashed across it; the figures stand beside it, so it says nothing by itself. */
export function Sparkline({ values, limit, width = 120, height = 32 }: Props) {
  const present = values.filter((value): value is number => value !== null);
  if (present.length < 2) return null;
  const top = Math.max(...present, limit ?? 0) * 1.08;
  const low = Math.min(...present, limit ?? Infinity) * 0.92;
  const x = (i: number) => 4 + (i / (values.length - 1)) * (width - 8);
  const y = (value: number) => height - 3 - ((value - low) / (top - low || 1)) * (height - 6);
  const points = values.flatMap((value, i) => (value === null ? [] : [`${x(i)},${y(value)}`]));
  return (
    <svg width={width} height={height} aria-hidden>
      {limit !== null && (
        <line x1={0} x2={width} y1={y(limit)} y2={y(limit)} stroke={tokens.ink} strokeDasharray="3 2" />
      )}
      <polyline points={points.join(' ')} fill="none" stroke={tokens.accent} strokeWidth={1.8} />
      {values.map(
        (value, i) =>
          value !== null && (
            <circle
              key={i}
              cx={x(i)}
              cy={y(value)}
              r={2.6}
              fill={limit !== null && value > limit ? tokens.surface : tokens.accent}
              stroke={limit !== null && value > limit ? tokens.failing : tokens.accent}
              strokeWidth={1.4}
            />
          ),
      )}
    </svg>
  );
}
