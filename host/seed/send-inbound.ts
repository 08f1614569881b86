import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Host } from '../forge/host-api';
import { asAdmin } from './apply-seed';
import { postPatiently } from './post-patiently';
import type { Seed, SeedSender } from './seed';

const Key = z.object({ key: z.string(), secret: z.string() });
const Row = z.object({ at: z.string() });
const ROWS_AT_ONCE = 500;

/** What a tenant's own systems send for a span of time: signed requests to the app's web trigger, each sent again until it is accepted. */
export async function send(host: Host, seed: Seed, folder: string, [from, to]: readonly [string, string]): Promise<void> {
  const senders: { readonly sender: SeedSender; readonly key: z.output<typeof Key> }[] = [];
  // All keys before the first request: a warm process remembers for a while which there are.
  for (const sender of seed.senders ?? []) senders.push({ sender, key: await keyOf(host, seed, sender, firstDay(sender.rows(from, to)), folder) });
  for (const { sender, key } of senders) {
    const rows = sender.rows(from, to);
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await post(host, seed.tenant, key, `[${rows.slice(at, at + ROWS_AT_ONCE).join(',')}]`);
  }
}

function firstDay(rows: readonly string[]): string | undefined {
  return rows.map((row) => Row.parse(JSON.parse(row)).at.slice(0, 10)).sort()[0];
}

/** The key is made once, as an admin would, who says that all since the first row is handed over; and kept by the sender. */
async function keyOf(host: Host, seed: Seed, { product, name, visibility, quietAfterHours }: SeedSender, since: string | undefined, folder: string): Promise<z.output<typeof Key>> {
  const file = join(folder, `${name}.key.json`);
  if (existsSync(file)) return Key.parse(JSON.parse(readFileSync(file, 'utf8')));
  const made = await asAdmin(host, seed)('admin.addInbound', { product, name, visibility, quietAfterHours, ...(since === undefined ? {} : { since }) }, Key);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(made));
  return made;
}

async function post(host: Host, tenant: string, { key, secret }: z.output<typeof Key>, body: string): Promise<void> {
  const isHeard = await postPatiently(tenant, () => {
    const timestamp = String(Math.floor(Date.parse(host.clock()) / 1000));
    const nonce = randomBytes(16).toString('hex');
    const signature = `sha256=${createHmac('sha256', secret).update(`${timestamp}.${nonce}.${body}`).digest('hex')}`;
    return fetch(host.webTriggerUrl(tenant, 'inbound-trigger'), { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-resurface-key': key, 'x-resurface-timestamp': timestamp, 'x-resurface-nonce': nonce, 'x-resurface-signature': signature } });
  });
  if (!isHeard) throw new Error(`nobody listens where ${tenant} sends to`);
}
