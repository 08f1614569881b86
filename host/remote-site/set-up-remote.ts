import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Host } from '../forge/host-api';
import { asAdmin, handOver } from '../seed/apply-seed';
import type { SeedFile } from '../seed/seed';
import type { SiteFacts } from './read-site';
import type { RemoteJira } from './remote-jira';
import { readRequests } from './service-requests';

export interface RemoteSetup {
  readonly tenant: string;
  /** `https://NAME.atlassian.net`: where a request is opened. */
  readonly origin: string;
  readonly facts: SiteFacts;
  readonly remote: RemoteJira;
  readonly stateFolder: string;
  readonly now: () => number;
}

/**
 * Sets the app up for one product of the chosen projects, or lets it read what changed since it was; requests of service desks are handed
 * over as signals. Nothing is pinned: that would be a write.
 * @returns how many requests were read from each desk this time
 * @throws Error in words for the person at the terminal
 */
export async function setUpRemote(host: Host, { tenant, origin, facts, remote, stateFolder, now }: RemoteSetup): Promise<ReadonlyMap<string, number>> {
  const users = [{ ...facts.person, title: '', siteAdmin: true, roles: {} }];
  const ask = asAdmin(host, { tenant, users });
  await ask('admin.open', {}, z.unknown());
  const mark = join(stateFolder, 'projects.set');
  const keys = facts.projects.map((project) => project.key).sort();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === keys.join(',')) {
    host.runScheduled(tenant, 'hourly');
  } else {
    await ask('admin.saveProduct', { id: tenant, name: facts.title.slice(0, 80), projects: keys, synthetic: false }, z.object({ id: z.string() }));
    writeFileSync(mark, keys.join(','), { mode: 0o600 });
  }
  const read = new Map<string, number>();
  for (const desk of facts.desks) {
    const readAt = join(stateFolder, `requests-${desk.key}.read`);
    const since = existsSync(readAt) ? readFileSync(readAt, 'utf8') : undefined;
    const began = new Date(now()).toISOString();
    const { rows, gap } = await readRequests(remote, { desk: desk.key, origin, now: began, ...(since === undefined ? {} : { since }) });
    const file: SeedFile = {
      kind: 'signals',
      name: `${desk.key}.jsonl`,
      source: { id: `jsm-${desk.key.toLowerCase()}`, kind: 'jsm', name: `Service requests, ${desk.name}`.slice(0, 80), visibility: 'open', ...(gap === undefined ? {} : { gaps: [gap] }) },
      lines: () => rows,
    };
    await handOver(host, { tenant, users }, [{ id: tenant, name: facts.title, projects: keys, files: [file] }], () => undefined);
    // Only what was handed over whole is not asked for again.
    writeFileSync(readAt, began, { mode: 0o600 });
    read.set(desk.key, rows.length);
  }
  return read;
}
