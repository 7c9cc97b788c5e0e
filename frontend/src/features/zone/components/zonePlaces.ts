import type { Seat } from '../api/zones';

export interface PlacedSchool {
  school: Seat;
  /** Per cent of the map's width and height. */
  left: number;
  top: number;
}

const MARGIN = 6;

/**
 * Schools on a map without anything under them: equirectangular about the middle latitude, so that distances look right.
 * Those without coordinates are left out.
 */
export function place(schools: Seat[]): { placed: PlacedSchool[]; ratio: number } {
  const located = schools.flatMap((school) =>
    typeof school.longitude === 'number' && typeof school.latitude === 'number'
      ? [{ school, lon: school.longitude, lat: school.latitude }]
      : [],
  );
  if (located.length === 0) return { placed: [], ratio: 1 };
  const shrink = Math.cos((located.reduce((sum, p) => sum + p.lat, 0) / located.length) * (Math.PI / 180));
  const points = located.map((p) => ({ school: p.school, x: p.lon * shrink, y: p.lat }));
  const range = (values: number[]) => {
    const low = Math.min(...values);
    return { low, size: Math.max(Math.max(...values) - low, 0.005) };
  };
  const x = range(points.map((p) => p.x));
  const y = range(points.map((p) => p.y));
  const inside = (value: number) => MARGIN + value * (100 - 2 * MARGIN);
  return {
    placed: points.map((p) => ({
      school: p.school,
      left: inside((p.x - x.low) / x.size),
      top: inside(1 - (p.y - y.low) / y.size),
    })),
    ratio: Math.min(2.4, Math.max(0.8, x.size / y.size)),
  };
}
