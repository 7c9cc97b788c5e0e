import { describe, expect, it } from 'vitest';
import type { Texts } from '@/lib/i18n/locale';
import { chinese } from '../phone/locale';
import { english } from '../phone/locale/english';
import i18next, { resources as desk } from './i18n';

const resources = {
  'zh-CN': { ...chinese, ...desk['zh-CN'] },
  en: { ...english, ...desk.en },
};

function keys(texts: Texts, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keys(value, `${prefix}${key}.`),
  );
}

const get = (texts: Texts, path: string): string =>
  path.split('.').reduce<Texts | string>((at, key) => (at as Texts)[key] ?? '', texts) as string;

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1] ?? '').sort();

const namespaces = Object.keys(resources['zh-CN']);

describe('locale files', () => {
  it.each(namespaces)('%s says everything in both languages', (namespace) => {
    const zh = keys(resources['zh-CN'][namespace] ?? {}).sort();
    const en = keys(resources.en[namespace] ?? {}).sort();
    expect(en).toEqual(zh);
  });

  it.each(namespaces)('%s fills the same places in both languages', (namespace) => {
    const zh = resources['zh-CN'][namespace] ?? {};
    const en = resources.en[namespace] ?? {};
    for (const key of keys(zh)) {
      const inEnglish = placeholders(get(en, key));
      const inChinese = placeholders(get(zh, key));
      const known = new Set([...inChinese, 'from', 'to', 'short']);
      expect(
        inEnglish.filter((name) => !known.has(name)),
        `${namespace}:${key}`,
      ).toEqual([]);
    }
  });

  it.each(namespaces)('%s leaves nothing untranslated or blank', (namespace) => {
    const en = resources.en[namespace] ?? {};
    for (const key of keys(en)) {
      const text = get(en, key).replace(/教督〔\d+〕\d+号/g, '');
      expect(text.trim(), `${namespace}:${key}`).not.toBe('');
      expect(text, `${namespace}:${key}`).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('counts one as one and more as many in English', () => {
    const t = i18next.getFixedT('en');
    expect(t('plans:adopted', { n: '1' })).toBe('Adopted: 1 visit planned');
    expect(t('plans:adopted', { n: '1,204' })).toBe('Adopted: 1,204 visits planned');
    expect(t('zone:zones.map.unplaced', { n: 1 })).toBe('1 school has no coordinates and is not drawn.');
  });

  it('gives each word that follows a count the forms it needs, of a count that is given', () => {
    for (const [namespace, texts] of Object.entries(resources.en)) {
      for (const key of keys(texts)) {
        const text = get(texts, key);
        for (const [, name = '', forms] of text.matchAll(/\{\{(\w+),([^}]*)\}\}/g)) {
          expect(forms, `${namespace}:${key}`).toMatch(/^ plural\(one: [a-z ]+; other: [a-z ]+\)$/);
          expect(placeholders(text), `${namespace}:${key}`).toContain(name);
        }
      }
    }
  });

  it('uses neither exclamation marks nor emoji', () => {
    for (const language of Object.values(resources)) {
      for (const texts of Object.values(language)) {
        for (const key of keys(texts)) expect(get(texts, key)).not.toMatch(/[!！]|\p{Emoji_Presentation}/u);
      }
    }
  });
});
