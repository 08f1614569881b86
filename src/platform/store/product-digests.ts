import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import type { ProductDigest } from '../../domain/product-digest';
import type { IsoTime } from '../../domain/time';
import { count, jsonColumn } from './columns';
import { insertRows } from './insert-rows';
import { selectRows, write } from './statement';

/** Characters in one row of a digest; most of them are one byte, so a row stays far below a request's limit. */
const PART_CHARS = 250_000;
/** A part of three-byte characters is 750 kB. */
const PARTS_AN_ANSWER = 4;

const Column = z.enum(['unplanned', 'now', 'next', 'later', 'shipped']);
const Lineage = z.object({
  event: z.enum(['born', 'split-from', 'merged-into', 'renamed', 'merged', 'split', 'moved']), at: z.string(), by: z.enum(['engine', 'person']), other: z.string().exactOptional(),
});
export const StoredTheme = z.object({
  id: z.string(), label: z.string(), labelAuthor: z.enum(['engine', 'person', 'model']), frozen: z.boolean(), signals: z.number(), openSignals: z.number().exactOptional(),
  exemplars: z.array(z.string()), terms: z.array(z.string()), lineage: z.array(Lineage),
});
const Digest = z.object({
  product: z.string(),
  computedAt: z.string(),
  unit: z.enum(['account', 'author', 'signal']),
  themes: z.array(
    z.object({
      theme: StoredTheme, customers: z.number(), recentCustomers: z.number(), signals: z.number(), echoes: z.number().exactOptional(), weeks: z.array(z.number()), days: z.array(z.number()).exactOptional(), sources: z.record(z.string(), z.array(z.number())),
      quotes: z.array(z.object({ signal: z.string(), at: z.string(), citation: z.object({ field: z.enum(['title', 'text']), start: z.number(), end: z.number() }) })),
      issues: z.array(z.object({ id: z.string(), key: z.string(), summary: z.string(), column: Column, signals: z.number() })),
    }),
  ),
  unassigned: z.object({ customers: z.number(), signals: z.number() }),
  planned: z.array(
    z.object({
      id: z.string(), key: z.string(), project: z.string(), summary: z.string(), column: Column, fixVersions: z.array(z.string()), evidence: z.number(),
      searchable: z.boolean(), searchReasons: z.array(z.string()),
    }),
  ),
  echoes: z.record(z.string(), z.string()).exactOptional(),
});
const PartRow = z.object({ part: count, parts: count, body: z.string() });
const Whole = jsonColumn(Digest);

/** Writes the digest in parts that carry their number, so that half a digest is never read as a whole one. Older ones go. */
export async function saveDigest(digest: ProductDigest): Promise<void> {
  const parts = partsOf(JSON.stringify(digest));
  for (const [part, body] of parts.entries()) {
    const row = [digest.product, digest.computedAt, part, parts.length, body];
    await insertRows({ table: 'product_digests', columns: ['product', 'computed_at', 'part', 'parts', 'body'], update: ['parts', 'body'] }, [row]);
  }
  await write('product_digests', 'DELETE FROM product_digests WHERE product = ? AND computed_at = ? AND part >= ?', [digest.product, digest.computedAt, parts.length]);
}

/** Cut between characters: half a surrogate pair cannot be stored. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    const last = text.charCodeAt(start + PART_CHARS - 1);
    const end = start + PART_CHARS - (last >= 0xd800 && last <= 0xdbff ? 1 : 0);
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}

/** Removes digests of earlier runs; called once the run they went with is no longer current. */
export async function removeOldDigests(product: string, current: IsoTime): Promise<void> {
  await write('product_digests', 'DELETE FROM product_digests WHERE product = ? AND computed_at < ?', [product, current]);
}

/** A few parts at a time, so that each answer stays below the platform's limit. */
export async function findDigest(product: string, computedAt: IsoTime): Promise<ProductDigest | undefined> {
  const rows: z.output<typeof PartRow>[] = [];
  for (;;) {
    const text = `SELECT part, parts, body FROM product_digests WHERE product = ? AND computed_at = ? AND part >= ? ORDER BY part LIMIT ${PARTS_AN_ANSWER}`;
    const some = await selectRows('product_digests', PartRow, text, [product, computedAt, rows.length]);
    rows.push(...some);
    if (some.length < PARTS_AN_ANSWER) break;
  }
  const parts = rows[0]?.parts;
  if (parts === undefined || rows.length !== parts) return undefined;
  return parseAt('store:product_digests', Whole, rows.map((row) => row.body).join(''));
}
