import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const here = __dirname;
const root = resolve(here, '../..');
export const DIST = join(here, 'dist');
const MARK = 'built-from.txt';

/**
 * Builds the screens into `static/app/dist`, or leaves them alone when no input changed.
 * The new folder replaces the old one in one step, so that a reader never sees half a build.
 */
export async function buildUi(): Promise<{ readonly built: boolean; readonly dist: string }> {
  const inputs = fingerprint();
  const mark = join(DIST, MARK);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === inputs) return { built: false, dist: DIST };
  const { build } = await import('vite');
  const { viteConfig } = await import('./vite.config');
  const fresh = join(root, '.resurface', `ui-${process.pid}`);
  mkdirSync(fresh, { recursive: true });
  await build(viteConfig(fresh));
  writeFileSync(join(fresh, MARK), inputs);
  replaceFolder(fresh);
  return { built: true, dist: DIST };
}

function replaceFolder(fresh: string): void {
  const old = `${fresh}-old`;
  if (existsSync(DIST)) renameSync(DIST, old);
  renameSync(fresh, DIST);
  rmSync(old, { recursive: true, force: true });
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const files = [...filesUnder(join(here, 'src')), ...filesUnder(join(here, 'public')), ...filesUnder(join(root, 'src/contract')), ...filesUnder(join(root, 'src/domain'))];
  const own = readdirSync(here).filter((name) => /\.(html|ts|json)$/.test(name)).map((name) => join(here, name));
  for (const file of [...files, ...own, join(root, 'package-lock.json')].sort()) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function main(): Promise<void> {
  const { built, dist } = await buildUi();
  process.stdout.write(`${built ? 'built' : 'unchanged'} ${relative(root, dist)}
`);
}

if (require.main === module) void main();
