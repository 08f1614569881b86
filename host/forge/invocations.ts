import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { VirtualClock } from './clock';
import type { Limits } from './limits';
import { functionOf, type FunctionEntry, type Manifest } from './manifest';
import { openLane, type Lane } from './runtime/lane';
import type { BootMessage, InvocationContext, LogLevel } from './runtime/messages';
import { startWorker, type FailureReason } from './runtime/worker-process';
import type { Tenant } from './tenants';

export const ENVIRONMENT = { id: '5e1f0c7a-0000-4000-8000-000000000001', type: 'DEVELOPMENT', appVersion: '1.0.0' } as const;

export type FunctionKind = 'resolver' | 'trigger' | 'webtrigger' | 'action' | 'consumer' | 'scheduledTrigger';

/** A function about to run: for whom, why, with what. */
export interface FunctionCall {
  readonly tenant: Tenant;
  readonly kind: FunctionKind;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  readonly accountId?: string;
  readonly args: readonly unknown[];
}

/** What the host knows about a running function. Its token is all that the app's process holds. */
export interface Invocation extends FunctionCall {
  readonly id: string;
}

/** A function that gave no answer. */
export class InvocationFailed extends Error {
  constructor(
    readonly reason: FailureReason | 'PAYLOAD_TOO_LARGE',
    readonly appErrorName: string,
    message: string,
    readonly appStack?: string,
  ) {
    super(message);
    this.name = 'InvocationFailed';
  }
}

export interface HostLog {
  readonly level: LogLevel;
  readonly text: string;
  readonly tenant?: string;
  readonly functionKey?: string;
}

export interface MemoryReport {
  /** Peak resident memory by lane and memory size, e.g. `background/512`. */
  readonly peakRssBytes: Readonly<Record<string, number>>;
  /** Peak JavaScript heap seen in a process while it ran the function. */
  readonly peakHeapBytes: Readonly<Record<string, number>>;
}

export interface Invocations {
  /** @throws InvocationFailed */
  run(call: FunctionCall): Promise<unknown>;
  /** The invocation that a token stands for; undefined when it has ended or never was. */
  find(token: string): Invocation | undefined;
  /** How many more functions of this kind could start now. */
  freePlaces(kind: FunctionKind, functionKey: string): number;
  pids(): readonly number[];
  memory(): MemoryReport;
  close(): Promise<void>;
}

export interface InvocationsOptions {
  readonly manifest: Manifest;
  readonly limits: Limits;
  readonly clock: VirtualClock;
  readonly workerScript: string;
  readonly appFolder: string;
  readonly bundles: ReadonlyMap<string, string>;
  readonly proxyUrl: string;
  readonly egressRoutes: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
  readonly backgroundProcesses: number;
  readonly skipsWaits: boolean;
  readonly log: (entry: HostLog) => void;
}

type LaneName = 'interactive' | 'events' | 'background';

const LANE: Readonly<Record<FunctionKind, LaneName>> = {
  resolver: 'interactive',
  webtrigger: 'interactive',
  action: 'interactive',
  trigger: 'events',
  consumer: 'background',
  scheduledTrigger: 'background',
};

