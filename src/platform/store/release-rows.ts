import { z } from 'zod';
import type { Release } from '../../domain/release';
import type { Stored } from '../../ports/stores';
import { count, jsonColumn } from './columns';
import { contentHash } from './content-hash';
import { batchesOf, bytesOfValue, insertRows } from './insert-rows';
import { RESPONSE_BYTES, VALUES_PER_IN } from './limits';
import { present } from './present';
import { marks, selectRows, write, type Value } from './statement';

const Mark = z.object({ release_id: z.string(), content_hash: z.string() });
const Size = z.object({ release_id: z.string(), bytes: count });
const Row = z.object({
  product: z.string(),
  release_id: z.string(),
  name: z.string(),
  released_at: z.string().nullable(),
  issues: jsonColumn(z.array(z.string())),
});
const UPDATE = ['name', 'released_at', 'issues', 'content_hash', 'bytes'];
const RELEASES_A_PRODUCT = 10_000;

/** Upserts by (product, id). Of one release given several times the last counts. */
export async function saveReleases(releases: readonly Release[]): Promise<readonly Stored[]> {
  const answers = new Map<string, Stored>();
  const last = new Map(releases.map((release) => [keyOf(release), release]));
  const stored = await readMarks(releases);
  const rows: Value[][] = [];
  for (const [key, release] of last) {
    const values = [release.name, release.releasedAt ?? null, JSON.stringify(release.issues)];
    const hash = contentHash(values);
    const known = stored.get(key);
    answers.set(key, known === undefined ? 'added' : known === hash ? 'unchanged' : 'changed');
    const bytes = values.reduce<number>((sum, value) => sum + bytesOfValue(value), 100 + bytesOfValue(release.id));
    if (known !== hash) rows.push([release.product, release.id, ...values, hash, bytes]);
  }
  await insertRows({ table: 'releases', columns: ['product', 'release_id', ...UPDATE], update: UPDATE }, rows);
  return releases.map((release) => (last.get(keyOf(release)) === release ? (answers.get(keyOf(release)) ?? 'unchanged') : 'unchanged'));
}

async function readMarks(releases: readonly Release[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const product of new Set(releases.map((release) => release.product))) {
    const ids = releases.filter((release) => release.product === product).map((release) => release.id);
    for (const some of batchesOf(ids, () => 0, VALUES_PER_IN)) {
      const text = `SELECT release_id, content_hash FROM releases WHERE product = ? AND release_id IN (${marks(some.length)})`;
      const rows = await selectRows('releases', Mark, text, [product, ...some]);
      for (const row of rows) found.set(keyOf({ product, id: row.release_id }), row.content_hash);
    }
  }
  return found;
}

function keyOf(release: { readonly product: string; readonly id: string }): string {
  return `${release.product}\n${release.id}`;
}

/** By id. */
export async function removeReleases(product: string, ids: readonly string[]): Promise<void> {
  for (const some of batchesOf(ids, () => 0, VALUES_PER_IN)) await write('releases', `DELETE FROM releases WHERE product = ? AND release_id IN (${marks(some.length)})`, [product, ...some]);
}

export async function listReleases(product: string): Promise<readonly Release[]> {
  const releases: Release[] = [];
  const sizes = await selectRows('releases', Size, `SELECT release_id, bytes FROM releases WHERE product = ? ORDER BY release_id LIMIT ${RELEASES_A_PRODUCT}`, [product]);
  for (const page of batchesOf(sizes, (row) => row.bytes, RELEASES_A_PRODUCT, RESPONSE_BYTES)) {
    const text = 'SELECT product, release_id, name, released_at, issues FROM releases WHERE product = ? AND release_id >= ? AND release_id <= ? ORDER BY release_id';
    const rows = await selectRows('releases', Row, text, [product, page[0]?.release_id ?? '', page.at(-1)?.release_id ?? '']);
    releases.push(...rows.map((row) => ({ id: row.release_id, product: row.product, name: row.name, issues: row.issues, ...present({ releasedAt: row.released_at }) })));
  }
  return releases;
}
