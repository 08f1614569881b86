import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readManifest } from '../forge/manifest';
import { openLocalSite, type LocalSite, type LocalSiteOptions } from '../local-site';
import { smallSeed } from '../seed/small';
import type { Credentials } from './credentials';
import { openReadOnlyProxy } from './read-only-proxy';
import { readSite, type SiteFacts } from './read-site';
import { openRemoteJira, REMOTE_LIMITS, type RemoteLimits } from './remote-jira';
import { setUpRemote } from './set-up-remote';
import type { SiteAddress } from './site-address';
import { openWouldHaveWritten, type WouldHaveWritten } from './would-have-written';

export interface RemoteSiteOptions extends Omit<LocalSiteOptions, 'seeds' | 'front'> {
  readonly address: SiteAddress;
  readonly credentials: Credentials;
  /** Keys; none: the first 20 that the person sees. */
  readonly projects: readonly string[];
  /** For tests only: another server that answers as the site. No command-line option leads here. */
  readonly standIn?: { readonly origin: string; readonly limits?: Partial<RemoteLimits> };
}

export interface RemoteSite {
  readonly local: LocalSite;
  readonly facts: SiteFacts;
  readonly refused: WouldHaveWritten;
  /** Requests read at this start, by the key of their service desk. */
  readonly requests: ReadonlyMap<string, number>;
}

/**
 * The app on the local host, its Jira calls answered by a real site, read only. A small made-up tenant stands beside it on the
 * emulated Jira, as the host wants two.
 * @throws Error when the site cannot be read, or a chosen project is not there
 */
export async function openRemoteSite({ address, credentials, projects, standIn, ...options }: RemoteSiteOptions): Promise<RemoteSite> {
  const beside = smallSeed();
  if (address.name === beside.tenant) throw new Error(`${beside.tenant} is the name of the made-up site that stands beside yours; a site of that name cannot be read here.`);
  const origin = standIn?.origin ?? address.origin;
  const remote = openRemoteJira({ origin, credentials, limits: { ...REMOTE_LIMITS, ...standIn?.limits }, now: Date.now, sleep: (ms) => sleep(ms), random: Math.random });
  const facts = await readSite(remote, address.name, projects);
  // What is kept is what the person may see: nobody else's to read.
  mkdirSync(options.stateFolder, { recursive: true, mode: 0o700 });
  const refused = openWouldHaveWritten(join(options.stateFolder, 'would-have-written.jsonl'));
  const panels = readManifest(join(options.appFolder, 'manifest.yml')).views.filter((view) => view.type === 'jira:issuePanel').map((view) => view.key);
  const { log } = options;
  const onError = (error: unknown): void => {
    const text = `own site: ${error instanceof Error ? error.message : String(error)}`;
    if (log === undefined) process.stderr.write(`[error] ${text}\n`);
    else log({ level: 'error', text });
  };
  const local = await openLocalSite({
    ...options,
    seeds: [beside],
    front: async (emulatedUrl) => {
      const { origin: url, close } = await openReadOnlyProxy({ origin, tenant: address.name, siteTitle: facts.title, person: facts.person, panels, remote, emulatedUrl, refused, onError });
      return { url, close, tenants: [{ name: address.name, siteName: facts.title, users: [{ ...facts.person, title: 'You, by your token' }] }] };
    },
  });
  try {
    // A real site lives in real time.
    local.host.setClock(new Date().toISOString());
    const requests = await setUpRemote(local.host, { tenant: address.name, origin: address.origin, facts, remote, stateFolder: options.stateFolder, now: Date.now });
    return { local, facts, refused, requests };
  } catch (error) {
    await local.close();
    throw error;
  }
}
