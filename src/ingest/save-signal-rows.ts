import type { ImportRun } from '../domain/import';
import type { SourceSetting } from '../domain/product';
import { signalId, type Signal } from '../domain/signal';
import type { IsoTime } from '../domain/time';
import type { Stored } from '../ports/stores';
import type { Ports } from '../ports/ports';
import { idNow } from './leaving/emptied-sources';
import { resolveAccounts } from './accounts/resolve-accounts';
import { recordFiles } from './record-coverage';
import type { PlacedRow } from './prepare-chunk';
import type { SignalRow } from './signal-row';

type Needs = Pick<Ports, 'stores' | 'settings' | 'clock' | 'accounts'>;

/** Stores redacted rows, with their accounts found, under the source they name, or the import's; a source's class is the class of its signals. @throws StoreUnavailable */
export async function saveSignalRows(ports: Needs, run: ImportRun, given: readonly PlacedRow[], at: IsoTime, live: ReadonlySet<string> = new Set()): Promise<readonly Stored[]> {
  const sources = await settingsOf(ports, run, given.map(({ row }) => row), live);
  const fallback = sources.get(undefined);
  const placed = given.map(({ row, origin }) => ({ product: run.product, signal: signalOf(row, sources.get(row.source) ?? fallback, run), origin }));
  const signals = (await resolveAccounts(ports.accounts, placed)).map((one) => one.signal);
  const stored = await ports.stores.signals.saveSignals(run.product, signals, at);
  // Before the chunk is finished: afterwards nobody would know which sources it named.
  for (const [name, setting] of sources) if (name !== undefined && setting.id !== run.source) await recordFiles(ports, setting);
  return stored;
}

function signalOf({ source: _named, ...row }: SignalRow, setting: SourceSetting | undefined, run: ImportRun): Signal {
  const source = setting?.id ?? run.source ?? 'file';
  return { ...row, source, id: signalId(source, row.externalId), visibility: setting?.visibility ?? run.visibility };
}

/** Rows that name a source which is read by itself are kept apart from it: what it has, and whether it is heard, only reading it tells. */
const APART = '-file';

/** Settings by the name that rows use; `undefined` is the import's own source. A name that is new becomes a source of the import's class. */
async function settingsOf(ports: Needs, run: ImportRun, rows: readonly SignalRow[], live: ReadonlySet<string>): Promise<ReadonlyMap<string | undefined, SourceSetting>> {
  const known = new Map((await ports.stores.products.listSources(run.product)).map((source) => [source.id, source]));
  const settings = new Map<string | undefined, SourceSetting>();
  for (const name of new Set([undefined, ...rows.map((row) => row.source)])) {
    const own = await idNow(ports, run.product, name === undefined ? (run.source ?? 'file') : sourceIdOf(name));
    const apart = `${own.slice(0, 40 - APART.length)}${APART}`;
    const id = name !== undefined && (live.has(own) || known.has(apart)) ? await idNow(ports, run.product, apart) : own;
    const setting = known.get(id) ?? { id, product: run.product, kind: 'file', name: id === own ? (name ?? run.fileName) : `${name ?? run.fileName} (file)`, visibility: run.visibility };
    if (!known.has(id) && (name !== undefined || run.source === undefined)) await ports.stores.products.saveSource(setting);
    known.set(id, setting);
    settings.set(name, setting);
  }
  return settings;
}

/** Lower-case letters, digits and dashes, at most 40; a name in another script keeps a number made from it. */
export function sourceIdOf(name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40);
  return plain === '' ? `source-${numberOf(name)}` : plain;
}

/** FNV-1a, 32 bits. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
