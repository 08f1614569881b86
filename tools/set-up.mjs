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
    // `npm ci` refuses a lockfile in which a registry could not resolve the optional builds for other machines; `npm install` takes the
    // locked versions all the same, and `--no-save` keeps it from writing the lockfile.
    const flags = ['--no-audit', '--no-fund', '--loglevel=error'];
    const run = (args, stdio) => spawnSync(npm, [...args, ...flags], { cwd: root, stdio, shell: process.platform === 'win32' });
    const strict = run(['ci'], 'ignore');
    const done = strict.status === 0 ? strict : run(['install', '--no-save'], quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit');
    if (done.status !== 0) {
      console.error('npm could not install the packages; nothing was started.');
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
