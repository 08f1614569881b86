import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openFaults } from './faults';
import type { FaultOrder } from './faults';
import { runTasks } from './endpoints/panels';
import { GENEROUS_LIMITS, openLimiter } from './rate-limits';
import type { LimitTable } from './rate-limits';
import { openServer } from './server';
import { siteView } from './shape/site';
import type { SiteView } from './shape/site';
import type { Deliver } from './state/outbox';
import { seedTenant } from './state/seed-tenant';
import { openTenant } from './state/tenant';
import type { SearchableProperty, Tenant } from './state/tenant';
import type { Seed } from '../seed/seed';

export interface JiraOptions {
  /** One file per tenant is kept here. */
  readonly folder: string;
  /** The virtual clock, as ISO time in UTC; it may differ per tenant. */
  readonly clock: (tenant: string) => string;
  /** Takes product events, at least once and in order; a rejection leaves the event waiting until the next change or start. */
  readonly onEvent: Deliver;
  readonly limits?: LimitTable;
  /** Milliseconds of the machine's clock, for limits. */
  readonly machineTime?: () => number;
  readonly port?: number;
}

export interface Jira {
  /** `http://127.0.0.1:port`. Callers say who they are by `x-emulated-tenant` and `x-emulated-actor`. */
  readonly url: string;
  /** Fills an empty site. @throws Error when it holds something already */
  seed(tenant: string, seed: Seed): void;
  has(tenant: string): boolean;
  tenants(): readonly string[];
  /** Forgets a site, its file included. */
  reset(tenant: string): void;
  /** People to choose from in the user switcher, and whether the site is made up. */
  site(tenant: string): SiteView;
  inject(tenant: string, order: FaultOrder): void;
  clearFaults(tenant: string): void;
  /** Takes a project away from the app, or gives it back. */
  setAppAccess(tenant: string, projectKey: string, allowed: boolean): void;
  /** While held, search sees the issues as they are now, whatever is written. */
  holdIndex(tenant: string, held: boolean): void;
  setTransitionMs(tenant: string, ms: number): void;
  /** The entity properties that the app's manifest declares as searchable; others are unknown to JQL. */
  declareSearchable(tenant: string, properties: readonly SearchableProperty[]): void;
  setLimits(table: LimitTable): void;
  /** Points that the app used on a site. */
  points(tenant: string): number;
  forgetPoints(tenant: string): void;
  /** Resolves when every product event of the site was taken. Rejects with the platform's error. */
  settled(tenant: string): Promise<void>;
  close(): Promise<void>;
}

/** One server for all sites; what was acknowledged survives the death of the process. */
export async function openJira(options: JiraOptions): Promise<Jira> {
  mkdirSync(options.folder, { recursive: true });
  const open = new Map<string, Tenant>();
  const faults = openFaults();
  const limiter = openLimiter(options.limits ?? GENEROUS_LIMITS, options.machineTime ?? Date.now);
  const file = (name: string): string => join(options.folder, `${name}.sqlite`);
  const start = (name: string): Tenant => {
    if (!/^[a-z0-9-]{1,40}$/.test(name)) throw new Error(`A tenant is named by lower-case letters, digits and dashes, not '${name}'.`);
    const tenant = openTenant({ name, folder: options.folder, baseUrl: `https://${name}.atlassian.net`, now: () => options.clock(name), deliver: options.onEvent });
    open.set(name, tenant);
    runTasks(tenant);
    tenant.outbox.wake();
    return tenant;
  };
  // A process that died between making a site's file and filling it left nothing.
  const isFilled = (name: string): boolean => open.get(name)?.meta.get('site-name') !== undefined;
  const find = (name: string): Tenant | undefined => (isFilled(name) ? open.get(name) : undefined);
  const need = (name: string): Tenant => {
    const tenant = find(name);
    if (tenant === undefined) throw new Error(`There is no site '${name}'.`);
    return tenant;
  };
  for (const name of readdirSync(options.folder)) if (name.endsWith('.sqlite')) start(name.slice(0, -'.sqlite'.length));
  const server = openServer({ tenant: find, faults, limiter });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The emulated Jira has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    seed: (name, seed) => seedTenant(open.get(name) ?? start(name), seed),
    has: isFilled,
    tenants: () => [...open.keys()].filter(isFilled).sort(),
    reset(name) {
      open.get(name)?.close();
      open.delete(name);
      faults.clear(name);
      limiter.forget(name);
      for (const end of ['', '-wal', '-shm']) if (existsSync(file(name) + end)) rmSync(file(name) + end);
    },
    site: (name) => siteView(need(name)),
    inject: (name, order) => faults.inject(name, order),
    clearFaults: (name) => faults.clear(name),
    setAppAccess(name, projectKey, allowed) {
      const tenant = need(name);
      const project = tenant.projectByKey(projectKey);
      if (project === undefined) throw new Error(`There is no project ${projectKey} on ${name}.`);
      if (allowed) tenant.switches.hiddenFromApp.delete(project.id);
      else tenant.switches.hiddenFromApp.add(project.id);
    },
    holdIndex(name, held) {
      const tenant = need(name);
      tenant.switches.heldIndex = held ? [...tenant.issues.all()] : undefined;
    },
    setTransitionMs(name, ms) {
      need(name).switches.transitionMs = ms;
    },
    declareSearchable(name, properties) {
      need(name).switches.searchable = properties;
    },
    setLimits: limiter.setTable,
    points: limiter.points,
    forgetPoints: limiter.forget,
    settled: (name) => need(name).outbox.settled(),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      for (const tenant of open.values()) tenant.close();
    },
  };
}
