import { afterEach, describe, expect, it, vi } from 'vitest';
import { date, moment, month } from './dates';

describe('days and moments', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each(['UTC', 'America/New_York', 'Asia/Shanghai'])('read the same in %s', (zone) => {
    vi.stubEnv('TZ', zone);
    expect(date('2026-11-22')).toBe('2026年11月22日');
    expect(date('2026-11-22T18:49:00Z')).toBe('2026年11月23日');
    expect(month('2026-11')).toBe('2026年11月');
    expect(moment('2026-11-22T18:49:00Z')).toBe('2026年11月23日 02:49');
  });

  it('say so where there is none', () => {
    expect(date(null)).toBe('—');
    expect(moment('never')).toBe('—');
  });
});
