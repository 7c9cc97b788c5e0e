import { describe, expect, it } from 'vitest';
import type { Seat } from '../api/zones';
import { place } from './zonePlaces';

const school = (id: string, longitude: number | null, latitude: number | null) =>
  ({ id, longitude, latitude }) as unknown as Seat;

describe('places of schools on a map', () => {
  it('has north above, east at the right, and everything inside the frame', () => {
    const { placed } = place([school('south-west', 103.0, 25.0), school('north-east', 103.2, 25.1)]);
    const [first, second] = placed;
    expect(first?.left).toBeLessThan(second?.left ?? 0);
    expect(first?.top).toBeGreaterThan(second?.top ?? 100);
    placed.forEach((one) => {
      expect(one.left).toBeGreaterThan(0);
      expect(one.left).toBeLessThan(100);
    });
  });

  it('leaves out what has no place, and stands with one school or none', () => {
    expect(place([school('a', null, 25), school('b', 103, 25)]).placed).toHaveLength(1);
    expect(place([]).placed).toEqual([]);
  });

  it('shrinks longitudes by the latitude, so that distances look right', () => {
    const { ratio } = place([school('a', 100, 59.95), school('b', 100.2, 60.05)]);
    expect(ratio).toBeCloseTo(1, 1);
  });
});
