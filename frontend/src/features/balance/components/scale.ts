/** A round number at or above a value: 1, 2 or 5 times a power of ten. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 3, 4, 5, 7.5, 10].find((s) => s * power >= value) ?? 10;
  return step * power;
}

/** The right end of the axis of bars: room for the longest bar and its figure, and for the limit. */
export function barDomain(values: (number | null | undefined)[], limit: number | null | undefined): number {
  const longest = Math.max(0, ...values.filter((v): v is number => typeof v === 'number'));
  return Math.max(longest * 1.28, (limit ?? 0) * 1.5, 0.1);
}

/**
 * The right end of a dot strip. A few giants must not press all others against the wall: what lies beyond three
 * times the middle school (or twice the standard) is set at the edge with an arrow.
 */
export function stripDomain(values: number[], threshold: number | null | undefined): number {
  if (values.length === 0) return 1;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const largest = sorted.at(-1) ?? 0;
  return roundUp(Math.min(largest, Math.max(at(0.5) * 3, (threshold ?? 0) * 2, at(0.9))));
}

export interface Placed {
  x: number;
  y: number;
}

/** Sets dots side by side without covering one another: each takes the free height nearest the middle line. */
export function swarm(xs: number[], radius: number, halfHeight: number): Placed[] {
  const order = xs.map((x, i) => ({ x, i })).sort((a, b) => a.x - b.x);
  const placed: Placed[] = new Array(xs.length);
  const recent: Placed[] = [];
  const step = radius * 0.9;
  for (const { x, i } of order) {
    while (recent[0] && recent[0].x < x - 2 * radius) recent.shift();
    const clear = (y: number) => recent.every((p) => (p.x - x) ** 2 + (p.y - y) ** 2 >= (1.7 * radius) ** 2);
    let y = 0;
    for (let k = 0; k * step <= halfHeight; k++) {
      const free = [k * step, -k * step].find(clear);
      if (free !== undefined) {
        y = free;
        break;
      }
      y = ((i % 7) - 3) * (halfHeight / 3.5);
    }
    const spot = { x, y };
    placed[i] = spot;
    recent.push(spot);
  }
  return placed;
}
