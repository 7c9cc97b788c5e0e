import { describe, expect, it } from 'vitest';
import { anItem, aSystem } from '@/test/indexsystem';
import type { IndexItem } from '@/lib/indexsystem/model';
import { complete, emptyAnswer, lines, photosMissing, said, type ItemAnswer } from './answers';

const item = (kind: IndexItem['kind'], change: Partial<IndexItem> = {}) =>
  anItem('1', 'x', null, { kind, ...change }).item!;
const answer = (change: Partial<ItemAnswer>) => ({ ...emptyAnswer('1'), ...change });

describe('an answer', () => {
  it('is missing until something is said, and nothing to deduct is something said', () => {
    expect(said(item('DEDUCTIONS'), undefined)).toBe(false);
    expect(said(item('DEDUCTIONS'), emptyAnswer('1'))).toBe(false);
    expect(said(item('DEDUCTIONS'), answer({ marks: [] }))).toBe(true);
    expect(said(item('POINTS'), answer({ number: 0 }))).toBe(true);
    expect(said(item('TEXT'), answer({ text: '  ' }))).toBe(false);
    expect(said(item('YES_NO'), answer({ notApplicable: true }))).toBe(true);
  });

  it('is complete with its photos, or when the system answers', () => {
    const proved = item('YES_NO', { photos: 2 });
    expect(photosMissing(proved, answer({ choice: 'YES', evidence: ['a'] }))).toBe(1);
    expect(complete(proved, answer({ choice: 'YES', evidence: ['a'] }))).toBe(false);
    expect(complete(proved, answer({ choice: 'YES', evidence: ['a', 'b'] }))).toBe(true);
    expect(complete(proved, answer({ notApplicable: true }))).toBe(true);
    expect(complete(item('FACT'), undefined)).toBe(true);
  });

  it('stands under the matter its item belongs to', () => {
    expect(lines(aSystem().document.nodes).map(({ node, matter }) => `${matter.code}>${node.code}`)).toEqual([
      '1>1.1',
      '1>1.2',
      '2>2.1',
    ]);
  });
});
