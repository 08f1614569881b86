import { sourcesAsOf } from '../../domain/coverage';
import type { AdminView } from '../../contract/admin';
import { sentence, type Sentence } from '../../domain/sentence';
import type { Product } from '../../domain/product';
import type { App } from '../../app';
import { coverageLine } from '../coverage-line';
import { pendingImports } from '../pending-imports';
import { importView } from './import-view';

const IMPORTS_SHOWN = 10;

/** What is set up, what was read, and what the engine last gave. */
export async function adminView({ ports, kept }: Pick<App, 'ports' | 'kept'>): Promise<AdminView> {
  const products = await ports.stores.products.listProducts();
  const owner = new Map(products.flatMap((product) => product.projects.map((key) => [key, product.id])));
  return {
    products: await Promise.all(products.map((product) => productOf({ ports, kept }, product))),
    projects: (await ports.tracker.fetchProjects()).map(({ key, name }) => {
      const product = owner.get(key);
      return { key, name, ...(product === undefined ? {} : { product }) };
    }),
    synthetic: products.some((product) => product.synthetic ?? false),
  };
}

async function productOf({ ports, kept }: Pick<App, 'ports' | 'kept'>, product: Product): Promise<AdminView['products'][number]> {
  const { stores } = ports;
  const [issues, signals, sources, pending, run, imports, files] = await Promise.all([
    stores.issues.listIssues(product.id),
    stores.signals.countSignals(product.id),
    stores.products.listCoverage(product.id),
    pendingImports(ports, product.id),
    stores.evidence.findRun(product.id),
    stores.imports.listRuns(product.id, IMPORTS_SHOWN),
    kept.ofFiles(product.id),
  ]);
  return {
    id: product.id,
    name: product.name,
    projects: product.projects,
    issues: issues.length,
    signals,
    coverage: { ...coverageLine(sources, pending, run?.computedAt, ports.clock.now()), asOf: ports.clock.now() },
    sources: sourcesAsOf(sources, ports.clock.now()),
    files: files.map(({ id, name, kind, visibility }) => ({ id, name, kind, visibility })),
    imports: await Promise.all(imports.map((one) => importView(ports, one))),
    state: stateOf(run?.signals, issues.length, pending),
  };
}

function stateOf(read: number | undefined, issues: number, pending: number): Sentence {
  if (pending > 0) return sentence('product.reading');
  return read === undefined ? sentence('product.never-read') : sentence('product.derived', { signals: read, issues });
}
