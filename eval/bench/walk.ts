import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLocalSite, type LocalSite } from '../../host/local-site';
import { realYearSeed } from '../../host/seed/real-year';
import { smallSeed } from '../../host/seed/small';

const PANELS = 200;

/**
 * The real year through host, queue and store, cold: read, stored, themed, linked; then panels opened one after the other.
 * Memory is the highest resident set of a worker process that ran our functions.
 */
export async function benchWalk(folder = join('..', 'shared', 'data', 'thunderbird')): Promise<Record<string, unknown>> {
  if (!existsSync(folder)) return { walk: `skipped: no ${folder}` };
  const state = mkdtempSync(join(tmpdir(), 'resurface-bench-'));
  const from = performance.now();
  const year = realYearSeed({ folder, asOf: '2025-07-01' });
  const site = await openLocalSite({ appFolder: process.cwd(), stateFolder: state, seeds: [year, smallSeed()], schedules: 'manual', log: () => undefined });
  await site.host.idle();
  const seconds = (performance.now() - from) / 1000;
  const { peakRssBytes, peakHeapBytes } = site.host.memory();
  const open = year.issues.filter((issue) => issue.status === 'To Do').slice(0, PANELS);
  const times = await panelTimes(site, year.tenant, year.users[0]?.accountId ?? '', open);
  const admin = await site.host.invoke(year.tenant, { functionKey: 'admin.open', moduleKey: 'admin-page', accountId: year.users.find((user) => user.siteAdmin)?.accountId ?? '' });
  await site.close();
  rmSync(state, { recursive: true, force: true });
  return {
    walkSeconds: round(seconds),
    signalsReadAndRejected: countsOf(admin),
    peakRssMb: Object.fromEntries(Object.entries(peakRssBytes).map(([lane, bytes]) => [lane, Math.round(bytes / 1e6)])),
    peakHeapMb: Object.fromEntries(Object.entries(peakHeapBytes).map(([key, bytes]) => [key, Math.round(bytes / 1e6)])),
    panelMs: { p50: quantile(times, 0.5), p95: quantile(times, 0.95), calls: times.length },
  };
}

async function panelTimes(site: LocalSite, tenant: string, accountId: string, issues: readonly { readonly id: string; readonly key: string }[]): Promise<number[]> {
  const times: number[] = [];
  for (const { id, key } of issues) {
    const from = performance.now();
    await site.host.invoke(tenant, { functionKey: 'panel.open', moduleKey: 'evidence-panel', accountId, payload: {}, extension: { issue: { id, key }, project: { id: '10000', key: key.split('-')[0] } } });
    times.push(performance.now() - from);
  }
  return times;
}

function countsOf(admin: unknown): unknown {
  const view = admin as { value?: { products?: readonly { coverage?: { read?: number; total?: number; skipped?: number } }[] } };
  const coverage = view.value?.products?.[0]?.coverage;
  return { offered: coverage?.total, read: coverage?.read, rejected: coverage?.skipped };
}

export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
