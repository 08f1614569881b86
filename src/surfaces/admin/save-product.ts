import type { z } from 'zod';
import { SaveProduct } from '../../contract/admin';
import { BadInput } from '../../domain/errors';
import type { App } from '../../app';

/** Creates or changes a product, and reads its issues at once. A project belongs to one product only. */
export async function saveProduct(app: App, input: z.output<typeof SaveProduct>): Promise<{ id: string }> {
  const id = input.id ?? idOf(input.name);
  if (id === '') throw new BadInput('admin.saveProduct', 'name', 'needs a letter or a digit');
  const { products } = app.ports.stores;
  for (const project of input.projects) {
    const owner = await products.findProductOfProject(project);
    if (owner !== undefined && owner.id !== id) throw new BadInput('admin.saveProduct', 'projects', `${project} belongs to ${owner.name}`);
  }
  await products.saveProduct({ id, name: input.name, projects: input.projects, ...(input.synthetic === undefined ? {} : { synthetic: input.synthetic }) });
  await app.ports.queue.push({ name: 'sync-issues', product: id, full: true });
  return { id };
}

function idOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40);
}
