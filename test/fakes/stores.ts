import type { Classes } from '../../src/platform/store/classed-run';
import { refuseTakenProject } from '../../src/platform/store/product-store';
import type { Product, SourceSetting } from '../../src/domain/product';
import type { SourceCoverage } from '../../src/domain/coverage';
import type { ProductStore, Stores } from '../../src/ports/stores';
import { fakeDecisionStore } from './decision-store';
import { fakeEvidenceStore, type Runs } from './evidence-store';
import { fakeImportStore } from './import-store';
import { fakeIncrementStore } from './increment-store';
import { fakeIssueStore } from './issue-store';
import { fakeSignalStore } from './signal-store';
import { fakeThemeStore } from './theme-store';

/** In-memory stores that answer as the real ones do; `test/contract/stores.suite.ts` holds both to it. */
export function fakeStores(): Stores {
  const signals = fakeSignalStore();
  const issues = fakeIssueStore();
  const runs: Runs = new Map();
  const classesOf = (product: string): Classes => ({ signals: signals.classes(product), issues: issues.classes(product) });
  return {
    products: fakeProductStore(),
    signals: signals.store,
    issues: issues.store,
    evidence: fakeEvidenceStore(runs, classesOf),
    increments: fakeIncrementStore(runs, classesOf),
    decisions: fakeDecisionStore(),
    imports: fakeImportStore(),
    themes: fakeThemeStore(runs, signals.live),
  };
}

function fakeProductStore(): ProductStore {
  const products = new Map<string, Product>();
  const sources = new Map<string, SourceSetting>();
  const coverage = new Map<string, { product: string; one: SourceCoverage }>();
  const all = (): Product[] => [...products.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    async saveProduct(product) {
      refuseTakenProject(product, all());
      products.set(product.id, product);
    },
    listProducts: async () => all(),
    findProduct: async (id) => products.get(id),
    findProductOfProject: async (key) => all().find((product) => product.projects.includes(key)),
    async saveSource(source) {
      sources.set(`${source.product}\n${source.id}`, source);
    },
    listSources: async (product) => [...sources.values()].filter((one) => one.product === product).sort((a, b) => (a.id < b.id ? -1 : 1)),
    async saveCoverage(product, one) {
      coverage.set(`${product}\n${one.source}`, { product, one });
    },
    async dropSource(product, source) {
      coverage.delete(`${product}\n${source}`);
      sources.delete(`${product}\n${source}`);
    },
    listCoverage: async (product) =>
      [...coverage.values()].filter((row) => row.product === product).map((row) => row.one).sort((a, b) => (a.source < b.source ? -1 : 1)),
  };
}
