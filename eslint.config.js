import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import compat from 'eslint-plugin-compat';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Libraries that calculate only: no clock, no randomness, no input or output. */
const PURE_LIBS = [
  'calendar',
  'plan',
  'accountability',
  'reporting',
  'products',
  'publication',
  'scoring',
  'truth',
  'contract',
  'english',
  'charts',
];

const noAmbientTime = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'A pure lib is told the time.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'A pure lib is told the time.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'A pure lib draws no random numbers.',
  },
  {
    selector: "CallExpression[callee.property.name='randomUUID']",
    message: 'A pure lib makes no random ids.',
  },
  {
    selector: "MemberExpression[object.property.name='Now'][object.object.name='Temporal']",
    message: 'A pure lib is told the time.',
  },
];

/** What needs types is looked at by oxlint, in .oxlintrc.json: docs/adr/0061-what-needs-types-is-linted-by-a-compiled-program.md. */
export default tseslint.config(
  { ignores: ['dist', 'out', 'node_modules', '.luoshi', 'coverage', '**/*.generated.*'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['warn', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: PURE_LIBS.map((lib) => `libs/${lib}/**/*.ts`),
    ignores: ['**/*.spec.ts', '**/*.it.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noAmbientTime] },
  },
  {
    files: ['**/*.spec.ts', '**/*.it.ts', '**/*.e2e.ts', 'libs/testing/**/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    languageOptions: { globals: globals.browser },
    ...reactHooks.configs.flat.recommended,
  },
  {
    // What the page asks of a browser, every browser of package.json's browserslist has.
    files: ['apps/web/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.ts', '**/*.e2e.ts', 'apps/web/testing/**', 'apps/web/vite.config.ts'],
    plugins: { compat },
    settings: { lintAllEsApis: true },
    rules: { 'compat/compat': 'error' },
  },
  { files: ['**/*.js', '**/*.cjs', '**/*.mjs'], languageOptions: { globals: globals.node } },
  prettier,
);
