import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';

/** The same call at another local server, answer and all. */
export function passOn(to: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  return new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(to);
    const passed = ask({ hostname, port, method: request.method, path: request.url, headers: { ...request.headers, host } }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on('end', resolve).on('error', reject);
    });
    passed.on('error', reject);
    request.pipe(passed);
  });
}
