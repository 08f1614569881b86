import { z } from 'zod';
import { BadInput } from '../../domain/errors';
import type { Product, SourceSetting } from '../../domain/product';
import type { SourceCoverage } from '../../domain/coverage';
import type { ProductStore } from '../../ports/stores';
import { count, jsonColumn, visibility } from './columns';
import { insertRows } from './insert-rows';
import { present } from './present';
import { selectRows, write } from './statement';

const ProductRow = z.object({ product: z.string(), name: z.string(), projects: jsonColumn(z.array(z.string())), synthetic: count });
const SourceRow = z.object({
  product: z.string(),
  source: z.string(),
  kind: z.string(),
  name: z.string(),
  visibility,
  gaps: jsonColumn(z.array(z.object({ from: z.string(), to: z.string(), reason: z.string() }))),
});
const CoverageRow = z.object({
  source: z.string(),
  name: z.string(),
  kind: z.string(),
  total: count,
  total_by: z.enum(['source', 'offered']),
  read_rows: count,
  kept: count,
  skipped: jsonColumn(z.record(z.string(), z.number())),
  oldest_at: z.string().nullable(),
  newest_at: z.string().nullable(),
  last_read_at: z.string().nullable(),
  // One column for all: what was read afterwards is marked, what a file filled (its name is the reason), since when it was read, and by when it is read again.
  gaps: jsonColumn(z.array(z.object({ from: z.string(), to: z.string().exactOptional(), reason: z.string(), readLater: z.literal(true).exactOptional(), dueAt: z.string().exactOptional(), fromFile: z.literal(true).exactOptional(), isReach: z.enum(['read', 'nothing-before', 'all', 'held', 'held-nothing-before']).exactOptional() }))),
});

export function productStore(): ProductStore {
  return {
    async saveProduct(product) {
      refuseTakenProject(product, await listProducts());
      await insertRows({ table: 'products', columns: ['product', 'name', 'projects', 'synthetic'], update: ['name', 'projects', 'synthetic'] }, [
        [product.id, product.name, JSON.stringify(product.projects), product.synthetic ? 1 : 0],
      ]);
    },
    listProducts,
    findProduct: async (id) => (await listProducts()).find((product) => product.id === id),
    findProductOfProject: async (key) => (await listProducts()).find((product) => product.projects.includes(key)),
    saveSource,
    listSources,
    saveCoverage,
    listCoverage,
    async dropSource(product, source) {
      for (const table of ['coverage', 'sources']) await write(table, `DELETE FROM ${table} WHERE product = ? AND source = ?`, [product, source]);
    },
  };
}

/** Each issue is in one product, so a Jira project is in one at most. @throws BadInput */
export function refuseTakenProject(product: Product, all: readonly Product[]): void {
  for (const other of all) {
    const taken = other.id === product.id ? undefined : other.projects.find((key) => product.projects.includes(key));
    if (taken !== undefined) throw new BadInput('product', 'projects', `${taken} belongs to ${other.id}`);
  }
}

/** A site has a handful of products: one statement reads them all. */
async function listProducts(): Promise<readonly Product[]> {
  const rows = await selectRows('products', ProductRow, 'SELECT product, name, projects, synthetic FROM products ORDER BY product LIMIT 1000', []);
  return rows.map((row) => ({ id: row.product, name: row.name, projects: row.projects, ...(row.synthetic === 0 ? {} : { synthetic: true }) }));
}

async function saveSource(source: SourceSetting): Promise<void> {
  const columns = ['product', 'source', 'kind', 'name', 'visibility', 'gaps'];
  await insertRows({ table: 'sources', columns, update: ['kind', 'name', 'visibility', 'gaps'] }, [
    [source.product, source.id, source.kind, source.name, source.visibility, JSON.stringify(source.gaps ?? [])],
  ]);
}

async function listSources(product: string): Promise<readonly SourceSetting[]> {
  const text = 'SELECT product, source, kind, name, visibility, gaps FROM sources WHERE product = ? ORDER BY source LIMIT 1000';
  const rows = await selectRows('sources', SourceRow, text, [product]);
  return rows.map(({ source, gaps, ...row }) => ({ id: source, ...row, ...(gaps.length === 0 ? {} : { gaps }) }));
}

