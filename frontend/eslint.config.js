import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { readdirSync } from 'node:fs';
import { URL } from 'node:url';
import tseslint from 'typescript-eslint';

/** One way only: app → features → components and lib; a feature never imports another. Found by scanning, not listed. */
const features = readdirSync(new URL('./src/features', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const noImport = (...patterns) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: patterns.map(([regex, message]) => ({ regex, message })),
    },
  ],
});

const app = ['^@/app(/|$)', 'only app may import app'];
const anyFeature = ['^@/(features|public)(/|$)', 'components and lib know no feature'];
const upTwo = ['^\\.\\./\\.\\./\\.\\.', 'import by @/ instead of climbing out of the folder'];

export default tseslint.config(
  {
    ignores: ['dist', 'target', 'node_modules', 'src/lib/api/generated', 'test-results', 'playwright-report'],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.tsx'],
    ...jsxA11y.flatConfigs.recommended,
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/**/locale/**', 'src/**/*.test.{ts,tsx}', 'src/test/**', 'src/lib/theme/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...['Literal[value=', 'JSXText[value=', 'TemplateElement[value.raw='].map((start) => ({
          selector: `${start}/[\\u4e00-\\u9fff]/]`,
          message: 'Chinese stands in locale files',
        })),
        { selector: 'JSXText[value=/[A-Za-z]/]', message: 'what a person reads goes through i18n' },
        {
          selector:
            'JSXAttribute[name.name=/^(aria-label|title|placeholder|alt|label|description|okText|cancelText)$/] > Literal[value=/./]',
          message: 'what a person reads goes through i18n',
        },
        {
          selector: 'CallExpression[callee.name="dayjs"][arguments.length=0]',
          message: "the day is the server's: useToday()",
        },
        {
          selector:
            'MemberExpression[property.name=/^get/] > NewExpression.object[callee.name="Date"][arguments.length=0]',
          message: "the day is the server's: useToday()",
        },
      ],
    },
  },
  {
    files: ['src/lib/**'],
    rules: noImport(app, anyFeature, ['^@/components(/|$)', 'lib knows no component']),
  },
  { files: ['src/components/**'], rules: noImport(app, anyFeature) },
  ...features.map((name) => ({
    files: [`src/features/${name}/**`],
    rules: noImport(app, [`^@/features/(?!${name}(/|$))`, 'features never import each other'], upTwo),
  })),
  {
    files: ['src/public/**'],
    rules: noImport(
      ['^@/(?!lib/(api/types|theme)(/|$))', 'public pages load nothing of the desk'],
      ['^(antd|@ant-design|echarts|react-router|i18next|react-i18next|@tanstack)', 'public pages stay light'],
      upTwo,
    ),
  },
  {
    files: ['src/phone/**'],
    rules: noImport(
      app,
      ['^@/features(/|$)', 'the phone loads nothing of the desk'],
      ['^(antd|@ant-design|echarts|@tanstack)', 'the phone loads nothing of the desk'],
      upTwo,
    ),
  },
  {
    files: ['src/app/**'],
    rules: noImport(['^@/features/[^/]+/(?!index$|locale)', 'app takes a feature by its index']),
  },
  { files: ['**/*.test.{ts,tsx}', 'src/test/**'], rules: { 'no-restricted-imports': 'off' } },
);