export function openInvocations(options: InvocationsOptions): Invocations {
  const { manifest, limits, clock } = options;
  const lanes = new Map<string, Lane>();
  const running = new Map<string, Invocation>();
  const byToken = new Map<string, Invocation>();
  const heap: Record<string, number> = {};

  const boot = (): BootMessage => ({
    kind: 'boot',
    proxyUrl: options.proxyUrl,
    appFolder: options.appFolder,
    bundles: Object.fromEntries(options.bundles),
    preload: [...options.bundles.keys()].slice(0, 1),
    egress: manifest.backendEgress,
    egressRoutes: options.egressRoutes,
    clockOffset: clock.offset(),
    skipsWaits: options.skipsWaits,
  });
  const onLog = (level: LogLevel, text: string, id: string | undefined): void => {
    const invocation = id === undefined ? undefined : running.get(id);
    options.log({ level, text, ...(invocation === undefined ? {} : { tenant: invocation.tenant.name, functionKey: invocation.functionKey }) });
  };
  const laneOf = (kind: FunctionKind, entry: FunctionEntry): { readonly name: string; readonly lane: Lane } => {
    const memoryMB = Math.min(entry.runtime?.memoryMB ?? manifest.memoryMB ?? limits.memoryDefaultMB, limits.memoryMaximumMB);
    const name = `${LANE[kind]}/${memoryMB}`;
    const known = lanes.get(name);
    if (known !== undefined) return { name, lane: known };
    const isBackground = LANE[kind] === 'background';
    const lane = openLane({
      processes: isBackground ? options.backgroundProcesses : 1,
      // Long work has a process to itself, as on the platform; short work shares one, so that hundreds can be in flight on a small machine.
      places: isBackground ? 1 : 64,
      start: (onGone) => startWorker({ script: options.workerScript, memoryMB, allowanceMB: limits.runtimeAllowanceMB, boot: boot(), variables: { ...manifest.variables, ...options.variables }, onLog, onGone }),
    });
    lanes.set(name, lane);
    return { name, lane };
  };
  clock.onChange((offset) => lanes.forEach((lane) => lane.setClock(offset)));
  for (const view of manifest.views) if (view.resolver !== undefined) laneOf('resolver', functionOf(manifest, view.resolver)).lane.warm();
  for (const consumer of manifest.consumers) laneOf('consumer', functionOf(manifest, consumer.function)).lane.warm();

  return {
    run: async (call) => {
      const entry = functionOf(manifest, call.functionKey);
      const { lane } = laneOf(call.kind, entry);
      const [file = '', exportName = ''] = entry.handler.split('.');
      const invocation: Invocation = { ...call, id: randomUUID() };
      const token = randomUUID();
      running.set(invocation.id, invocation);
      byToken.set(token, invocation);
      try {
        const outcome = await lane.run({ kind: 'invoke', id: invocation.id, token, file, exportName, args: call.args, context: contextOf(invocation, entry, manifest), timeoutMs: timeoutSeconds(call.kind, entry, limits) * 1000 });
        if (!outcome.ok) throw new InvocationFailed(outcome.reason, outcome.name, outcome.message, outcome.stack);
        heap[call.functionKey] = Math.max(heap[call.functionKey] ?? 0, outcome.memory.heapBytes);
        assertSize(outcome.value, limits.invokeResponseBytes, 'the answer');
        return outcome.value;
      } finally {
        running.delete(invocation.id);
        byToken.delete(token);
      }
    },
    find: (token) => byToken.get(token),
    freePlaces: (kind, functionKey) => laneOf(kind, functionOf(manifest, functionKey)).lane.free(),
    pids: () => [...lanes.values()].flatMap((lane) => lane.pids()),
    memory: () => ({ peakRssBytes: Object.fromEntries([...lanes].map(([name, lane]) => [name, lane.peakRssBytes()])), peakHeapBytes: { ...heap } }),
    close: async () => {
      await Promise.all([...lanes.values()].map((lane) => lane.close()));
    },
  };
}

/** @throws InvocationFailed when the JSON of the value is larger than the platform carries */
export function assertSize(value: unknown, maximum: number, what: string): void {
  const bytes = Buffer.byteLength(JSON.stringify(value) ?? '');
  if (bytes > maximum) throw new InvocationFailed('PAYLOAD_TOO_LARGE', 'Error', `${what} is ${bytes} bytes, the limit is ${maximum}`);
}

function timeoutSeconds(kind: FunctionKind, entry: FunctionEntry, limits: Limits): number {
  if (kind === 'resolver' || kind === 'trigger') return limits.resolverSeconds;
  if (kind === 'webtrigger' || kind === 'action') return limits.webTriggerSeconds;
  return Math.min(entry.timeoutSeconds ?? limits.backgroundDefaultSeconds, limits.backgroundMaximumSeconds);
}

function contextOf(invocation: Invocation, entry: FunctionEntry, manifest: Manifest): InvocationContext {
  const { tenant } = invocation;
  return {
    contextAri: tenant.contextAri,
    handler: join('src', entry.handler),
    ...(invocation.accountId === undefined ? {} : { accountId: invocation.accountId }),
    app: {
      appId: manifest.appId,
      appVersion: ENVIRONMENT.appVersion,
      environmentId: ENVIRONMENT.id,
      environmentType: ENVIRONMENT.type,
      invocationId: invocation.id,
      installationId: tenant.installationId,
      functionKey: invocation.functionKey,
      moduleType: invocation.moduleType,
      moduleKey: invocation.moduleKey,
      license: { isActive: true },
      installation: { ari: { installationId: tenant.installationId }, contexts: [{ cloudId: tenant.cloudId }] },
      permissions: { scopes: manifest.scopes, external: { fetch: { backend: manifest.backendEgress, client: manifest.clientEgress } } },
    },
  };
}
