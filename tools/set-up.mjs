// Makes a fresh clone ready: packages from the lockfile, and the right Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** @returns {{ node: string, tsx: string }} the Node to run with, and the loader for TypeScript */
export function setUp({ quiet = false } = {}) {
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  const mark = join(root, 'node_modules', '.resurface-installed');
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
    if (!quiet) console.log('Installing packages from the lockfile (about a minute, once) …');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit', shell: process.platform === 'win32' });
    if (done.status !== 0) {
      console.error('npm ci failed; nothing was started.');
      process.exit(done.status ?? 1);
    }
    mkdirSync(dirname(mark), { recursive: true });
    writeFileSync(mark, lock);
  }
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const node = existsSync(own) ? own : process.execPath;
  process.env.PATH = `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`;
  return { node, tsx: pathToFileURL(join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href };
}
