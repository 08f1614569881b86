import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { BadInput, NotFound } from '../../domain/errors';
import type { InboundKey, InboundSource } from '../../domain/inbound';
import type { Ports } from '../../ports/ports';
import { sourceIdOf } from '../save-signal-rows';

type Needs = Pick<Ports, 'settings' | 'stores' | 'clock' | 'inbound'>;

const SOURCES = 'inbound-sources';
const KEYS = 'inbound-keys';
/** Two, so that a sender can change from one to the other without losing a delivery. */
export const MOST_KEYS = 2;

const Sources = z.array(
  z.object({
    id: z.string(), product: z.string(), name: z.string(), visibility: z.enum(['open', 'counts', 'hidden']), quietAfterHours: z.number(),
    keys: z.array(z.object({ id: z.string(), createdAt: z.string() })), createdAt: z.string(),
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
}

/** A new source for a product, with coverage that says nothing was received yet. @throws BadInput when the name is taken */
export async function addInboundSource(needs: Needs, input: NewInboundSource): Promise<InboundSource> {
  const id = sourceIdOf(input.name);
  const sources = await listInboundSources(needs);
  const known = [...sources, ...(await needs.stores.products.listSources(input.product))];
  if (known.some((one) => one.id === id)) throw new BadInput('inbound', 'name', 'another source has this name');
  const source: InboundSource = { ...input, id, keys: [], createdAt: needs.clock.now() };
  await needs.settings.save(SOURCES, [...sources, source]);
  await needs.stores.products.saveSource({ id, product: input.product, kind: 'inbound', name: input.name, visibility: input.visibility });
  return source;
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

/** Keys and waiting deliveries go; what was read stays until it is erased. From now on nobody hears this sender: a gap. */
export async function removeInboundSource(needs: Needs, sourceId: string): Promise<void> {
  const source = (await listInboundSources(needs)).find((one) => one.id === sourceId);
  const coverage = source === undefined ? undefined : (await needs.stores.products.listCoverage(source.product)).find((one) => one.source === sourceId);
  if (source !== undefined && coverage !== undefined) {
    const { readAgainBy: _never, ...rest } = coverage;
    await needs.stores.products.saveCoverage(source.product, { ...rest, gaps: [...rest.gaps.filter((gap) => gap.to !== undefined), { from: needs.clock.now(), reason: 'removed' }] });
  }
  await needs.settings.saveSecret(KEYS, JSON.stringify((await loadInboundKeys(needs)).filter((one) => one.source !== sourceId)));
  await needs.settings.save(SOURCES, (await listInboundSources(needs)).filter((one) => one.id !== sourceId));
  await needs.inbound.removeSource(sourceId);
}
