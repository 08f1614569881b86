import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Host } from '../forge/host-api';
import { asAdmin } from '../seed/apply-seed';
import type { SiteFacts } from './read-site';

/** Sets the app up for one product of the chosen projects, or lets it read what changed since it was. Nothing is pinned: that would be a write. */
export async function setUpRemote(host: Host, { tenant, facts, stateFolder }: { readonly tenant: string; readonly facts: SiteFacts; readonly stateFolder: string }): Promise<void> {
  const ask = asAdmin(host, { tenant, users: [{ ...facts.person, title: '', siteAdmin: true, roles: {} }] });
  await ask('admin.open', {}, z.unknown());
  const mark = join(stateFolder, 'projects.set');
  const keys = facts.projects.map((project) => project.key).sort();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === keys.join(',')) {
    host.runScheduled(tenant, 'hourly');
    return;
  }
  await ask('admin.saveProduct', { id: tenant, name: facts.title.slice(0, 80), projects: keys, synthetic: false }, z.object({ id: z.string() }));
  writeFileSync(mark, keys.join(','), { mode: 0o600 });
}
