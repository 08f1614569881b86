import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './open-test-site';
import { readRows } from './read-rows';

type Rows = ReturnType<typeof readRows>;

/** One life of a host process: `idle` when it read to the end, `killed` when it was killed first (SIGKILL, its workers too). */
function live(folder: string, what: string, killAfterMs: number | undefined): Promise<'idle' | 'killed'> {
  return new Promise((resolve, reject) => {
    const loader = pathToFileURL(join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
    const child = spawn(process.execPath, ['--import', loader, '--disable-warning=ExperimentalWarning', join(ROOT, 'test/flow/kill-child.ts'), folder, what], { cwd: ROOT, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), killAfterMs);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (said.includes('idle')) resolve('idle');
      else if (signal === 'SIGKILL') resolve('killed');
      else reject(new Error(`the host ended with ${code ?? signal}: ${said.slice(-2000)}`));
    });
  });
}

export interface KillResult {
  readonly undisturbed: Rows;
  readonly killed: Rows;
  readonly kills: number;
}

/** Reads once undisturbed; then again in a folder of its own, killed at random moments until it has died `kills` times, and left to finish. */
export async function killWhileReading(what: string, kills: number, random: () => number): Promise<KillResult> {
  const [calm, hard] = [mkdtempSync(join(tmpdir(), 'resurface-calm-')), mkdtempSync(join(tmpdir(), 'resurface-hard-'))];
  const from = performance.now();
  await live(calm, what, undefined);
  const took = performance.now() - from;
  let died = 0;
  // A life that gets to the end before its moment comes begins anew, so that every kill falls into the reading.
  while (died < kills) {
    if ((await live(hard, what, took * (0.15 + 0.75 * random()))) === 'killed') died += 1;
    else if (died < kills) rmSync(hard, { recursive: true, force: true });
  }
  await live(hard, what, undefined);
  const result = { undisturbed: readRows(calm, tenantOf(what)), killed: readRows(hard, tenantOf(what)), kills: died };
  for (const folder of [calm, hard]) rmSync(folder, { recursive: true, force: true });
  return result;
}

function tenantOf(what: string): string {
  return what.startsWith('{') ? 'real-year' : 'alder';
}
