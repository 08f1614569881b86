import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LocalServer {
  readonly origin: string;
  close(): Promise<void>;
}

export type Answering = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** A function that computes for minutes comes back to a connection that is still open: as long as a queue consumer may run. */
const LONGEST_SILENCE_MS = 900_000;

/** A server on the loopback address only; an exception in `answer` becomes a 500 and goes to `onError`. */
export async function listen(port: number, answer: Answering, onError: (error: unknown) => void): Promise<LocalServer> {
  const server: Server = createServer({ maxHeaderSize: 256 * 1024, keepAliveTimeout: LONGEST_SILENCE_MS }, (request, response) => {
    void (async () => {
      try {
        await answer(request, response, new URL(request.url ?? '/', 'http://127.0.0.1'));
      } catch (error) {
        onError(error);
        if (!response.headersSent) sendJson(response, 500, { error: { name: 'HostError', message: error instanceof Error ? error.message : String(error) } });
        else response.destroy();
      }
    })();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @throws when more than `maximum` bytes come */
export async function readBody(request: IncomingMessage, maximum: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maximum) throw new BodyTooLarge(`the request is larger than ${maximum} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export class BodyTooLarge extends Error {}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }, JSON.stringify(value) ?? 'null');
}

export function send(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: string | Uint8Array | undefined): void {
  response.writeHead(status, headers);
  response.end(body);
}
