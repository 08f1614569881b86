import { join } from 'node:path';
import { buildApp, buildHost } from './bundle';
import { openClock } from './clock';
import type { Host, HostOptions } from './host-api';
import { openInvocations, type HostLog, type Invocations } from './invocations';
import { limitsWith } from './limits';
import { readManifest } from './manifest';
import type { PlatformContext } from './proxy/platform-call';
import { webTriggerUrlsOf } from './proxy/web-trigger-urls';
import { openBackground } from './queue/background';
import { workForEvent } from './queue/product-events';
import { workStoreOf } from './queue/work-store';
import { invokeAction } from './action-call';
import { invokeResolver } from './resolver-call';
import { openAppServer } from './servers/app-server';
import { openProxyServer } from './servers/proxy-server';
import { openShellServer } from './servers/shell-server';
import { openWebTriggerServer } from './servers/web-trigger-server';
import { openMariaDbEngine } from './sql/mariadb-engine';
import type { SqlEngine } from './sql/sql-engine';
import { openSqliteEngine } from './sql/sqlite-engine';
import { openState } from './state';
import { loadTenants, saveTenant, type Tenant } from './tenants';

const DAY_IN_MS = 86_400_000;
/** Kept back from each day, so that what its arrivals ask for a little later has happened when the day is over. */
const SETTLING_MS = 60_000;

/** Opens a local Forge platform with the app on it: builds what changed, starts the processes, goes on with work that was left. */
export async function openHost(options: HostOptions): Promise<Host> {
  const log = options.log ?? logToStderr;
  const onError = (error: unknown): void => log({ level: 'error', text: `host: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` });
  const manifest = readManifest(join(options.appFolder, 'manifest.yml'));
  for (const type of manifest.unserved) log({ level: 'warn', text: `manifest.yml has ${type} modules, which the local host does not run; see host/coverage.ts` });
  const limits = limitsWith(options.limits);
  const [bundles, built] = await Promise.all([buildApp(options.appFolder, manifest, options.bundleFolder ?? join(options.appFolder, 'dist/app')), buildHost()]);

  const state = openState(options.stateFolder);
  const clock = openClock(state);
  for (const tenant of options.tenants) saveTenant(state, tenant);
  const tenants = loadTenants(state);
  if (tenants.length < 2) {
    state.close();
    throw new Error('a host has at least two tenants, so that a leak from one to the other can show');
  }
  const tenantOf = (name: string): Tenant => {
    const found = tenants.find((tenant) => tenant.name === name);
    if (found === undefined) throw new Error(`the host has no tenant ${name}`);
    return found;
  };

  const timeouts = { query: limits.sqlSelectSeconds, change: limits.sqlChangeSeconds, definition: limits.sqlDefinitionSeconds };
  const engine: SqlEngine =
    options.sql?.engine === 'mariadb'
      ? openMariaDbEngine(options.sql.connection, clock, timeouts, limits.sqlIndexKeyBytes)
      : openSqliteEngine({ folder: join(options.stateFolder, 'sql'), script: built.sqlProcess, clock, timeouts, maximumKeyBytes: limits.sqlIndexKeyBytes });
  const work = workStoreOf(state);
  const urls = webTriggerUrlsOf(state);

  // The servers and the processes need each other's addresses; calls only come once all of them stand.
  const late: { context?: PlatformContext; invocations?: Invocations } = {};
  const proxy = await openProxyServer(() => required(late.context), () => required(late.invocations), onError);
  const invocations = openInvocations({
    manifest, limits, clock, workerScript: built.worker, appFolder: options.appFolder, bundles, proxyUrl: proxy.origin, log,
    egressRoutes: options.egressRoutes ?? {}, variables: options.variables ?? {}, backgroundProcesses: options.backgroundProcesses ?? 2, skipsWaits: options.skipsWaits ?? false,
  });
  late.invocations = invocations;
  const background = openBackground({ manifest, limits, clock, state, store: work, invocations, tenants, log, schedules: options.schedules ?? 'automatic' });
  const webTriggers = await openWebTriggerServer({ port: options.ports?.webTrigger ?? 0, manifest, limits, urls, invocations, tenantOf, onError });
  late.context = { manifest, limits, clock, state, engine, work, urls, jiraUrl: options.jiraUrl, webTriggerOrigin: webTriggers.origin, onPushed: background.pump, ...(options.models === undefined ? {} : { models: options.models }) };

  const advance = async (ms: number, due: 'each' | 'once' = 'each'): Promise<void> => {
    if (options.onAdvanced === undefined) return background.advance(ms, due);
    // Day by day, so that what arrives on a day is there when the next one begins: a source must not look dead for a week it was skipped over.
    for (let left = ms; left > 0; left -= DAY_IN_MS) {
      const day = Math.min(left, DAY_IN_MS);
      const settling = Math.min(SETTLING_MS, day / 2);
      await background.advance(day - settling, due);
      await options.onAdvanced(new Date(clock.now()).toISOString());
      await background.idle();
      await background.advance(settling, due);
    }
  };
  const invoke: Host['invoke'] = (tenant, request) => invokeResolver({ manifest, limits, invocations }, tenantOf(tenant), request);
  const pages = await openAppServer({ port: options.ports?.app ?? 0, manifest, appFolder: options.appFolder, bridgeScript: built.iframeBridge, onError });
  const shell = await openShellServer({
    port: options.ports?.shell ?? 0, manifest, limits, tenants, tenantOf, invoke, jiraUrl: options.jiraUrl, appOrigin: pages.origin, clock, advance: (ms) => advance(ms, 'once'),
    ...(options.shellFolder === undefined ? {} : { shellFolder: options.shellFolder }), ...(options.vendorsPage === undefined ? {} : { vendorsPage: options.vendorsPage }), onError,
  });
  pages.allowFrameOf(shell.origin);
  background.start();

  return {
    addresses: { shell: shell.origin, app: pages.origin, webTrigger: webTriggers.origin },
    views: manifest.views,
    tenants: () => tenants,
    invoke,
    invokeAction: (tenant, request) => invokeAction({ manifest, limits, invocations }, tenantOf(tenant), request),
    emitEvent: (tenant, eventType, payload) => {
      work.add(workForEvent(manifest, tenantOf(tenant).name, eventType, payload, clock.now()));
      background.pump();
    },
    runScheduled: (tenant, moduleKey) => background.runScheduled(tenantOf(tenant), moduleKey),
    webTriggerUrl: (tenant, moduleKey) => `${webTriggers.origin}/x1/${urls.getOrCreate(tenantOf(tenant).name, moduleKey, false)}`,
    clock: () => new Date(clock.now()).toISOString(),
    setClock: (iso) => background.setClock(Date.parse(iso)),
    advanceClock: advance,
    idle: background.idle,
    isIdle: background.isIdle,
    holdBackground: background.hold,
    failures: (tenant) => work.failures(tenant),
    memory: invocations.memory,
    pids: invocations.pids,
    close: async () => {
      background.stop();
      await Promise.all([shell.close(), pages.close(), webTriggers.close()]);
      await invocations.close();
      await background.close();
      await proxy.close();
      await engine.close();
      state.close();
    },
  };
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the host is still starting');
  return value;
}

function logToStderr({ level, text, tenant, functionKey }: HostLog): void {
  if (level === 'warn' || level === 'error') process.stderr.write(`[${level}]${tenant === undefined ? '' : ` ${tenant}`}${functionKey === undefined ? '' : ` ${functionKey}`} ${text}\n`);
}
