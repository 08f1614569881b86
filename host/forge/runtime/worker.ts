import { createRequire } from 'node:module';
import { format } from 'node:util';
import { egressFetch, guardSockets } from './egress';
import { currentInvocation, inInvocation, installForgeGlobals } from './forge-globals';
import type { BootMessage, FromWorker, InvokeMessage, LogLevel, Memory, ToWorker } from './messages';
import { skipWaits } from './skip-waits';
import { installVirtualDate } from './virtual-date';

// The app shares this process, so it must not find the line to the host.
const channel = process.send?.bind(process);
if (channel === undefined) throw new Error('this file runs as a child process of the host');
Reflect.deleteProperty(process, 'send');
const say = (message: FromWorker): void => {
  channel(message);
};

const load = createRequire(__filename);
let boot: BootMessage | undefined;
let clockOffset = 0;
let heapPeak = 0;

process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToWorker) => {
  if (message.kind === 'ping') return say({ kind: 'pong' });
  if (message.kind === 'clock') {
    clockOffset = message.offset;
    return;
  }
  if (message.kind === 'boot') return start(message);
  if (boot === undefined) throw new Error('invoked before it was started');
  void run(message, boot);
});

function start(message: BootMessage): void {
  boot = message;
  clockOffset = message.clockOffset;
  installVirtualDate(() => clockOffset);
  const real = globalThis.fetch;
  const rules = { allowed: message.egress, routes: message.egressRoutes, proxyUrl: message.proxyUrl };
  globalThis.fetch = egressFetch(rules, real);
  guardSockets(rules);
  installForgeGlobals(message, real);
  if (message.skipsWaits) skipWaits();
  for (const [method, level] of [['debug', 'debug'], ['log', 'info'], ['info', 'info'], ['warn', 'warn'], ['error', 'error']] as const) {
    console[method] = (...args: unknown[]) => log(level, format(...args));
  }
  process.setSourceMapsEnabled(true);
  setInterval(() => measure(), 100).unref();
  for (const file of message.preload) handlers(message, file);
  say({ kind: 'ready' });
}

function log(level: LogLevel, text: string): void {
  const id = currentInvocation();
  say({ kind: 'log', level, text, ...(id === undefined ? {} : { id }) });
}

function handlers(from: BootMessage, file: string): Record<string, unknown> {
  const path = from.bundles[file];
  if (path === undefined) throw new Error(`no bundle for the handler file ${file}`);
  return load(path) as Record<string, unknown>;
}

async function run(message: InvokeMessage, from: BootMessage): Promise<void> {
  try {
    const value = await inInvocation(message, from, async () => {
      const handler = handlers(from, message.file)[message.exportName];
      if (typeof handler !== 'function') throw new Error(`src/${message.file} exports no function ${message.exportName}`);
      return (await Reflect.apply(handler, undefined, [...message.args])) as unknown;
    });
    say({ kind: 'done', id: message.id, ok: true, value, memory: measure() });
  } catch (error) {
    const thrown = error instanceof Error ? error : new Error(String(error));
    say({ kind: 'done', id: message.id, ok: false, error: { name: thrown.name, message: thrown.message, ...(thrown.stack === undefined ? {} : { stack: thrown.stack }) }, memory: measure() });
  }
}

/** The peak of the JavaScript heap since the last answer, and the process's resident memory now. */
function measure(): Memory {
  const { rss, heapUsed } = process.memoryUsage();
  heapPeak = Math.max(heapPeak, heapUsed);
  return { rssBytes: rss, heapBytes: heapPeak };
}
