import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

let eslint: ESLint;
beforeAll(() => {
  eslint = new ESLint({ cwd: process.cwd() });
});

async function rules(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

/** Each rule is held against a planted violation: a guard that guards nothing is worse than none. */
describe('lint', () => {
  it('refuses a feature that imports another', async () => {
    const planted = "import { locale } from '@/features/registry';\nexport const x = locale;\n";
    expect(await rules('src/features/balance/planted.ts', planted)).toContain('no-restricted-imports');
    expect(await rules('src/features/registry/planted.ts', planted)).not.toContain('no-restricted-imports');
  });

  it('refuses a component or library that knows a feature or the app', async () => {
    const feature = "import { locale } from '@/features/registry';\nexport const x = locale;\n";
    const app = "import { routes } from '@/app/routes';\nexport const x = routes;\n";
    expect(await rules('src/components/planted.ts', feature)).toContain('no-restricted-imports');
    expect(await rules('src/lib/planted.ts', feature)).toContain('no-restricted-imports');
    expect(await rules('src/features/balance/planted.ts', app)).toContain('no-restricted-imports');
    const component = "import { Mark } from '@/components/states/Mark';\nexport const x = Mark;\n";
    expect(await rules('src/lib/planted.ts', component)).toContain('no-restricted-imports');
  });

  it('refuses a public page that loads the desk', async () => {
    for (const from of [
      'antd',
      'react-router',
      '@/features/zone',
      '@/components/states/Mark',
      '@/lib/api/client',
    ]) {
      const planted = `import { x } from '${from}';\nexport const y = x;\n`;
      expect(await rules('src/public/planted.ts', planted)).toContain('no-restricted-imports');
    }
    const light = "import { tokens } from '@/lib/theme/tokens';\nexport const y = tokens;\n";
    expect(await rules('src/public/planted.ts', light)).not.toContain('no-restricted-imports');
  });

  it('refuses a phone that loads the desk', async () => {
    for (const from of ['antd', '@tanstack/react-query', '@/features/zone', '@/app/routes']) {
      const planted = `import { x } from '${from}';\nexport const y = x;\n`;
      expect(await rules('src/phone/planted.ts', planted)).toContain('no-restricted-imports');
    }
  });

  it('refuses an app that reaches past the index of a feature', async () => {
    const planted = "import { X } from '@/features/registry/pages/SchoolPage';\nexport const x = X;\n";
    expect(await rules('src/app/planted.ts', planted)).toContain('no-restricted-imports');
  });

  it('refuses text that does not go through translation', async () => {
    expect(await rules('src/components/Planted.tsx', 'export const X = () => <p>Save</p>;\n')).toContain(
      'no-restricted-syntax',
    );
    expect(
      await rules('src/components/Planted.tsx', 'export const X = () => <img alt="a map" />;\n'),
    ).toContain('no-restricted-syntax');
    expect(await rules('src/lib/planted.ts', "export const x = '保存';\n")).toContain('no-restricted-syntax');
  });

  it('refuses to ask the browser what day it is', async () => {
    const dayOf = "import dayjs from 'dayjs';\nexport const x = dayjs();\n";
    const yearOf = 'export const x = new Date().getFullYear();\n';
    const told = "import dayjs from 'dayjs';\nexport const x = (today: string) => dayjs(today);\n";
    expect(await rules('src/features/registry/planted.ts', dayOf)).toContain('no-restricted-syntax');
    expect(await rules('src/features/registry/planted.ts', yearOf)).toContain('no-restricted-syntax');
    expect(await rules('src/features/registry/planted.ts', told)).not.toContain('no-restricted-syntax');
  });

  it('refuses what a keyboard or screen reader cannot use', async () => {
    const planted = 'export const X = ({ go }: { go: () => void }) => <div onClick={go} />;\n';
    expect(await rules('src/components/Planted.tsx', planted)).toContain(
      'jsx-a11y/click-events-have-key-events',
    );
  });
});
