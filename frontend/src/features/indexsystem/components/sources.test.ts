import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SOURCES_EN } from '../locale/sources.en';

const SYSTEMS = resolve(process.cwd(), '../backend/src/main/resources/indexsystem/systems');
const read = (name: string): unknown => JSON.parse(readFileSync(resolve(SYSTEMS, `${name}.json`), 'utf8'));

describe('sources of the shipped index systems', () => {
  it.each(read('index') as string[])(
    '%s says in English what it follows and what is not verified',
    (code) => {
      const { source } = read(code) as { source: { title: string; unverified?: string[] } };
      for (const text of [source.title, ...(source.unverified ?? [])])
        expect(SOURCES_EN).toHaveProperty([text]);
    },
  );
});
