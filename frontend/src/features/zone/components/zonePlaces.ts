import type { Seat } from '../api/zones';

export interface PlacedSchool {
  school: Seat;
  /** Per cent of the map's width and height. */
  left: number;
  top: number;
}

const MARGIN = 9;
/** Degrees: schools that lie together are not blown up to the whole map. */
const SMALLEST = 0.005;

/**
 * Schools on a map of the given width to height: equirectangular about the middle latitude and of one scale both ways, so that
 * distances look right. Those without coordinates are left out.
 */
export function place(schools: Seat[], ratio: number): PlacedSchool[] {
  const located = schools.flatMap((school) =>
    typeof school.longitude === 'number' && typeof school.latitude === 'number'
      ? [{ school, lon: school.longitude, lat: school.latitude }]
      : [],
  );
  if (located.length === 0) return [];
  const shrink = Math.cos((located.reduce((sum, p) => sum + p.lat, 0) / located.length) * (Math.PI / 180));
  const points = located.map((p) => ({ school: p.school, x: p.lon * shrink, y: p.lat }));
  const range = (values: number[]) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return { middle: (low + high) / 2, size: Math.max(high - low, SMALLEST) };
  };
  const x = range(points.map((p) => p.x));
  const y = range(points.map((p) => p.y));
  const high = Math.max(y.size, x.size / ratio);
  const part = 100 - 2 * MARGIN;
  return points.map((p) => ({
    school: p.school,
    left: 50 + ((p.x - x.middle) / (high * ratio)) * part,
    top: 50 - ((p.y - y.middle) / high) * part,
  }));
}

type Point = [number, number];

/** The outline about some points, pixels of air around each: the corners in order. */
export function outline(points: Point[], air: number): Point[] {
  const ring = [0, 1, 2, 3, 4, 5, 6, 7].map((i): Point => [
    Math.cos((i * Math.PI) / 4) * air,
    Math.sin((i * Math.PI) / 4) * air,
  ]);
  const around = points.flatMap(([x, y]) => ring.map(([dx, dy]): Point => [x + dx, y + dy]));
  const sorted = around.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return [...half(sorted), ...half([...sorted].reverse())];
}

/** One half of a convex hull (Andrew's monotone chain), its last point left to the other half. */
function half(points: Point[]): Point[] {
  const chain: Point[] = [];
  for (const point of points) {
    while (chain.length > 1 && turn(chain[chain.length - 2], chain[chain.length - 1], point) <= 0)
      chain.pop();
    chain.push(point);
  }
  return chain.slice(0, -1);
}

function turn(a: Point | undefined, b: Point | undefined, c: Point): number {
  if (!a || !b) return 0;
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

export interface Spot {
  x: number;
  y: number;
  text: string;
}

const DOT = 11;
const LINE = 9;
/** Of a label's letters, in pixels at 12 px: a Chinese one is as wide as it is high. */
const wide = (text: string) => [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 12 : 7), 6);

/** On which side of its dot each name has room, in the given order; none where it would lie on a dot, a name or outside. */
export function sides(spots: Spot[], width: number): ('right' | 'left' | null)[] {
  const taken = spots.map(({ x, y }) => ({ left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT }));
  return spots.map((spot, own) => {
    for (const side of ['right', 'left'] as const) {
      const from = side === 'right' ? spot.x + DOT : spot.x - DOT - wide(spot.text);
      const box = { left: from, right: from + wide(spot.text), top: spot.y - LINE, bottom: spot.y + LINE };
      const free = taken.every(
        (other, i) =>
          i === own ||
          box.right <= other.left ||
          box.left >= other.right ||
          box.bottom <= other.top ||
          box.top >= other.bottom,
      );
      if (free && box.left >= 0 && box.right <= width) {
        taken.push(box);
        return side;
      }
    }
    return null;
  });
}
