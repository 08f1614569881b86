// Runs a TypeScript entry with the project's own Node (22), installing from the lockfile first when that was not done yet.
// `--bundled` makes one plain file of the entry and all it imports first, as Forge runs it: what works hard runs a fifth faster than
// through the loader for TypeScript. Plain JavaScript on purpose: it must start on the machine's Node before anything is installed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setUp } from './set-up.mjs';

const args = process.argv.slice(2);
const flags = new Set(args.slice(0, args.findIndex((arg) => !arg.startsWith('--'))));
const [entry, ...rest] = args.slice(flags.size);
const { node, tsx } = setUp({ quiet: flags.has('--quiet') });
process.exit(flags.has('--bundled') ? await runBundled() : run(['--import', tsx, '--disable-warning=ExperimentalWarning', entry]));

async function runBundled() {
  const { buildSync } = await import('esbuild');
  const folder = mkdtempSync(join(tmpdir(), 'resurface-'));
  try {
    const outfile = join(folder, 'entry.cjs');
    buildSync({ entryPoints: [entry], outfile, bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'error' });
    return run([outfile]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(command) {
  return spawnSync(node, [...command, ...rest], { stdio: 'inherit' }).status ?? 1;
}
