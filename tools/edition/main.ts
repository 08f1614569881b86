// npm run edition: makes the edition from which nothing leaves Atlassian in out/atlassian-edition, and checks it like the other.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from '../build-all';
import { atlassianSource } from './atlassian-source';
import { atlassianManifest, leavesAtlassian } from './atlassian-manifest';

const root = process.cwd();
const folder = join(root, 'out', 'atlassian-edition');
/** The same source; only the manifest is another, and the word which edition it is. */
const SHARED = ['src', 'package.json', 'package-lock.json', 'tsconfig.json', 'static'];

function make(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of SHARED) cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const name of ['node_modules', 'tools', 'host']) if (existsSync(join(root, name))) symlinkSync(join(root, name), join(folder, name), 'dir');
  writeFileSync(join(folder, 'src', 'edition.ts'), atlassianSource(readFileSync(join(root, 'src', 'edition.ts'), 'utf8')));
  writeFileSync(join(folder, 'manifest.yml'), atlassianManifest(readFileSync(join(root, 'manifest.yml'), 'utf8')));
}

function check(): boolean {
  const leaks = leavesAtlassian(readFileSync(join(folder, 'manifest.yml'), 'utf8'));
  for (const leak of leaks) console.log(`ERROR  edition: ${leak}`);
  const done = spawnSync(process.execPath, [...process.execArgv, join(root, 'tools', 'forge-check', 'main.ts')], { cwd: folder, stdio: 'inherit' });
  return leaks.length === 0 && done.status === 0;
}

async function main(): Promise<void> {
  await buildAll();
  make();
  const isGood = check();
  console.log(`The edition that stays on Atlassian is in ${folder}: ${isGood ? 'deploy it from there with forge deploy' : 'it is not fit to be deployed'}.`);
  process.exitCode = isGood ? 0 : 1;
}

void main();
