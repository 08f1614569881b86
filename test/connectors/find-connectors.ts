import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connector } from '../../src/ports/connector';
import type { OpenWorld } from '../../host/sources/source-world';

const ROOT = join(__dirname, '..', '..');

export interface Found {
  readonly folder: string;
  readonly connector: Connector;
  /** Absent for a connector that is not polled and has no emulated vendor. */
  readonly openWorld?: OpenWorld;
}

/** Every connector on the disk, registered or not, with its emulated source. */
export async function findConnectors(): Promise<readonly Found[]> {
  const folders = readdirSync(join(ROOT, 'src/connectors'), { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== '_shared').map((entry) => entry.name).sort();
  return Promise.all(folders.map(async (folder) => {
    const exported = Object.values((await import(join(ROOT, 'src/connectors', folder, 'index.ts'))) as Record<string, unknown>);
    const connector = exported.find((value): value is Connector => typeof value === 'object' && value !== null && 'fields' in value && 'hosts' in value);
    if (connector === undefined) throw new Error(`src/connectors/${folder}/index.ts exports no connector`);
    const world = join(ROOT, 'host/sources', folder, 'world.ts');
    return { folder, connector, ...(existsSync(world) ? { openWorld: ((await import(world)) as { openWorld: OpenWorld }).openWorld } : {}) };
  }));
}

/** Folders whose connector is polled, read from its text so that suites can be named before anything is loaded. */
export const polledFolders = (): readonly string[] => foldersWith(/^ {2}(async )?poll\b/m);

/** Folders whose connector can say who an author is. */
export const namingFolders = (): readonly string[] => foldersWith(/^ {2}(async )?person\b/m);

/** Folders whose connector tells links to issues. */
export const linkingFolders = (): readonly string[] => foldersWith(/^ {2}(async )?links\b/m);

/** Folders whose first read takes all there is. */
export const wholeFolders = (): readonly string[] => foldersWith(/^ {2}readsAll: true/m);

/** Folders whose vendor shows its last days only. */
export const windowedFolders = (): readonly string[] => foldersWith(/^ {2}windowDays\b/m);

function foldersWith(capability: RegExp): readonly string[] {
  return readdirSync(join(ROOT, 'src/connectors'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== '_shared' && capability.test(readFileSync(join(ROOT, 'src/connectors', entry.name, 'index.ts'), 'utf8')))
    .map((entry) => entry.name)
    .sort();
}
