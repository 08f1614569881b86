import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { cutFills, type GapFill } from '../../domain/gap-fill';
import type { Ports } from '../../ports/ports';

type Needs = Pick<Ports, 'settings'>;

const Stretch = z.object({ from: z.string(), to: z.string() });
const Wanted = Stretch.extend({ connection: z.string(), within: z.array(Stretch).exactOptional() });
const Fill = z.object({ product: z.string(), importId: z.string(), from: z.string(), to: z.string(), file: z.string(), at: z.string(), kept: z.number(), unreadable: z.number() });
const Fills = z.array(Fill);

/** Which time of which connection an import fills; `within`: the gaps of that time, outside of which it brings nothing. */
export type WantedFill = z.output<typeof Wanted>;
/** A fill that was read to its end. Who sent the file is told by its import alone: settings are not walked for account ids of people. */
export type SavedFill = GapFill & { readonly product: string; readonly importId: string };

const wantedKey = (importId: string): string => `import-fills:${importId}`;
const keyOf = (connection: string): string => `source-fills:${connection}`;

/** What an import was said to fill. @throws StoreUnavailable BadInput */
export async function findWantedFill({ settings }: Needs, importId: string): Promise<WantedFill | undefined> {
  const saved = await settings.find(wantedKey(importId));
  return saved === undefined ? undefined : parseAt('settings', Wanted, saved);
}

export async function saveWantedFill({ settings }: Needs, importId: string, wanted: WantedFill): Promise<void> {
  await settings.save(wantedKey(importId), { ...wanted });
}

/** What files filled of a connection, in the order in which they came. @throws StoreUnavailable BadInput */
export async function loadFills({ settings }: Needs, connection: string): Promise<readonly SavedFill[]> {
  const saved = await settings.find(keyOf(connection));
  return saved === undefined ? [] : parseAt('settings', Fills, saved);
}

/** The same import again is one fill. */
export async function addFill(needs: Needs, connection: string, fill: SavedFill): Promise<void> {
  const others = (await loadFills(needs, connection)).filter((one) => one.importId !== fill.importId);
  await needs.settings.save(keyOf(connection), [...others, fill]);
}

/** Somebody said since that of this time the source has nothing: what files were said to hold of it no longer counts. */
export async function cutFillsBy(needs: Needs, connection: string, stretch: Pick<GapFill, 'from' | 'to'>): Promise<void> {
  const fills = await loadFills(needs, connection);
  if (fills.length > 0) await needs.settings.save(keyOf(connection), [...cutFills(fills, stretch)]);
}

/** The statement goes; what the file brought stays. */
export async function withdrawFill(needs: Needs, connection: string, importId: string): Promise<void> {
  await needs.settings.save(keyOf(connection), (await loadFills(needs, connection)).filter((one) => one.importId !== importId));
}

/** Of a source that was left. */
export async function forgetFills({ settings }: Needs, connection: string): Promise<void> {
  await settings.remove(keyOf(connection));
}
