import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { teachCounting } from './counted';

describe('numbers with their nouns', () => {
  const texts = createInstance();
  void texts.init({
    lng: 'en',
    resources: {
      en: {
        translation: {
          zone: '{{n, counted(one: school; other: schools)}}, {{m, counted(one: thing breaks; other: things break)}} a rule',
        },
      },
    },
    interpolation: { escapeValue: false },
  });
  teachCounting(texts);

  it('takes one for 1 alone, each number by itself', () => {
    expect(texts.t('zone', { n: 1, m: 2 })).toBe('1 school, 2 things break a rule');
    expect(texts.t('zone', { n: 0, m: 1 })).toBe('0 schools, 1 thing breaks a rule');
  });

  it('reads numbers already written out', () => {
    expect(texts.t('zone', { n: '1,204', m: '1' })).toBe('1,204 schools, 1 thing breaks a rule');
  });
});
