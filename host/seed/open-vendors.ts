import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../src/domain/random';
import { serveSource } from '../sources/serve-source';
import type { Call, Reply } from '../sources/source-world';
import type { OpenedVendor, Seed, SeedVendor } from './seed';

/** The vendors of some seeds, standing. */
export interface OpenVendors {
  /** Origin that the app calls to the address on this machine. */
  readonly routes: Readonly<Record<string, string>>;
  /** What an admin types for each vendor of a tenant. */
  readonly of: (tenant: string) => readonly (SeedVendor & OpenedVendor)[];
  close(): Promise<void>;
}

/** Opens every vendor of every seed behind one local address; keys that a vendor makes are kept in the folder, so that they hold at the next start. */
export async function openVendors(seeds: readonly Seed[], folder: string, now: () => number): Promise<OpenVendors> {
  const opened = seeds.flatMap((seed) => (seed.vendors ?? []).map((vendor) => ({ tenant: seed.tenant, ...vendor, ...vendor.open({ now, random: seededRandom(vendor.connection.name), keep: keeper(join(folder, seed.tenant)) }) })));
  const names = [...new Set(opened.flatMap((one) => one.hosts))];
  const served = await serveSource({ answer: (call) => answerOf(opened.filter((one) => one.hosts.includes(call.host)), call) });
  return {
    routes: Object.fromEntries(names.map((name) => [`https://${name}`, served.url])),
    of: (tenant) => opened.filter((one) => one.tenant === tenant),
    close: () => served.close(),
  };
}

/** The first that knows the key; where none does, what the last one says to that. */
function answerOf(here: readonly OpenedVendor[], call: Call): Reply {
  let said: Reply = { status: 404, body: { error: 'nothing here' } };
  for (const one of here) {
    said = one.answer?.(call) ?? said;
    if (said.status !== 401 && !(said.status === 400 && call.path === '/token')) return said;
  }
  return said;
}

function keeper(folder: string): (name: string, make: () => string) => string {
  return (name, make) => {
    const file = join(folder, name);
    if (existsSync(file)) return readFileSync(file, 'utf8');
    mkdirSync(folder, { recursive: true });
    const made = make();
    writeFileSync(file, made);
    return made;
  };
}
