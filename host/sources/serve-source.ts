import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault } from './faults';
import { openWire } from './faults';
import type { Call, SourceWorld } from './source-world';

/** An emulated vendor on a local address. */
export interface ServedSource {
  readonly url: string;
  /** What goes wrong from now on; undefined: nothing. */
  fault: ((call: Call) => Fault | undefined) | undefined;
  /** Requests that came, oldest first. */
  readonly calls: readonly string[];
  close(): Promise<void>;
}

/** Serves a source over HTTP: the host sends there what the app calls by the vendor's name. */
export async function serveSource(world: Pick<SourceWorld, 'answer'>, random: () => number = Math.random): Promise<ServedSource> {
  const calls: string[] = [];
  const served: { fault: ServedSource['fault'] } = { fault: undefined };
  const wire = openWire((call) => world.answer(call), (call) => served.fault?.(call), random);
  const server = createServer((request, response) => void respond(request, response, wire, calls));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return Object.assign(served, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    close: () => new Promise<void>((done) => {
      server.closeAllConnections();
      server.close(() => done());
    }),
  });
}

async function respond(request: IncomingMessage, response: ServerResponse, wire: ReturnType<typeof openWire>, calls: string[]): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const url = new URL(request.url ?? '/', 'http://local');
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  calls.push(`${request.method ?? 'GET'} ${url.pathname}`);
  const arrival = wire({ method: request.method ?? 'GET', host: headers['x-emulated-host'] ?? '', path: url.pathname, query: url.searchParams, headers, body: Buffer.concat(parts).toString('utf8') });
  if (arrival.kind === 'answer') response.writeHead(arrival.status, { ...arrival.headers }).end(arrival.text);
  // A reset breaks the connection after half a head; a hang never answers.
  else if (arrival.why === 'reset') request.socket.destroy();
}
