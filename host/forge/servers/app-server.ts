import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../manifest';
import { contentPolicy } from './content-policy';
import { listen, send, sendJson, type LocalServer } from './http';
import { findStaticFile } from './static-files';

const BRIDGE_PATH = '/forge-bridge.js';

export interface AppServer extends LocalServer {
  /** The page at this origin, and no other, may show the app's pages in a frame. */
  allowFrameOf(origin: string): void;
}

/**
 * The app's own pages at an origin of their own: `/r/<resource>/<file>`, with the bridge script put first in <head>.
 */
export async function openAppServer({ port, manifest, appFolder, bridgeScript, onError }: { readonly port: number; readonly manifest: Manifest; readonly appFolder: string; readonly bridgeScript: string; readonly onError: (error: unknown) => void }): Promise<AppServer> {
  const shells: string[] = [];
  const server = await listen(
    port,
    async (_request, response, url) => {
      if (url.pathname === BRIDGE_PATH) return send(response, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' }, await readFile(bridgeScript));
      const [, prefix, key, ...rest] = url.pathname.split('/');
      const resource = manifest.resources.find((each) => each.key === key);
      const file = prefix === 'r' && resource !== undefined ? await findStaticFile(join(appFolder, resource.path), rest.join('/') || 'index.html') : undefined;
      if (file === undefined) return sendJson(response, 404, { message: `no file ${url.pathname}` });
      if (!file.headers['content-type']?.startsWith('text/html')) return send(response, 200, file.headers, file.body);
      send(response, 200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff', 'content-security-policy': contentPolicy(manifest, shells) }, withBridge(file.body.toString('utf8')));
    },
    onError,
  );
  return { ...server, allowFrameOf: (origin) => void shells.push(origin, origin.replace('127.0.0.1', 'localhost')) };
}

/** The bridge must be there before any script of the app runs. */
export function withBridge(html: string): string {
  const script = `<script src="${BRIDGE_PATH}"></script>`;
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => `${head}${script}`) : `${script}${html}`;
}

/** Path of a view's page at the app's origin: `resource` is `key` or `key/entry`. @throws when the manifest has no such resource */
export function pagePath(manifest: Manifest, resource: string): string {
  const [key = '', entry] = resource.split('/');
  const found = manifest.resources.find((each) => each.key === key);
  if (found === undefined) throw new Error(`manifest.yml has no resource ${key}`);
  const file = entry === undefined ? 'index.html' : found.entry?.[entry];
  if (file === undefined) throw new Error(`the resource ${key} has no entry ${String(entry)}`);
  return `/r/${key}/${file}`;
}

/** Address of a view's icon: `resource:ui;icon.svg` is a file of the app; undefined where the manifest names none of its own. */
export function iconAddress(manifest: Manifest, icon: string | undefined, appOrigin: string): string | undefined {
  const [, key, file] = /^resource:([^;]+);(.+)$/.exec(icon ?? '') ?? [];
  if (key === undefined || file === undefined || !manifest.resources.some((each) => each.key === key)) return undefined;
  return `${appOrigin}/r/${key}/${file.split('/').map(encodeURIComponent).join('/')}`;
}
