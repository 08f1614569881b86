import { z } from 'zod';
import type { Host } from '../forge/host-api';
import type { OpenedVendor, Seed, SeedFile, SeedProduct, SeedVendor } from './seed';

export type Progress = (step: { readonly tenant: string; readonly what: string; readonly rows: number }) => void;

/** One bridge call carries at most this much, as from the admin page. */
const CHUNK_BYTES = 380_000;
/** Lines of a list of accounts that one call carries. */
const ACCOUNTS_AT_ONCE = 1_000;
const Answer = z.union([z.object({ ok: z.literal(true), value: z.unknown() }), z.object({ ok: z.literal(false), code: z.string(), detail: z.string().optional() })]);

type Ask = <Value extends z.ZodType>(endpoint: string, payload: unknown, value: Value) => Promise<z.output<Value>>;

/**
 * Sets the app up as an admin would: products, accounts, files through the import, sources that are read by themselves, the panel pinned. Through the same endpoints as the admin
 * page, so that nothing reaches the store on another way.
 * @throws Error naming the endpoint and the code when the app refuses something
 */
export async function applySeed(host: Host, seed: Seed, vendors: readonly (SeedVendor & OpenedVendor)[], onProgress: Progress): Promise<void> {
  const ask = asAdmin(host, seed);
  host.emitEvent(seed.tenant, 'avi:forge:installed:app', {});
  // The admin page brings the tables up to date by itself, so the event need not have arrived.
  await ask('admin.open', {}, z.unknown());
  for (const { id, name, projects } of seed.products) {
    await ask('admin.saveProduct', { id, name, projects, synthetic: seed.synthetic }, z.object({ id: z.string() }));
  }
  for (const { id, closing } of seed.products) if (closing !== undefined) await ask('admin.changeMode', { product: id, mode: closing }, z.unknown());
  if (seed.accounts !== undefined) await listAccounts([...seed.accounts()], ask);
  await handOver(host, seed, seed.products, onProgress);
  for (const vendor of vendors) if (vendor.isWaiting !== true) await connect(vendor, ask);
  if (seed.products.length > 0) await ask('admin.pinPanel', { projects: seed.products.flatMap((product) => product.projects), pinned: true }, z.object({ taskId: z.string() }));
}

/** Drops files of products, all of them before any is read, so that the engine runs once and not once a file. */
export async function handOver(host: Host, seed: Pick<Seed, 'tenant' | 'users'>, products: readonly SeedProduct[], onProgress: Progress): Promise<void> {
  const ask = asAdmin(host, seed);
  const sent: { readonly importId: string; readonly chunks: number }[] = [];
  for (const product of products) {
    for (const file of product.files) sent.push(await send(product, file, ask, (rows) => onProgress({ tenant: seed.tenant, what: file.name, rows })));
  }
  for (const one of sent) await ask('admin.finishImport', one, z.unknown());
}

async function connect({ connection: { gaps = [], isNothingBefore, ...form }, fields }: SeedVendor & OpenedVendor, ask: Ask): Promise<void> {
  const { id } = await ask('sources.connect', { ...form, fields, withoutLooking: true }, z.object({ connected: z.literal(true), id: z.string() }));
  if (isNothingBefore === true) await ask('sources.sayBefore', { id, isNothingMissing: true }, z.unknown());
  const lastDay = (to: string): string => new Date(Date.parse(to) - 1).toISOString().slice(0, 10);
  for (const { from, to, reason } of gaps) await ask('sources.noteGap', { id, from: from.slice(0, 10), to: lastDay(to), reason }, z.unknown());
}

async function listAccounts(lines: readonly string[], ask: Ask): Promise<void> {
  for (let from = 0; from < lines.length; from += ACCOUNTS_AT_ONCE) {
    const { problems } = await ask('admin.importAccounts', { format: 'jsonl', firstLine: from + 1, text: lines.slice(from, from + ACCOUNTS_AT_ONCE).join('\n') }, z.object({ problems: z.array(z.unknown()) }));
    if (problems.length > 0) throw new Error(`the list of accounts: ${JSON.stringify(problems[0])}`);
  }
}

/** Endpoints of the admin page, asked as the tenant's first site administrator. */
export function asAdmin(host: Host, { tenant, users }: Pick<Seed, 'tenant' | 'users'>): Ask {
  const admin = users.find((user) => user.siteAdmin);
  if (admin === undefined) throw new Error(`the seed of ${tenant} has no site admin`);
  return async (endpoint, payload, value) => {
    const answer = Answer.parse(await host.invoke(tenant, { functionKey: endpoint, moduleKey: 'admin-page', accountId: admin.accountId, payload }));
    if (!answer.ok) throw new Error(`${endpoint}: ${answer.code} ${answer.detail ?? ''}`);
    return value.parse(answer.value);
  };
}

async function send(product: SeedProduct, file: SeedFile, ask: Ask, onChunk: (rows: number) => void): Promise<{ importId: string; chunks: number }> {
  const { importId } = await ask('admin.startImport', { product: product.id, kind: file.kind, format: 'jsonl', fileName: file.name, source: file.source }, z.object({ importId: z.string() }));
  let [seq, firstLine, line, bytes] = [0, 1, 0, 0];
  let lines: string[] = [];
  const flush = async (): Promise<void> => {
    if (lines.length === 0) return;
    await ask('admin.receiveChunk', { importId, seq, firstLine, text: lines.join('\n') }, z.object({ received: z.number() }));
    seq += 1;
    firstLine += lines.length;
    [lines, bytes] = [[], 0];
    onChunk(line);
  };
  for (const text of file.lines()) {
    const size = Buffer.byteLength(text) + 1;
    if (bytes + size > CHUNK_BYTES) await flush();
    lines.push(text);
    bytes += size;
    line += 1;
  }
  await flush();
  return { importId, chunks: seq };
}
