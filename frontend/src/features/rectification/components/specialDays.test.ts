import { describe, expect, it } from 'vitest';
import { readSpecialDays } from './specialDays';

describe('the arrangement of a year', () => {
  it('is read with every usual way to write a day', () => {
    const text = '2027-02-06 休 春节\n2027年2月14日，班，春节调休\n\n2027/10/1,off,国庆节';
    expect(readSpecialDays(text, 2027)).toEqual({
      days: [
        { day: '2027-02-06', working: false, name: '春节' },
        { day: '2027-02-14', working: true, name: '春节调休' },
        { day: '2027-10-01', working: false, name: '国庆节' },
      ],
      bad: [],
    });
  });

  it('names what it cannot read: no such day, another year, a day twice, a word that is neither', () => {
    const text =
      '2027-02-30 休 春节\n2026-02-17 休 春节\n2027-05-01 休 劳动节\n2027-05-01 班 劳动节\n2027-05-02 放 劳动节';
    expect(readSpecialDays(text, 2027).bad.map((b) => b.line)).toEqual([1, 2, 4, 5]);
    expect(readSpecialDays(text, 2027).days).toHaveLength(1);
  });
});
