// npm test: everything that has to hold, in order, on a fresh machine. Ends with `N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setUp, root } from './set-up.mjs';
import { systemNeeds } from './system-needs.mjs';

const { node, tsx } = setUp();
const missing = systemNeeds();
const bin = (name) => join(root, 'node_modules', '.bin', name);
const script = (path) => [node, '--import', tsx, '--disable-warning=ExperimentalWarning', path];
const steps = [
  ['types', [bin('tsc'), '-p', 'tsconfig.json', '--noEmit']],
  ['types of the screens', [bin('tsc'), '-p', 'static/app/tsconfig.json', '--noEmit']],
  ['lint', [bin('eslint'), '.', '--max-warnings', '0']],
  ['build', script('tools/build.ts')],
  ['forge:check', script('tools/forge-check/main.ts')],
];

let passed = 0;
let failed = 0;
let skipped = 0;
for (const [name, [command, ...args]] of steps) {
  const from = Date.now();
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  const ok = done.status === 0;
  if (ok) passed += 1;
  else failed += 1;
  console.log(`${ok ? 'ok  ' : 'FAIL'}  ${name} (${((Date.now() - from) / 1000).toFixed(0)} s)`);
}

// Type errors would only repeat themselves as failing suites; everything else still runs so that one run shows all.
const report = join(mkdtempSync(join(tmpdir(), 'resurface-test-')), 'jest.json');
const jest = spawnSync(node, ['--disable-warning=ExperimentalWarning', join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--json', `--outputFile=${report}`, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
try {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  skipped += result.numPendingTests + result.numTodoTests;
} catch (error) {
  failed += 1;
  console.error(`jest left no report (exit ${jest.status}): ${error.message}`);
}
for (const need of missing) {
  skipped += 1;
  console.log(`skipped: ${need}`);
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);
