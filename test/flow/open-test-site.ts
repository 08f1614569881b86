import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../src/contract/answer';
import { openLocalSite, type LocalSite } from '../../host/local-site';
import type { Seed } from '../../host/seed/seed';
import { generatedSeed } from '../build/generated-seed';

export const ROOT = join(__dirname, '..', '..');

export interface TestSite {
  readonly site: LocalSite;
  readonly folder: string;
  /** An endpoint's answer for a person; the view is found by the endpoint's first word. */
  ask<Value>(tenant: string, person: string, endpoint: string, payload?: unknown, extension?: object): Promise<Answer<Value>>;
  close(): Promise<void>;
}

const VIEWS: Readonly<Record<string, string>> = { admin: 'admin-page', panel: 'evidence-panel', context: 'evidence-context', page: 'project-page', backlog: 'project-page', closing: 'evidence-panel', talk: 'project-page', proposals: 'project-page', prototype: 'evidence-panel', debate: 'evidence-panel', sources: 'admin-page', agent: 'admin-page' };

export const TWO_TENANTS: readonly Seed[] = [
  generatedSeed({ tenant: 'alder', signals: 300, canary: 'zebrafinch' }),
  generatedSeed({ tenant: 'birch', signals: 200, canary: 'quetzal' }),
];

/** A local site in a folder of its own, read to the end. */
export async function openTestSite(seeds: readonly Seed[] = TWO_TENANTS, folder = mkdtempSync(join(tmpdir(), 'resurface-flow-')), egressRoutes: Readonly<Record<string, string>> = {}): Promise<TestSite> {
  const site = await openLocalSite({ appFolder: ROOT, stateFolder: folder, seeds, schedules: 'manual', egressRoutes });
  await site.host.idle();
  return {
    site,
    folder,
    ask: async (tenant, person, endpoint, payload = {}, extension = {}) => (await site.host.invoke(tenant, { functionKey: endpoint, moduleKey: VIEWS[endpoint.split('.')[0] ?? ''] ?? '', accountId: person, payload, extension: { ...extension } })) as never,
    close: async () => {
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const onIssue = (id: string, key: string) => ({ issue: { id, key }, project: { id: '10000', key: key.split('-')[0] } });
export const onProject = (key: string) => ({ project: { id: '10000', key } });
