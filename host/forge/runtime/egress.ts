import { Socket } from 'node:net';
import { ExternalEndpointNotAllowedError } from '@forge/api/out/api/errors';
import { EgressFilteringService } from '@forge/egress';

export interface EgressRules {
  /** The manifest's `permissions.external.fetch.backend`. */
  readonly allowed: readonly string[];
  /** Origin that the app calls to the local address that answers for it. */
  readonly routes: Readonly<Record<string, string>>;
  /** The host's own address. */
  readonly proxyUrl: string;
}

/**
 * The app's `fetch`: refuses what the manifest does not list, with Forge's own error, and sends routed origins to their local stand-in.
 * Must be in place before the app's bundle is loaded, because `@forge/api` captures `fetch` when it is imported.
 */
export function egressFetch(rules: EgressRules, real: typeof fetch): typeof fetch {
  const filter = new EgressFilteringService([...rules.allowed]);
  return async (input, init) => {
    const asked = input instanceof Request ? input.url : String(input);
    if (!filter.isValidUrl(asked)) throw new ExternalEndpointNotAllowedError(asked);
    const url = new URL(asked);
    const route = rules.routes[url.origin];
    if (route === undefined) return real(input, init);
    const target = new URL(url.pathname + url.search, route);
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    headers.set('x-emulated-host', url.host);
    return input instanceof Request ? real(new Request(target, new Request(input, { ...init, headers }))) : real(target, { ...init, headers });
  };
}

/** Closes the ways around `fetch`: a socket opens only to the host, to a route, or to a listed address. */
export function guardSockets(rules: EgressRules): void {
  const filter = new EgressFilteringService([...rules.allowed]);
  const local = new Set([rules.proxyUrl, ...Object.values(rules.routes)].map((url) => new URL(url)).map(({ hostname, port, protocol }) => `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`));
  const connect = Socket.prototype.connect;
  const guarded = function (this: Socket, ...args: unknown[]): Socket {
    const { host, port } = destination(args);
    const isListed = filter.isValidUrl(`https://${host}`) || filter.isValidUrl(`http://${host}`);
    if (!local.has(`${host}:${port}`) && !isListed) {
      process.nextTick(() => this.destroy(new ExternalEndpointNotAllowedError(`${host}:${port}`)));
      return this;
    }
    return Reflect.apply(connect, this, args);
  };
  Object.defineProperty(Socket.prototype, 'connect', { value: guarded, writable: true, configurable: true });
}

function destination(args: readonly unknown[]): { readonly host: string; readonly port: string } {
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first === 'object' && first !== null) {
    const { host, port, path } = first as { host?: unknown; port?: unknown; path?: unknown };
    return { host: String(host ?? (path === undefined ? 'localhost' : path)), port: String(port ?? '') };
  }
  return { host: String(typeof args[1] === 'string' ? args[1] : 'localhost'), port: String(first) };
}
