import { z } from 'zod';
import type { Host } from '../forge/host-api';
import { asAdmin } from './apply-seed';
import { postPatiently } from './post-patiently';
import type { OpenedVendor, Seed, SeedVendor } from './seed';

const Connected = z.object({ connections: z.array(z.object({ name: z.string(), product: z.string(), deliveryAddress: z.string().optional() })) });

/** What vendors send by themselves for a span of time, each to the address that the admin page shows for its connection; to none that an admin removed or paused. */
export async function sendDeliveries(host: Host, seed: Seed, vendors: readonly (SeedVendor & OpenedVendor)[], [from, to]: readonly [string, string]): Promise<void> {
  const sending = vendors.map(({ connection, send }) => ({ connection, deliveries: send?.(from, to) ?? [] })).filter(({ deliveries }) => deliveries.length > 0);
  if (sending.length === 0) return;
  const { connections } = await asAdmin(host, seed)('sources.open', {}, Connected);
  for (const { connection, deliveries } of sending) {
    const address = connections.find(({ name, product }) => name === connection.name && product === connection.product)?.deliveryAddress;
    if (address === undefined) continue;
    for (const { body, headers } of deliveries) await postPatiently(connection.name, () => fetch(address, { method: 'POST', body, headers }));
  }
}
