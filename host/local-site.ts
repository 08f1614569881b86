import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Host, HostOptions } from './forge/host-api';
import type { TenantOptions } from './forge/tenants';
import { openHost } from './forge/open-host';
import { openJira, type Jira } from './jira/jira';
import type { SearchableProperty } from './jira/state/tenant';
import { applySeed, handOver, type Progress } from './seed/apply-seed';
import { sendDeliveries } from './seed/send-deliveries';
import { send } from './seed/send-inbound';
import { openVendors, type OpenVendors } from './seed/open-vendors';
import { vendorsPage } from './seed/vendors-page';
import type { Seed } from './seed/seed';

export interface LocalSiteOptions extends Pick<HostOptions, 'appFolder' | 'stateFolder' | 'sql' | 'limits' | 'shellFolder' | 'ports' | 'log' | 'schedules' | 'bundleFolder' | 'models' | 'egressRoutes'> {
  readonly seeds: readonly Seed[];
  readonly onProgress?: Progress;
  /** Puts something between the app and the emulated Jira, with tenants of its own. */
  readonly front?: (jiraUrl: string) => Promise<JiraFront>;
}

/** Takes every call to Jira, and passes on those of the seeds' tenants. */
export interface JiraFront {
  readonly url: string;
  /** Listed before the seeds' tenants. */
  readonly tenants: readonly TenantOptions[];
  close(): Promise<void>;
}

/** A Forge host and an emulated Jira with seeded tenants: what `npm start`, the flow tests and the benchmarks stand on. */
export interface LocalSite {
  readonly host: Host;
  readonly jira: Jira;
  /** Tenants whose seed was applied now or before; their Jira holds it, and their files were handed to the app. */
  readonly tenants: readonly string[];
  close(): Promise<void>;
}

/**
 * Opens (or opens again) a local site on a folder. A seed is applied once; a start that died while applying it does it again, which
 * changes nothing that was already there.
 */
export async function openLocalSite(options: LocalSiteOptions): Promise<LocalSite> {
  const { seeds, stateFolder, onProgress = () => undefined, front: openFront, ...rest } = options;
  mkdirSync(stateFolder, { recursive: true });
  const late: { host?: Host } = {};
  // The clock also runs by itself: what happens while nobody moves it arrives with the next move, none of it lost.
  const arrived = join(stateFolder, 'arrived.until');
  const arrivedUntil = (seed: Seed): string => (existsSync(arrived) ? readFileSync(arrived, 'utf8') : seed.startsAt);
  const jira = await openJira({
    folder: join(stateFolder, 'jira'),
    clock: () => late.host?.clock() ?? seeds[0]?.startsAt ?? new Date().toISOString(),
    onEvent: async (tenant, eventType, payload) => {
      if (late.host === undefined) throw new Error('the platform is still starting');
      late.host.emitEvent(tenant, eventType, payload);
    },
  });
  const front = await openFront?.(jira.url);
  const vendors = await openVendors(seeds, join(stateFolder, 'vendors'), () => Date.parse(late.host?.clock() ?? seeds[0]?.startsAt ?? ''));
  const host = await openHost({
    ...rest,
    egressRoutes: { ...vendors.routes, ...rest.egressRoutes },
    // The vendors on this machine keep no limits, so keeping their pace would only let somebody wait for half an hour.
    skipsWaits: seeds.some((seed) => (seed.vendors ?? []).length > 0),
    onAdvanced: async (until) => {
      for (const seed of seeds) {
        if (late.host === undefined) continue;
        if (seed.arrivals !== undefined) await handOver(late.host, seed, seed.arrivals(arrivedUntil(seed), until), onProgress);
        await send(late.host, seed, join(stateFolder, 'vendors', seed.tenant), [arrivedUntil(seed), until]);
        await sendDeliveries(late.host, seed, vendors.of(seed.tenant), [arrivedUntil(seed), until]);
      }
      writeFileSync(arrived, until);
    },
    vendorsPage: (tenant) => vendorsPage(vendors.of(tenant)),
    stateFolder: join(stateFolder, 'forge'),
    jiraUrl: front?.url ?? jira.url,
    tenants: [...(front?.tenants ?? []), ...seeds.map((seed) => ({ name: seed.tenant, siteName: seed.siteName, users: seed.users.map(({ accountId, name, title }) => ({ accountId, name, title })) }))],
  });
  late.host = host;
  // One clock for the whole host: it starts where the first tenant's story does, and never jumps back at a later start.
  const mark = join(stateFolder, 'clock.set');
  if (!existsSync(mark) && seeds[0] !== undefined) {
    host.setClock(seeds[0].startsAt);
    writeFileSync(mark, seeds[0].startsAt);
  }
  for (const seed of seeds) if (jira.has(seed.tenant)) jira.declareSearchable(seed.tenant, searchable(rest.appFolder));
  for (const seed of seeds) await applyOnce(seed, { host, jira, vendors, stateFolder, properties: searchable(rest.appFolder), onProgress });
  return {
    host,
    jira,
    tenants: seeds.map((seed) => seed.tenant),
    close: async () => {
      await host.close();
      await vendors.close();
      await front?.close();
      await jira.close();
    },
  };
}

const EntityProperties = z.object({
  modules: z.object({
    'jira:entityProperty': z
      .array(z.object({ propertyKey: z.string(), values: z.array(z.object({ path: z.string(), type: z.enum(['number', 'string', 'text', 'date', 'user']), searchAlias: z.string() })) }))
      .default([]),
  }),
});

/** What JQL can ask for: the entity properties of the manifest, as Jira indexes them when the app is installed. */
function searchable(appFolder: string): readonly SearchableProperty[] {
  const manifest = EntityProperties.parse(parse(readFileSync(join(appFolder, 'manifest.yml'), 'utf8')));
  return manifest.modules['jira:entityProperty'].flatMap(({ propertyKey, values }) => values.map(({ path, type, searchAlias }) => ({ propertyKey, path, type, alias: searchAlias })));
}

interface Applying {
  readonly host: Host;
  readonly jira: Jira;
  readonly vendors: OpenVendors;
  readonly stateFolder: string;
  readonly properties: readonly SearchableProperty[];
  readonly onProgress: Progress;
}

async function applyOnce(seed: Seed, { host, jira, vendors, stateFolder, properties, onProgress }: Applying): Promise<void> {
  const mark = join(stateFolder, `${seed.tenant}.seeded`);
  const name = createHash('sha256').update(`${seed.tenant} ${seed.startsAt} ${seed.issues.length}`).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === name) return;
  if (!jira.has(seed.tenant)) {
    jira.seed(seed.tenant, seed);
    jira.declareSearchable(seed.tenant, properties);
  }
  // Everything is connected before anything is read: the story begins the same each time.
  const release = host.holdBackground();
  await applySeed(host, seed, vendors.of(seed.tenant), onProgress).finally(release);
  await send(host, seed, join(stateFolder, 'vendors', seed.tenant), ['', seed.startsAt]);
  await sendDeliveries(host, seed, vendors.of(seed.tenant), ['', seed.startsAt]);
  writeFileSync(mark, name);
}
