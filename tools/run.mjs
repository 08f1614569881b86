// Runs a TypeScript entry with the project's own Node (22), installing from the lockfile first when that was not done yet.
// Plain JavaScript on purpose: it must start on the machine's Node before anything is installed.
import { spawnSync } from 'node:child_process';
import { setUp } from './set-up.mjs';

const args = process.argv.slice(2);
const quiet = args[0] === '--quiet';
const [entry, ...rest] = quiet ? args.slice(1) : args;
const { node, tsx } = setUp({ quiet });
const done = spawnSync(node, ['--import', tsx, '--disable-warning=ExperimentalWarning', entry, ...rest], { stdio: 'inherit' });
process.exit(done.status ?? 1);
