import { describe, expect, it } from 'vitest';
import { againstLimit, fittingDecimals, MISSING, number, signed } from './numbers';

describe('numbers', () => {
  it('shows a missing value as a dash, never as zero', () => {
    expect(number(null)).toBe(MISSING);
    expect(number(undefined, 2)).toBe(MISSING);
    expect(number(0, 2)).toBe('0.00');
  });

  it('never rounds a value across its limit', () => {
    expect(againstLimit(0.501787, 0.5, 2)).toBe('0.502');
    expect(againstLimit(0.50004, 0.5)).toBe('0.50004');
    expect(againstLimit(0.4999, 0.5)).toBe('0.4999');
    expect(againstLimit(0.5, 0.5)).toBe('0.500');
    expect(againstLimit(0.31, 0.5)).toBe('0.310');
  });

  it('writes a minus that lines up with a plus', () => {
    expect(signed(-1.5, 1)).toBe('−1.5');
    expect(signed(2)).toBe('+2');
    expect(signed(0)).toBe('0');
  });

  it('gives a column the same decimals throughout', () => {
    expect(fittingDecimals([1, 20, null])).toBe(0);
    expect(fittingDecimals([1.25, 3])).toBe(2);
    expect(fittingDecimals([1200.5])).toBe(0);
    expect(fittingDecimals([0.049])).toBe(4);
  });
});
