// npm start: Resurface on a local Forge host, in a browser, without an account.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from '../tools/build-all';
import { openLocalSite } from './local-site';
import { realYearSeed } from './seed/real-year';
import { folderSeed } from './seed/folder';
import { smallSeed } from './seed/small';
import { demoSeed } from './seed/demo/demo-seed';
import type { Seed } from './seed/seed';
import { existsSync, rmSync } from 'node:fs';

const HELP = `npm start                                    a demo tenant with made-up data
npm start -- --data FOLDER --as-of DATE      a real year by time travel, or a folder of exported files
npm start -- --port 8787                     the shell's port (the app's pages take the next one)
npm start -- --fresh                         forget what the local site kept`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, 'as-of': { type: 'string' }, port: { type: 'string', default: '8787' }, fresh: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) return void console.log(HELP);
  const began = performance.now();
  const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  console.log('Building what changed …');
  await buildAll();
  console.log(`Built (${seconds()}). Opening the local site …`);
  const seeds = seedsOf(values.data, values['as-of']);
  const stateFolder = join(process.cwd(), '.resurface', seeds[0]?.tenant ?? 'site');
  if (values.fresh) rmSync(stateFolder, { recursive: true, force: true });
  const port = Number(values.port);
  const site = await openLocalSite({
    appFolder: process.cwd(),
    stateFolder,
    shellFolder: join(process.cwd(), 'host/shell/dist'),
    ports: { shell: port, app: port + 1, webTrigger: port + 2 },
    seeds,
    onProgress: ({ what, rows }) => console.log(`  ${what}: ${rows.toLocaleString('en')} rows handed over (${seconds()})`),
  });
  console.log(`\n  ${site.host.addresses.shell}   ← open this (${seconds()})`);
  for (const seed of seeds) console.log(`    ${seed.siteName}${seed.synthetic ? ' (synthetic data)' : ''}: projects ${seed.projects.map((project) => project.key).join(', ')}`);
  console.log('\nCtrl+C stops it; it goes on where it was at the next start.');
  await site.host.idle();
  console.log(`Everything is read (${seconds()}).`);
  process.on('SIGINT', () => void site.close().then(() => process.exit(0)));
}

/** The tenant asked for, and always a second one: what leaks from one to the other must be able to show. */
function seedsOf(data: string | undefined, asOf: string | undefined): readonly Seed[] {
  if (data === undefined) return [demoSeed(), smallSeed()];
  if (!existsSync(data)) throw new Error(`no folder ${data}`);
  const isYear = existsSync(join(data, 'feedback_12m_en.jsonl.gz')) || existsSync(join(data, 'feedback_12m_en.jsonl'));
  if (isYear) return [realYearSeed({ folder: data, asOf: asOf ?? '2025-07-01' }), smallSeed()];
  return [folderSeed({ folder: data, startsAt: asOf ?? new Date().toISOString() }), smallSeed()];
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
