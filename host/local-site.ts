import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host, HostOptions } from './forge/host-api';
import { openHost } from './forge/open-host';
import { openJira, type Jira } from './jira/jira';
import { applySeed, type Progress } from './seed/apply-seed';
import type { Seed } from './seed/seed';

export interface LocalSiteOptions extends Pick<HostOptions, 'appFolder' | 'stateFolder' | 'sql' | 'limits' | 'shellFolder' | 'ports' | 'log' | 'schedules' | 'bundleFolder'> {
  readonly seeds: readonly Seed[];
  readonly onProgress?: Progress;
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
  const { seeds, stateFolder, onProgress = () => undefined, ...rest } = options;
  mkdirSync(stateFolder, { recursive: true });
  const late: { host?: Host } = {};
  const jira = await openJira({
    folder: join(stateFolder, 'jira'),
    clock: () => late.host?.clock() ?? seeds[0]?.startsAt ?? new Date().toISOString(),
    onEvent: async (tenant, eventType, payload) => {
      if (late.host === undefined) throw new Error('the platform is still starting');
      late.host.emitEvent(tenant, eventType, payload);
    },
  });
  const host = await openHost({
    ...rest,
    stateFolder: join(stateFolder, 'forge'),
    jiraUrl: jira.url,
    tenants: seeds.map((seed) => ({ name: seed.tenant, siteName: seed.siteName, users: seed.users.map(({ accountId, name, title }) => ({ accountId, name, title })) })),
  });
  late.host = host;
  // One clock for the whole host: it starts where the first tenant's story does, and never jumps back at a later start.
  const mark = join(stateFolder, 'clock.set');
  if (!existsSync(mark) && seeds[0] !== undefined) {
    host.setClock(seeds[0].startsAt);
    writeFileSync(mark, seeds[0].startsAt);
  }
  for (const seed of seeds) await applyOnce(seed, { host, jira, stateFolder, onProgress });
  return {
    host,
    jira,
    tenants: seeds.map((seed) => seed.tenant),
    close: async () => {
      await host.close();
      await jira.close();
    },
  };
}

async function applyOnce(seed: Seed, { host, jira, stateFolder, onProgress }: { host: Host; jira: Jira; stateFolder: string; onProgress: Progress }): Promise<void> {
  const mark = join(stateFolder, `${seed.tenant}.seeded`);
  const name = createHash('sha256').update(`${seed.tenant} ${seed.startsAt} ${seed.issues.length}`).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === name) return;
  if (!jira.has(seed.tenant)) {
    jira.seed(seed.tenant, seed);
  }
  await applySeed(host, seed, onProgress);
  writeFileSync(mark, name);
}
