import type { ProductLine } from '../../contract/page';
import type { Ports } from '../../ports/ports';
import { loadProduct } from './load-page';
import { productLine } from './page-views';

/** One row per product of which the viewer may see a project. A product they may not see is as good as absent. */
export async function listProducts(ports: Ports): Promise<{ products: readonly ProductLine[] }> {
  const lines: ProductLine[] = [];
  for (const product of await ports.stores.products.listProducts()) {
    const project = await firstVisible(ports, product.projects);
    if (project !== undefined) lines.push(productLine(await loadProduct(ports, product), project));
  }
  return { products: lines };
}

async function firstVisible(ports: Ports, projects: readonly string[]): Promise<string | undefined> {
  for (const project of projects) if (await ports.tracker.canBrowseProject(project)) return project;
  return undefined;
}
