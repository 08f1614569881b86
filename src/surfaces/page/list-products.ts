import type { ProductLine } from '../../contract/page';
import type { Ports } from '../../ports/ports';
import { loadProduct } from './load-page';
import { productLine } from './page-views';
import { loudUnplanned } from './loud-unplanned';
import { themeWords } from './theme-words';
import { visibleDigest } from './visible-digest';

/** One row per product of which the viewer may see a project. A product they may not see is as good as absent, and so is the work of its other projects. */
export async function listProducts(ports: Ports): Promise<{ products: readonly ProductLine[] }> {
  const lines: ProductLine[] = [];
  for (const product of await ports.stores.products.listProducts()) {
    const visible: string[] = [];
    for (const project of product.projects) if (await ports.tracker.canBrowseProject(project)) visible.push(project);
    const [first] = visible;
    if (first === undefined) continue;
    const page = await loadProduct(ports, product);
    const seen = page.digest === undefined ? page : { ...page, digest: visibleDigest(page.digest, (project) => visible.includes(project)) };
    lines.push(productLine(seen, first, await themeWords(ports, seen, seen.digest === undefined ? [] : loudUnplanned(seen.digest).slice(0, 1))));
  }
  return { products: lines };
}
