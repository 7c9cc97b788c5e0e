import { describe, expect, it } from 'vitest';
import type { Texts } from '@/lib/i18n/locale';
import { chinese } from '../phone/locale';
import { english } from '../phone/locale/english';
import { resources as desk } from './i18n';

const resources = {
  'zh-CN': { ...chinese, ...desk['zh-CN'] },
  en: { ...english, ...desk.en },
};

const sources = import.meta.glob<string>('../**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function known(namespace: string, key: string): boolean {
  const found = key
    .split('.')
    .reduce<Texts | string | undefined>(
      (at, part) => (typeof at === 'object' ? at[part] : undefined),
      resources['zh-CN'][namespace],
    );
  return typeof found === 'string';
}

/** Texts asked for by a fixed key; keys made up at run time are seen by the tests of their pages. */
describe('texts asked for', () => {
  const files = Object.entries(sources).filter(
    // texts of the public pages are a type: the compiler finds what is missing
    ([path]) => !path.includes('.test.') && !path.includes('/test/') && !path.startsWith('../public/'),
  );

  it('exist', () => {
    const missing: string[] = [];
    for (const [path, source] of files) {
      const namespace = /useTranslation\('(\w+)'\)/.exec(source)?.[1] ?? 'common';
      const fixed = [...source.matchAll(/\bt\(\s*'([\w.:]+)'/g)];
      const either = [...source.matchAll(/\bt\(\s*[^()'`?]*\?\s*'([\w.:]+)'\s*:\s*'([\w.:]+)'/g)];
      for (const key of [...fixed, ...either].flatMap((match) => match.slice(1))) {
        const [space, rest] = key.includes(':') ? (key.split(':') as [string, string]) : [namespace, key];
        if (!known(space, rest)) missing.push(`${path} ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });
});
