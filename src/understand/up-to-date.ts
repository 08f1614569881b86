import { changeMark, linkedMark } from '../domain/change-mark';
import type { Ports } from '../ports/ports';

/** Whether the last run of the engine began after everything that changed: then a run would only be done twice. */
export async function isUpToDate({ stores, settings }: Pick<Ports, 'stores' | 'settings'>, product: string): Promise<boolean> {
  const [run, changed] = await Promise.all([stores.evidence.findRun(product), settings.find(changeMark(product))]);
  return run !== undefined && typeof changed === 'string' && changed < run.computedAt;
}

/** Whether everything that changed was looked at, if only in part: nothing waits to be counted. That nobody speaks of something only a whole run can say. */
export async function isLookedAt(ports: Pick<Ports, 'stores' | 'settings'>, product: string): Promise<boolean> {
  if (await isUpToDate(ports, product)) return true;
  const [run, changed, linked] = await Promise.all([ports.stores.evidence.findRun(product), ports.settings.find(changeMark(product)), ports.settings.find(linkedMark(product))]);
  return run !== undefined && typeof changed === 'string' && typeof linked === 'string' && changed < linked;
}
