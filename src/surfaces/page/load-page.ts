import { changeMark } from '../../domain/change-mark';
import { sourcesAsOf } from '../../domain/coverage';
import type { CoverageLine, SourceCoverage } from '../../contract/coverage';
import { NotFound } from '../../domain/errors';
import type { Product } from '../../domain/product';
import type { ProductDigest } from '../../domain/product-digest';
import type { Release } from '../../domain/release';
import { DAY_IN_MS, epochMs, isoTime } from '../../domain/time';
import type { Ports } from '../../ports/ports';
import { coverageLine } from '../coverage-line';
import { pendingImports } from '../pending-imports';
import { visibleSources } from '../visible-sources';

/** A week, and a day for the digest's age. */
const LOOKED_BACK_DAYS = 8;

/** What every tab of the project page reads: a few rows, derived with the last run of the engine. */
export interface PageCase {
  readonly product: Product;
  /** Undefined before the first run. */
  readonly digest: ProductDigest | undefined;
  readonly coverage: CoverageLine;
  readonly sources: readonly SourceCoverage[];
  readonly sourceNames: ReadonlyMap<string, { readonly name: string; readonly kind: string }>;
  readonly releases: readonly Release[];
  readonly now: string;
  /** Whether the digest knows everything that came until now. */
  readonly isUpToDate: boolean;
  /** The earliest time said, of what came after the digest was made and was said in its last week or later: it is in no number. Absent when nothing was. */
  readonly uncountedFrom?: string;
}

/** @throws NotFound when no product has taken the project in */
export async function loadPage(ports: Ports, projectKey: string): Promise<PageCase> {
  const product = await ports.stores.products.findProductOfProject(projectKey);
  if (product === undefined) throw new NotFound('no product for this project');
  return loadProduct(ports, product);
}

export async function loadProduct(ports: Ports, product: Product): Promise<PageCase> {
  const { stores } = ports;
  const [run, coverage, settings, pending, releases, changed] = await Promise.all([
    stores.evidence.findRun(product.id),
    stores.products.listCoverage(product.id),
    stores.products.listSources(product.id),
    pendingImports(ports, product.id),
    stores.issues.listReleases(product.id),
    ports.settings.find(changeMark(product.id)),
  ]);
  const [sources, now] = [visibleSources(coverage, settings), ports.clock.now()];
  const isUpToDate = run !== undefined && typeof changed === 'string' && changed < run.computedAt;
  const uncountedFrom = run === undefined || isUpToDate ? undefined : await stores.signals.firstAdded(product.id, sources.map((one) => one.source), { since: run.computedAt, from: isoTime(epochMs(now) - LOOKED_BACK_DAYS * DAY_IN_MS) });
  return {
    product,
    digest: run === undefined ? undefined : await stores.themes.findDigest(product.id, run.computedAt),
    coverage: { ...coverageLine(sources, pending, run?.computedAt, now), asOf: now, ...(product.synthetic === true ? { synthetic: true } : {}) },
    sources: sourcesAsOf(sources, now),
    sourceNames: new Map(settings.filter((source) => source.visibility !== 'hidden').map((source) => [source.id, { name: source.name, kind: source.kind }])),
    releases,
    now,
    isUpToDate,
    ...(uncountedFrom === undefined ? {} : { uncountedFrom }),
  };
}
