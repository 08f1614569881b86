import { z } from 'zod';
import type { Host } from '../forge/host-api';
import type { Seed, SeedFile, SeedProduct } from './seed';

export type Progress = (step: { readonly tenant: string; readonly what: string; readonly done: number; readonly of: number }) => void;

/** One bridge call carries at most this much, as from the admin page. */
const CHUNK_BYTES = 380_000;
const ANSWER = z.union([z.object({ ok: z.literal(true), value: z.unknown() }), z.object({ ok: z.literal(false), code: z.string(), detail: z.string().optional() })]);

/**
 * Sets the app up as an admin would: products, files through the import, the panel pinned. Through the same endpoints as the admin
 * page, so that nothing reaches the store on another way.
 * @throws Error naming the endpoint and the code when the app refuses something
 */
export async function applySeed(host: Host, seed: Seed, onProgress: Progress): Promise<void> {
  const admin = seed.users.find((user) => user.siteAdmin);
  if (admin === undefined) throw new Error(`the seed of ${seed.tenant} has no site admin`);
  const ask = async <Value extends z.ZodType>(endpoint: string, payload: unknown, value: Value): Promise<z.output<Value>> => {
    const answer = ANSWER.parse(await host.invoke(seed.tenant, { functionKey: endpoint, moduleKey: 'admin-page', accountId: admin.accountId, payload }));
    if (!answer.ok) throw new Error(`${endpoint}: ${answer.code} ${answer.detail ?? ''}`);
    return value.parse(answer.value);
  };
  host.emitEvent(seed.tenant, 'avi:forge:installed:app', {});
  // The admin page brings the tables up to date by itself, so the event need not have arrived.
  await ask('admin.open', {}, z.unknown());
  for (const product of seed.products) {
    await ask('admin.saveProduct', { id: product.id, name: product.name, projects: product.projects, synthetic: seed.synthetic }, z.object({ id: z.string() }));
    for (const file of product.files) await send(product, file, ask, (done, of) => onProgress({ tenant: seed.tenant, what: file.name, done, of }));
  }
  if (seed.products.length > 0) await ask('admin.pinPanel', { projects: seed.products.flatMap((product) => product.projects), pinned: true }, z.object({ taskId: z.string() }));
}

type Ask = <Value extends z.ZodType>(endpoint: string, payload: unknown, value: Value) => Promise<z.output<Value>>;

async function send(product: SeedProduct, file: SeedFile, ask: Ask, onChunk: (done: number, of: number) => void): Promise<void> {
  const { importId } = await ask('admin.startImport', { product: product.id, kind: file.kind, format: 'jsonl', fileName: file.name, source: file.source }, z.object({ importId: z.string() }));
  let seq = 0;
  let lines: string[] = [];
  let bytes = 0;
  let firstLine = 1;
  let line = 0;
  const flush = async (): Promise<void> => {
    if (lines.length === 0) return;
    await ask('admin.receiveChunk', { importId, seq, firstLine, text: lines.join('\n') }, z.object({ received: z.number() }));
    seq += 1;
    firstLine += lines.length;
    lines = [];
    bytes = 0;
    onChunk(line, line);
  };
  for (const text of file.lines()) {
    const size = Buffer.byteLength(text) + 1;
    if (bytes + size > CHUNK_BYTES) await flush();
    lines.push(text);
    bytes += size;
    line += 1;
  }
  await flush();
  await ask('admin.finishImport', { importId, chunks: seq }, z.unknown());
}
