import tseslint from 'typescript-eslint';

/** The arrow rules: stages depend on ports, adapters depend on stages; nothing points the other way. */
const forbid = (files, group, message) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] } });
const outside = ['@forge/*', 'openai', 'node:*', '**/platform/**', '**/surfaces/**', '**/connectors/**', '**/contract/**', '**/app'];
const stage = (name, others) =>
  forbid([`src/${name}/**/*.ts`], [...outside, ...others.map((other) => `**/${other}/**`)], `${name} depends on domain and ports; other stages meet it in app.ts.`);

export default tseslint.config(
  { ignores: ['**/node_modules/**', '**/dist/**', 'out/**', '.resurface/**'] },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-var': 'error',
    },
  },
  { files: ['src/**/*.ts'], rules: { 'no-console': 'error' } },
  forbid(['src/domain/**/*.ts'], [...outside, '**/ports/**', '**/ingest/**', '**/understand/**', '**/decide/**', '**/measure/**', '**/agent/**', '**/talk/**'], 'The domain knows only itself.'),
  forbid(['src/ports/**/*.ts'], [...outside, '**/ingest/**', '**/understand/**', '**/decide/**', '**/measure/**', '**/agent/**', '**/talk/**'], 'Ports speak the domain.'),
  stage('ingest', ['understand', 'decide', 'measure', 'agent', 'talk']),
  stage('understand', ['ingest', 'decide', 'measure', 'agent', 'talk']),
  stage('decide', ['ingest', 'understand', 'measure', 'agent', 'talk']),
  stage('measure', ['ingest', 'understand', 'decide', 'agent', 'talk']),
  stage('agent', ['ingest', 'understand', 'decide', 'measure', 'talk']),
  stage('talk', ['ingest', 'understand', 'decide', 'measure', 'agent']),
  forbid(['src/connectors/**/*.ts'], [...outside.filter((one) => one !== '**/connectors/**'), '**/ingest/**', '**/understand/**', '**/decide/**', '**/measure/**', '**/agent/**', '**/talk/**'], 'A connector knows domain, ports and connectors/_shared; the world outside is handed to it.'),
  forbid(['src/platform/**/*.ts'], ['**/surfaces/**', '**/connectors/**', '**/contract/**', '**/ingest/**', '**/understand/**', '**/decide/**', '**/measure/**', '**/agent/**', '**/talk/**', '**/app'], 'Adapters implement ports.'),
  forbid(['src/contract/**/*.ts'], ['@forge/*', 'node:*', '**/ports/**', '**/platform/**', '**/surfaces/**', '**/ingest/**', '**/understand/**', '**/decide/**', '**/measure/**', '**/src/agent/**', '**/src/talk/**', '**/app'], 'The contract is domain types and zod.'),
  forbid(['static/**/*.{ts,tsx}'], ['**/src/domain/**', '**/src/ports/**', '**/src/platform/**', '**/src/surfaces/**', '**/src/ingest/**', '**/src/understand/**', '**/src/decide/**', '**/src/measure/**', '**/src/agent/**', '**/src/talk/**'], 'A screen knows the contract only.'),
);
