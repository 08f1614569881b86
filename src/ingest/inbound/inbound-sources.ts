import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { BadInput, NotFound } from '../../domain/errors';
import type { SourceCoverage } from '../../domain/coverage';
import type { InboundKey, InboundSource } from '../../domain/inbound';
import type { Ports } from '../../ports/ports';
import { REMOVED } from '../../domain/listened-to';
import type { SourceSetting } from '../../domain/product';
import type { IsoTime } from '../../domain/time';
import { saveHeldWord } from '../held-time';
import { idNow } from '../leaving/emptied-sources';
import { sourceIdOf } from '../save-signal-rows';
import { quietGap, withQuiet } from './quiet-times';

type Needs = Pick<Ports, 'settings' | 'stores' | 'clock' | 'inbound'>;

export const KIND = 'inbound';
const SOURCES = 'inbound-sources';
const KEYS = 'inbound-keys';
/** Two, so that a sender can change from one to the other without losing a delivery. */
export const MOST_KEYS = 2;

const Sources = z.array(
  z.object({
    id: z.string(), product: z.string(), name: z.string(), visibility: z.enum(['open', 'counts', 'hidden']), quietAfterHours: z.number(),
    keys: z.array(z.object({ id: z.string(), createdAt: z.string() })), createdAt: z.string(), heardFrom: z.string().exactOptional(),
  }),
);
const Keys = z.array(z.object({ id: z.string(), source: z.string(), secret: z.string() }));

/** @throws StoreUnavailable BadInput */
export async function listInboundSources({ settings }: Pick<Ports, 'settings'>): Promise<readonly InboundSource[]> {
  const saved = await settings.find(SOURCES);
  return saved === undefined ? [] : parseAt('settings', Sources, saved);
}

/** With secrets: for checking signatures, never for a screen. */
export async function loadInboundKeys({ settings }: Pick<Ports, 'settings'>): Promise<readonly InboundKey[]> {
  const saved = await settings.findSecret(KEYS);
  return saved === undefined ? [] : parseAt('settings', Keys, JSON.parse(saved));
}

export interface NewInboundSource {
  readonly product: string;
  readonly name: string;
  readonly visibility: InboundSource['visibility'];
  readonly quietAfterHours: number;
  /** It hands over everything that was said since then; without it, since it was made. */
  readonly since?: IsoTime;
}

/**
 * A new source for a product, with coverage that says nothing was received yet; or one that was removed and kept its signals, which goes on: the time
 * between is a gap for good. @throws BadInput when the name is taken
 */
export async function addInboundSource(needs: Needs, { since, ...input }: NewInboundSource): Promise<InboundSource> {
  const { products } = needs.stores;
  const id = await idNow(needs, input.product, sourceIdOf(input.name));
  const sources = await listInboundSources(needs);
  const known = (await products.listSources(input.product)).find((one) => one.id === id);
  if (sources.some((one) => one.id === id) || (known !== undefined && known.kind !== KIND)) throw new BadInput('inbound', 'name', 'another source has this name');
  const before = known === undefined ? undefined : (await products.listCoverage(input.product)).find((one) => one.source === id);
  const source: InboundSource = { ...input, id, keys: [], createdAt: needs.clock.now(), ...(before?.held === undefined ? {} : { heardFrom: before.held.from }) };
  const away = known === undefined ? [] : unheard(needs, known, before);
  await products.saveSource({ id, product: input.product, kind: KIND, name: input.name, visibility: input.visibility, ...(away.length === 0 ? {} : { gaps: away }) });
  // Who may see its words holds for those that were kept, too.
  if (known !== undefined) await needs.stores.signals.showSource(input.product, id, input.visibility);
  if (since !== undefined) await saveHeldWord(needs, input.product, id, { from: since });
  await needs.settings.save(SOURCES, [...sources, source]);
  return source;
}

/** What an admin told before, and the time since the sender was removed. */
function unheard({ clock }: Needs, known: SourceSetting, coverage: SourceCoverage | undefined): NonNullable<SourceSetting['gaps']> {
  const since = coverage?.gaps.find((gap) => gap.to === undefined)?.from;
  return [...(known.gaps ?? []), ...(since === undefined ? [] : [{ from: since, to: clock.now(), reason: REMOVED }])];
}

/** Makes a key; its secret is answered this once. @throws NotFound; BadInput when two are active */
export async function addInboundKey(needs: Needs, sourceId: string, made: { readonly id: string; readonly secret: string }): Promise<InboundKey> {
  const sources = await listInboundSources(needs);
  const source = sources.find((one) => one.id === sourceId);
  if (source === undefined) throw new NotFound('no such inbound source');
  if (source.keys.length >= MOST_KEYS) throw new BadInput('inbound', 'key', 'two keys are active: remove one first');
  const key = { ...made, source: sourceId };
  // The secret first: a key that a screen shows must work.
  await needs.settings.saveSecret(KEYS, JSON.stringify([...(await loadInboundKeys(needs)), key]));
  await needs.settings.save(SOURCES, sources.map((one) => (one.id === sourceId ? { ...one, keys: [...one.keys, { id: made.id, createdAt: needs.clock.now() }] } : one)));
  return key;
}

/** From then on nothing signed with it is taken. */
export async function removeInboundKey(needs: Needs, keyId: string): Promise<void> {
  await needs.settings.saveSecret(KEYS, JSON.stringify((await loadInboundKeys(needs)).filter((one) => one.id !== keyId)));
  await needs.settings.save(SOURCES, (await listInboundSources(needs)).map((one) => ({ ...one, keys: one.keys.filter((key) => key.id !== keyId) })));
}

/** Keys and waiting deliveries go; what was read stays. From now on nobody hears this sender: a gap, until somebody says that nobody listens there any more. */
export async function removeInboundSource(needs: Needs, sourceId: string): Promise<void> {
  const source = (await listInboundSources(needs)).find((one) => one.id === sourceId);
  const coverage = source === undefined ? undefined : (await needs.stores.products.listCoverage(source.product)).find((one) => one.source === sourceId);
  if (source !== undefined && coverage !== undefined) {
    const { readAgainBy: _never, ...rest } = coverage;
    const setting = (await needs.stores.products.listSources(source.product)).find((one) => one.id === sourceId);
    const quiet = quietGap(source, (await needs.inbound.figures(sourceId)).lastReceivedAt, needs.clock.now());
    // Its silence until now is heard no more for being removed.
    const silence = quiet === undefined ? [] : [{ ...quiet, to: needs.clock.now() }];
    for (const ended of silence) if (setting !== undefined) await needs.stores.products.saveSource({ ...setting, gaps: withQuiet(setting.gaps, ended) });
    await needs.stores.products.saveCoverage(source.product, { ...rest, gaps: [...rest.gaps.filter((gap) => gap.to !== undefined), ...silence, { from: needs.clock.now(), reason: REMOVED }] });
  }
  await needs.settings.saveSecret(KEYS, JSON.stringify((await loadInboundKeys(needs)).filter((one) => one.source !== sourceId)));
  await needs.settings.save(SOURCES, (await listInboundSources(needs)).filter((one) => one.id !== sourceId));
  await needs.inbound.removeSource(sourceId);
}
