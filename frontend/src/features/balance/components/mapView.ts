import type { SchoolRow } from '../model';

export interface Placed {
  school: SchoolRow;
  x: number;
  y: number;
}

/** Equirectangular about the middle latitude, in degrees of latitude; schools without coordinates are left out. */
export function project(schools: SchoolRow[]): Placed[] {
  const located = schools.flatMap((school) =>
    typeof school.longitude === 'number' && typeof school.latitude === 'number'
      ? [{ school, lon: school.longitude, lat: school.latitude }]
      : [],
  );
  if (located.length === 0) return [];
  const middle = located.reduce((sum, p) => sum + p.lat, 0) / located.length;
  const shrink = Math.cos((middle * Math.PI) / 180);
  return located.map(({ school, lon, lat }) => ({ school, x: lon * shrink, y: lat }));
}

/** Each township at the middle of its schools. */
export function townships(placed: Placed[]): { name: string; x: number; y: number }[] {
  const groups = new Map<string, Placed[]>();
  for (const p of placed) {
    const name = p.school.regionName;
    if (!name) continue;
    groups.set(name, [...(groups.get(name) ?? []), p]);
  }
  return [...groups].map(([name, members]) => ({
    name,
    x: members.reduce((sum, p) => sum + p.x, 0) / members.length,
    y: members.reduce((sum, p) => sum + p.y, 0) / members.length,
  }));
}

type Range = [number, number];

/** Width to height of the area the schools lie in, within what a page can show. */
export function shape(placed: Placed[]): number {
  const extent = (values: number[]) => Math.max(0.01, Math.max(...values) - Math.min(...values));
  const ratio = extent(placed.map((p) => p.x)) / extent(placed.map((p) => p.y));
  return Math.min(2.4, Math.max(0.7, ratio));
}

/** The frame around all schools with a margin; wide enough in both directions to keep the county's shape. */
export function fitView(placed: Placed[], aspect: number): { x: Range; y: Range } {
  const xs = placed.map((p) => p.x);
  const ys = placed.map((p) => p.y);
  const range = (values: number[]): Range => [Math.min(...values), Math.max(...values)];
  const [left, right] = range(xs);
  const [low, high] = range(ys);
  const margin = 1.12;
  const height = Math.max((high - low) * margin, ((right - left) * margin) / aspect, 0.02);
  const width = height * aspect;
  const cx = (left + right) / 2;
  const cy = (low + high) / 2;
  return { x: [cx - width / 2, cx + width / 2], y: [cy - height / 2, cy + height / 2] };
}
