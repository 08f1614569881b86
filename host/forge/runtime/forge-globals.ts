import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { BootMessage, InvokeMessage } from './messages';

interface Running {
  readonly id: string;
  readonly token: string;
  readonly runtime: unknown;
  /** Milliseconds that this invocation passed over instead of waiting. */
  passedOver: number;
}

const running = new AsyncLocalStorage<Running>();

const nothing = (): void => undefined;
const metrics = {
  counter: () => ({ incr: nothing, incrBy: nothing, decr: nothing, decrBy: nothing }),
  timing: () => ({ measure: () => ({ stop: nothing }) }),
  gauge: () => ({ set: nothing }),
};

/** Runs work as one invocation: every platform call made inside it carries its token, whatever else runs in this process. */
export function inInvocation<T>(message: InvokeMessage, boot: BootMessage, work: () => T): T {
  const deadline = performance.now() + message.timeoutMs;
  const runtime = {
    proxy: { token: message.token, url: boot.proxyUrl },
    contextAri: message.context.contextAri,
    container: { region: 'local', runtime: 'nodejs22.x', handler: message.context.handler, appCodeDir: boot.appFolder },
    appContext: message.context.app,
    ...(message.context.accountId === undefined ? {} : { aaid: message.context.accountId }),
    lambdaContext: { awsRequestId: message.context.app.invocationId, getRemainingTimeInMillis: () => Math.max(0, deadline - performance.now()) },
    tracing: { traceId: randomBytes(16).toString('hex'), spanId: randomBytes(8).toString('hex') },
    realtime: {},
    metrics,
    externalAuth: [],
    featureFlags: () => false,
  };
  return running.run({ id: message.id, token: message.token, runtime, passedOver: 0 }, work);
}

/** The invocation that the current code belongs to; undefined while a module is being loaded. */
export function currentInvocation(): string | undefined {
  return running.getStore()?.id;
}

/** Notes that the current invocation passed over a wait; false outside of one. */
export function passOver(ms: number): boolean {
  const own = running.getStore();
  if (own !== undefined) own.passedOver += ms;
  return own !== undefined;
}

/** What the current invocation passed over so far, in milliseconds. */
export function passedOver(): number {
  return running.getStore()?.passedOver ?? 0;
}

/**
 * The two globals that all `@forge/*` packages go through. `__forge_fetch__` only carries the call to the host with the invocation's token:
 * tenant, user and scopes are the host's to know.
 */
export function installForgeGlobals(boot: BootMessage, real: typeof fetch): void {
  // Some packages look for the runtime while they are imported, before any invocation.
  const outside = { proxy: { token: 'outside-an-invocation', url: boot.proxyUrl }, container: { appCodeDir: boot.appFolder }, appContext: {}, lambdaContext: {}, tracing: { traceId: '', spanId: '' }, metrics, externalAuth: [], realtime: {}, featureFlags: () => false };
  Object.defineProperty(globalThis, '__forge_runtime__', { configurable: false, get: () => running.getStore()?.runtime ?? outside });
  const forgeFetch = async (target: unknown, path: string, init: RequestInit = {}): Promise<Response> => {
    const token = running.getStore()?.token ?? 'outside-an-invocation';
    const isForm = init.body instanceof FormData;
    const headers = [...new Headers(init.headers)].filter(([name]) => !(isForm && name === 'content-type'));
    const call = Buffer.from(JSON.stringify({ target, path, method: init.method ?? 'GET', headers })).toString('base64');
    return real(`${boot.proxyUrl}/forge`, { method: 'POST', body: init.body ?? null, headers: { authorization: `Bearer ${token}`, 'x-forge-call': call, ...(isForm ? {} : { 'content-type': 'application/octet-stream' }) }, ...(init.signal ? { signal: init.signal } : {}) });
  };
  Object.defineProperty(globalThis, '__forge_fetch__', { configurable: false, value: forgeFetch });
}
