import { isPending } from '../domain/import';
import type { Ports } from '../ports/ports';

/** How many files were accepted and are not read to the end: while there is one, silence cannot be claimed. */
export async function pendingImports(ports: Pick<Ports, 'stores'>, product: string): Promise<number> {
  const runs = await ports.stores.imports.listRuns(product, 50);
  return runs.filter(isPending).length;
}
