import { changeMark } from '../domain/change-mark';
import type { Ports } from '../ports/ports';

/** Whether the last run of the engine began after everything that changed: then a run would only be done twice. */
export async function isUpToDate({ stores, settings }: Pick<Ports, 'stores' | 'settings'>, product: string): Promise<boolean> {
  const [run, changed] = await Promise.all([stores.evidence.findRun(product), settings.find(changeMark(product))]);
  return run !== undefined && typeof changed === 'string' && changed < run.computedAt;
}
