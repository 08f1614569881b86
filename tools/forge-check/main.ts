// npm run forge:check: Atlassian's manifest validator, offline linters and real bundler, then our own checks for what they miss.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { atlassianChecks } from './atlassian-checks';
import { ownChecks } from './own-checks';
import { readManifest } from './read-manifest';

const here = join(process.cwd(), 'tools', 'forge-check');

function install(): void {
  if (existsSync(join(here, 'node_modules', '@forge', 'lint'))) return;
  console.log("Installing Atlassian's validator, linters and bundler (about half a minute, once) …");
  // Install scripts stay off: one of the packages wants to compile a keychain library that none of these checks loads.
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here, stdio: 'inherit' });
  if (done.status !== 0) throw new Error('npm ci of tools/forge-check failed');
}

async function main(): Promise<void> {
  install();
  const manifest = readManifest(process.cwd());
  const findings = [...ownChecks(process.cwd(), manifest), ...(await atlassianChecks(process.cwd(), here))];
  for (const { check, level, text } of findings) console.log(`${level === 'error' ? 'ERROR' : 'note '}  ${check}: ${text}`);
  const errors = findings.filter((finding) => finding.level === 'error').length;
  console.log(JSON.stringify({ forgeCheck: errors === 0 ? 'passed' : 'failed', errors, notes: findings.length - errors }));
  process.exitCode = errors === 0 ? 0 : 1;
}

void main();
