import { expect, it } from 'vitest';
import { boxOf } from './box';

it('goes around all strokes with an edge, and is nothing around nothing', () => {
  expect(boxOf('M10 20 L60 45 M110 15')).toBe('6 11 108 38');
  expect(boxOf('')).toBeUndefined();
});
