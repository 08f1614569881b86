// npm start: Resurface on a local Forge host, in a browser, without an account.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from '../tools/build-all';
import { SCRIPTED_MODEL } from './model/scripted-replies';
import { openScriptedServer, scriptedForgeModels } from './model/scripted-models';
import { openLocalSite, type LocalSite, type LocalSiteOptions } from './local-site';
import { takeCredentials } from './remote-site/credentials';
import { openRemoteSite } from './remote-site/open-remote-site';
import { siteAddress } from './remote-site/site-address';
import { whatJiraAloneShows } from './remote-site/what-jira-alone-shows';
import { realYearSeed } from './seed/real-year';
import { folderSeed } from './seed/folder';
import { smallSeed } from './seed/small';
import { demoSeed } from './seed/demo/demo-seed';
import type { Seed } from './seed/seed';
import { existsSync, rmSync } from 'node:fs';

const HELP = `npm start                                    a demo tenant with made-up data
npm start -- --data FOLDER --as-of DATE      a real year by time travel, or a folder of exported files
npm start -- --jira https://SITE.atlassian.net   your own site, read only; RESURFACE_JIRA_EMAIL and RESURFACE_JIRA_TOKEN in the environment
npm start -- --jira … --projects A,B         of your site, these projects (all unless told, at most 20)
npm start -- --port 8787                     the shell's port (the app's pages take the next one)
npm start -- --fresh                         forget what the local site kept
npm start -- --scripted-model                a script written by hand answers where a model would: choose Atlassian’s models or OpenAI in the admin page`;

type Place = Omit<LocalSiteOptions, 'seeds' | 'stateFolder'>;
interface Opened {
  readonly site: LocalSite;
  readonly words: string;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, 'as-of': { type: 'string' }, jira: { type: 'string' }, projects: { type: 'string' }, port: { type: 'string', default: '8787' }, fresh: { type: 'boolean', default: false }, 'scripted-model': { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) return void console.log(HELP);
  if (values.projects !== undefined && values.jira === undefined) throw new Error('--projects chooses among the projects of --jira.');
  if (values.jira !== undefined && values.data !== undefined) throw new Error('--jira or --data, not both.');
  // Before anything is started that would inherit the environment.
  const own = values.jira === undefined ? undefined : { address: siteAddress(values.jira), credentials: takeCredentials(process.env), projects: keysIn(values.projects) };
  const began = performance.now();
  const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  console.log('Building what changed …');
  await buildAll();
  console.log(`Built (${seconds()}). Opening the local site …`);
  const scripted = values['scripted-model'] ? await openScriptedServer() : undefined;
  const port = Number(values.port);
  const place: Place = {
    appFolder: process.cwd(),
    shellFolder: join(process.cwd(), 'host/shell/dist'),
    ports: { shell: port, app: port + 1, webTrigger: port + 2 },
    ...(scripted === undefined ? {} : { models: scriptedForgeModels(), egressRoutes: { 'https://api.openai.com': scripted.url } }),
    onProgress: ({ what, rows }) => console.log(`  ${what}: ${rows.toLocaleString('en')} rows handed over (${seconds()})`),
  };
  const { site, words } = own === undefined ? await openSeeded(place, seedsOf(values.data, values['as-of']), values.fresh) : await openOwn(place, own, values.fresh);
  console.log(`\n  ${site.host.addresses.shell}   ← open this (${seconds()})\n${words}\n\nCtrl+C stops it; it goes on where it was at the next start.`);
  if (scripted !== undefined) console.log(`  No model: the script ${SCRIPTED_MODEL} answers as OpenAI (any key of eight letters), and as Atlassian’s models under that name.`);
  await site.host.idle();
  console.log(`Everything is read (${seconds()}).`);
  process.on('SIGINT', () => void Promise.all([site.close(), scripted?.close()]).then(() => process.exit(0)));
}

async function openSeeded(place: Place, seeds: readonly Seed[], fresh: boolean): Promise<Opened> {
  const site = await openLocalSite({ ...place, stateFolder: stateFolder(seeds[0]?.tenant ?? 'site', fresh), seeds });
  return { site, words: seeds.map((seed) => `    ${seed.siteName}${seed.synthetic ? ' (synthetic data)' : ''}: projects ${seed.projects.map((project) => project.key).join(', ')}`).join('\n') };
}

async function openOwn(place: Place, own: Pick<Parameters<typeof openRemoteSite>[0], 'address' | 'credentials' | 'projects'>, fresh: boolean): Promise<Opened> {
  const remote = await openRemoteSite({ ...place, ...own, stateFolder: stateFolder(`site-${own.address.name}`, fresh) });
  return { site: remote.local, words: whatJiraAloneShows(remote, own.address) };
}

/** What a site keeps; emptied first for a fresh start. */
function stateFolder(name: string, fresh: boolean): string {
  const folder = join(process.cwd(), '.resurface', name);
  if (fresh) rmSync(folder, { recursive: true, force: true });
  return folder;
}

function keysIn(projects: string | undefined): readonly string[] {
  const keys = (projects ?? '').split(',').map((key) => key.trim().toUpperCase()).filter((key) => key !== '');
  const wrong = keys.find((key) => !/^[A-Z][A-Z0-9_]{0,19}$/.test(key));
  if (wrong !== undefined) throw new Error(`--projects takes project keys with commas between them; ${wrong} is none.`);
  return keys;
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
