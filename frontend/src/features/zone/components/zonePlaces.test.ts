import { describe, expect, it } from 'vitest';
import type { Seat } from '../api/zones';
import { outline, place, sides } from './zonePlaces';

const school = (id: string, longitude: number | null, latitude: number | null) =>
  ({ id, longitude, latitude }) as unknown as Seat;

describe('places of schools on a map', () => {
  it('has north above, east at the right, and everything inside the frame', () => {
    const [first, second] = place(
      [school('south-west', 103.0, 25.0), school('north-east', 103.2, 25.1)],
      1.5,
    );
    expect(first?.left).toBeLessThan(second?.left ?? 0);
    expect(first?.top).toBeGreaterThan(second?.top ?? 100);
    [first, second].forEach((one) => {
      expect(one?.left).toBeGreaterThan(0);
      expect(one?.left).toBeLessThan(100);
    });
  });

  it('leaves out what has no place, and stands with one school or none', () => {
    expect(place([school('a', null, 25), school('b', 103, 25)], 1)).toHaveLength(1);
    expect(place([], 1)).toEqual([]);
  });

  it('shrinks longitudes by the latitude and has one scale both ways, so that distances look right', () => {
    const [a, b] = place([school('a', 100, 59.95), school('b', 100.2, 60.05)], 1.5);
    const across = ((b?.left ?? 0) - (a?.left ?? 0)) * 1.5;
    const up = (a?.top ?? 0) - (b?.top ?? 0);
    expect(across / up).toBeCloseTo(1, 1);
  });
});

describe('what is written on the map', () => {
  it('goes around every school of a township', () => {
    const corners = outline(
      [
        [100, 100],
        [200, 100],
        [150, 110],
      ],
      10,
    );
    expect(Math.min(...corners.map(([x]) => x))).toBe(90);
    expect(Math.max(...corners.map(([x]) => x))).toBe(210);
    expect(Math.max(...corners.map(([, y]) => y))).toBe(120);
  });

  it('names a school where there is room, on either side, and never over another', () => {
    const text = '溪禾县第一小学';
    expect(sides([{ x: 100, y: 50, text }], 400)).toEqual(['right']);
    expect(sides([{ x: 380, y: 50, text }], 400)).toEqual(['left']);
    expect(
      sides(
        [
          { x: 100, y: 50, text },
          { x: 104, y: 54, text },
          { x: 96, y: 46, text },
        ],
        400,
      ),
    ).toEqual([null, 'right', null]);
  });
});