const COVERAGE_VALUES = ['name', 'kind', 'total', 'total_by', 'read_rows', 'kept', 'skipped', 'oldest_at', 'newest_at', 'last_read_at', 'gaps'];

async function saveCoverage(product: string, one: SourceCoverage): Promise<void> {
  await insertRows({ table: 'coverage', columns: ['product', 'source', ...COVERAGE_VALUES], update: COVERAGE_VALUES }, [
    [
      product, one.source, one.name, one.kind, one.total, one.totalBy, one.read, one.kept, JSON.stringify(one.skipped),
      one.oldestAt ?? null, one.newestAt ?? null, one.lastReadAt ?? null, JSON.stringify([...one.gaps, ...(one.outages ?? []).map((outage) => ({ ...outage, readLater: true })), ...(one.filled ?? []).map(({ file, ...time }) => ({ ...time, reason: file, fromFile: true })), ...(one.readAgainBy === undefined ? [] : [{ from: one.lastReadAt ?? '', reason: 'not-read', dueAt: one.readAgainBy }]), ...reachText(one)]),
    ],
  ]);
}

async function listCoverage(product: string): Promise<readonly SourceCoverage[]> {
  const text = `SELECT source, ${COVERAGE_VALUES.join(', ')} FROM coverage WHERE product = ? ORDER BY source LIMIT 1000`;
  const rows = await selectRows('coverage', CoverageRow, text, [product]);
  return rows.map((row) => ({
    source: row.source,
    name: row.name,
    kind: row.kind,
    total: row.total,
    totalBy: row.total_by,
    read: row.read_rows,
    kept: row.kept,
    skipped: row.skipped,
    ...gapsOf(row.gaps),
    ...reachOf(row),
    ...present({ oldestAt: row.oldest_at, newestAt: row.newest_at, lastReadAt: row.last_read_at }),
  }));
}

function gapsOf(kept: z.output<typeof CoverageRow>['gaps']): Pick<SourceCoverage, 'gaps' | 'outages' | 'filled' | 'readAgainBy'> {
  const outages = kept.flatMap(({ from, to, reason, readLater }) => (readLater === true && to !== undefined ? [{ from, to, reason }] : []));
  const gaps = kept.filter((one) => one.readLater === undefined && one.dueAt === undefined && one.fromFile === undefined && one.isReach === undefined);
  const filled = kept.flatMap(({ from, to, reason, fromFile }) => (fromFile === true && to !== undefined ? [{ from, to, file: reason }] : []));
  const readAgainBy = kept.find((one) => one.dueAt !== undefined)?.dueAt;
  return { gaps, ...(outages.length === 0 ? {} : { outages }), ...(filled.length === 0 ? {} : { filled }), ...(readAgainBy === undefined ? {} : { readAgainBy }) };
}

/** Of what is read by itself, also that there is no such day: a row in which nothing stands was written by somebody who did not know. */
function reachText({ readSince, nothingBefore, readAgainBy, held }: SourceCoverage): readonly object[] {
  if (held !== undefined) return [{ ...held, reason: 'held', isReach: nothingBefore === true ? 'held-nothing-before' : 'held' }];
  if (readSince === undefined) return readAgainBy === undefined ? [] : [{ from: '', reason: 'read-since', isReach: 'all' }];
  return [{ from: readSince, reason: 'read-since', isReach: nothingBefore === true ? 'nothing-before' : 'read' }];
}

function reachOf({ gaps, last_read_at: lastReadAt }: Pick<z.output<typeof CoverageRow>, 'gaps' | 'last_read_at'>): Pick<SourceCoverage, 'readSince' | 'held' | 'nothingBefore'> {
  const reach = gaps.find((one) => one.isReach !== undefined);
  if (reach === undefined) return lastReadAt === null || !gaps.some((one) => one.dueAt !== undefined) ? {} : { readSince: lastReadAt };
  if (reach.isReach === 'held' || reach.isReach === 'held-nothing-before') {
    const { from, to } = reach;
    return { held: { from, ...(to === undefined ? {} : { to }) }, ...(reach.isReach === 'held' ? {} : { nothingBefore: true }) };
  }
  return reach.isReach === 'all' ? {} : { readSince: reach.from, ...(reach.isReach === 'nothing-before' ? { nothingBefore: true } : {}) };
}
