import { describe, expect, it } from 'vitest';
import { barDomain, roundUp, stripDomain, swarm } from './scale';

describe('scales', () => {
  it('ends an axis on a round number', () => {
    expect(roundUp(13.2)).toBe(15);
    expect(roundUp(0.42)).toBe(0.5);
    expect(roundUp(0)).toBe(1);
  });

  it('always leaves room for the limit beside the bars', () => {
    expect(barDomain([0.1, null], 0.5)).toBeGreaterThan(0.5);
    expect(barDomain([1.2], 0.5)).toBeGreaterThan(1.2);
  });

  it('does not let one giant press all other schools against the wall', () => {
    const values = [...Array.from({ length: 50 }, (_, i) => 5 + i / 50), 500];
    expect(stripDomain(values, 4)).toBeLessThan(30);
    expect(stripDomain([1, 2, 3], 4)).toBeGreaterThanOrEqual(3);
  });

  it('keeps dots apart while there is room', () => {
    const spots = swarm([10, 10, 10, 11], 3, 40);
    for (const [i, a] of spots.entries()) {
      for (const b of spots.slice(i + 1)) {
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(4);
      }
    }
  });
});
