import { agentOffView, quietBrief } from './fixtures/agent';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, relative } from 'node:path';
import type { Answer } from '../../../src/contract/answer';
import { closingSettings } from './fixtures/backlog';
import { noAccounts } from './fixtures/accounts';
import { inboundView } from './fixtures/inbound';
import type { EndpointName, Input, Output } from '../src/api';

/** What the server side says, endpoint by endpoint. A thrown error is a call that never came through. */
export type Script = { readonly [Name in EndpointName]?: (input: Input<Name>) => Answer<Output<Name>> | Promise<Answer<Output<Name>>> };

export interface Harness {
  readonly url: string;
  /** Replaces what the server says from now on. */
  say(script: Script): void;
  readonly calls: { readonly endpoint: string; readonly input: unknown }[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.json': 'application/json' };
/** As strict as a content policy gets: no inline scripts, no style elements, nothing from elsewhere. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; frame-src 'self'; base-uri 'none'";
/** What surfaces ask beside their own question; an ordinary answer unless a script speaks. */
const QUIET: Script = {
  'sources.open': () => ({ ok: true, value: { connectors: [], connections: [], asOf: '2025-06-30T09:00:00.000Z' } }),
  'admin.closing': () => ({ ok: true, value: closingSettings }),
  'proposals.open': () => ({ ok: true, value: { open: [] } }),
  'talk.week': () => ({ ok: true, value: { finding: { id: 'talk.finding.none', params: {} }, week: '2025-06-30', slots: [] } }),
  'admin.columns': () => ({ ok: true, value: {} }),
  'admin.saveColumns': () => ({ ok: true, value: { saved: true } }),
  'admin.routes': () => ({ ok: true, value: { connections: [] } }),
  'admin.accounts': () => ({ ok: true, value: noAccounts }),
  'admin.inbound': () => ({ ok: true, value: { ...inboundView, sources: [] } }),
  'admin.keptSources': () => ({ ok: true, value: { sources: [] } }),
  'closing.banner': () => ({ ok: true, value: { kind: 'none' } }),
  'agent.brief': () => ({ ok: true, value: quietBrief }),
  'agent.settings': () => ({ ok: true, value: agentOffView }),
  'outcomes.ofIssue': () => ({ ok: true, value: { line: { id: 'outcome.no-contract', params: {} }, flags: [] } }),
};
const DIST = join(__dirname, '../dist');

/** Serves the built screens with a scripted platform, for looking and for tests. */
export async function serve(script: Script): Promise<Harness> {
  const state = { script: { ...QUIET, ...script }, files: builtFiles() };
  const calls: { endpoint: string; input: unknown }[] = [];
  const server = createServer((request, response) => {
    void respond(request, response, state, calls);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    say: (next) => void (state.script = { ...QUIET, ...next }),
    calls,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

async function respond(request: IncomingMessage, response: ServerResponse, state: { readonly script: Script; readonly files: ReadonlyMap<string, Buffer> }, calls: { endpoint: string; input: unknown }[]): Promise<void> {
  const path = normalize(new URL(request.url ?? '/', 'http://harness').pathname);
  if (request.method === 'POST') {
    const { functionKey, payload } = JSON.parse(await bodyOf(request));
    calls.push({ endpoint: functionKey, input: payload });
    response.setHeader('content-type', 'application/json').end(JSON.stringify(await answer(state.script, functionKey, payload)));
    return;
  }
  if (path === '/favicon.ico') return void response.writeHead(204).end();
  if (path === '/bridge.js') return void response.setHeader('content-type', TYPES['.js'] ?? '').end(readFileSync(join(__dirname, 'bridge.js')));
  const body = state.files.get(path);
  if (body === undefined) return void response.writeHead(404).end();
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  response.setHeader('content-type', type).setHeader('content-security-policy', POLICY);
  response.end(extname(path) === '.html' ? body.toString('utf8').replace('<head>', '<head><script src="./bridge.js"></script>') : body);
}

/** The build as it is now: a newer one that arrives meanwhile does not mix with it. */
function builtFiles(): ReadonlyMap<string, Buffer> {
  const entries = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(entries.map((entry) => [`/${relative(DIST, join(entry.parentPath, entry.name)).replaceAll('\\', '/')}`, readFileSync(join(entry.parentPath, entry.name))]));
}

async function answer(script: Script, endpoint: string, input: unknown): Promise<{ readonly value: unknown } | { readonly thrown: string }> {
  const handler: unknown = Reflect.get(script, endpoint);
  if (typeof handler !== 'function') return { thrown: `The script says nothing about ${endpoint}.` };
  try {
    return { value: await handler(input) };
  } catch (error) {
    return { thrown: error instanceof Error ? error.message : String(error) };
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
