import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import type { Finding } from './finding';

/**
 * Runs Atlassian's validator, its offline linters (all but the one that fetches) and its real bundler, each in a process of its own:
 * they change the working directory, write to standard output and exit as they like.
 */
export async function atlassianChecks(root: string, tools: string): Promise<Finding[]> {
  return ['validate', 'lint', 'bundle'].flatMap((step) => run(step, root, tools));
}

function run(step: string, root: string, tools: string): Finding[] {
  const runtime = mkdtempSync(join(tmpdir(), 'forge-runtime-'));
  mkdirSync(join(runtime, 'dist'), { recursive: true });
  // The real wrapper is downloaded by Atlassian's CLI; an empty one is enough to prove that our code bundles.
  for (const file of ['wrapper.js', 'loader.js']) writeFileSync(join(runtime, 'dist', file), 'module.exports = {};\n');
  const done = spawnSync(process.execPath, [join(tools, 'atlassian-step.cjs'), step], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FORGE_RUNTIME_PATH: runtime, CI: 'true' },
    maxBuffer: 64 * 1024 * 1024,
  });
  const line = done.stdout.trimEnd().split('\n').at(-1) ?? '';
  if (done.status !== 0 || !line.startsWith('[')) {
    return [{ check: step, level: 'error', text: `did not run to its end: ${(done.stderr || done.stdout).slice(-1500)}` }];
  }
  const found: unknown = JSON.parse(line);
  return Array.isArray(found) ? found.map((one: { level: string; text: string }) => ({ check: step, level: one.level === 'error' ? 'error' : 'note', text: one.text })) : [];
}

