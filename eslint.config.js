import { defineConfig } from 'eslint/config';
import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Imports run article → viz → models, never back. */
const TENSORFLOW = { group: ['@tensorflow/*'], message: 'tfjs stays inside src/models/engine.' };
const FOR_MODELS = {
  group: ['svelte', 'svelte/*', 'd3', 'd3-*', '**/viz/**', '**/article/**'],
  message: 'src/models computes: no Svelte, no D3, nothing of src/viz or src/article.',
};
/** What of src/models src/viz computes with: measures of a model, and the few functions that it draws as curves. */
const VALUES_FOR_VIZ = [
  'metrics.ts',
  'geometry/align.ts',
  'geometry/components.ts',
  'geometry/dimensionality.ts',
  'geometry/hull-edges.ts',
  'geometry/order.ts',
  'geometry/principal-plane.ts',
  'phase/axis.ts',
  'phase/grid.ts',
  'recording/axis.ts',
  'theory/cut-losses.ts',
  'theory/phase.ts',
];
const FOR_VIZ = [
  { group: ['**/article/**'], message: 'src/viz draws; it does not know the article.' },
  {
    group: [
      '**/models/**',
      // A folder has to be let in before a file of it can be.
      ...new Set(VALUES_FOR_VIZ.flatMap((file) => [file.split('/')[0], file]).map((name) => `!**/models/${name}`)),
    ],
    allowTypeImports: true,
    message:
      'Of src/models, src/viz takes types and the modules that VALUES_FOR_VIZ names: what is computed is computed there.',
  },
];
const imports = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

export default defineConfig(
  { ignores: ['dist/', 'coverage/', '.cache/', '**/*.generated.*', '**/*.as.ts', 'src/models/engine/wasm/assembly/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  ts.configs.strict,
  ts.configs.stylistic,
  svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions'] }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // TypeScript names what does not exist, types included.
      'no-undef': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    rules: {
      // `let { value = $bindable(), other } = $props()` is one declaration.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all' }],
      // {' '} keeps a space that the compiler would trim.
      'svelte/no-useless-mustaches': 'off',
      // Not every Set is state: bookkeeping that nothing draws stays a plain one.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  { files: ['src/models/**'], rules: imports(TENSORFLOW, FOR_MODELS) },
  { files: ['src/models/engine/**'], rules: imports(FOR_MODELS) },
  { files: ['src/viz/**'], rules: imports(TENSORFLOW, ...FOR_VIZ) },
  { files: ['src/article/**'], rules: imports(TENSORFLOW) },
  {
    // Rendered while building, from this repository's own text and KaTeX.
    files: ['src/article/{page,pages}/**/*.svelte'],
    rules: { 'svelte/no-at-html-tags': 'off' },
  },
  { files: ['scripts/**', 'tests/support/**'], rules: { 'no-console': 'off' } },
);
