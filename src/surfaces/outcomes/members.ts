import type { z } from 'zod';
import { FlagMembers, OutcomeMembers } from '../../contract/outcomes';
import { PANEL_PAGE_SIZE, type SignalList } from '../../contract/panel';
import { NotFound } from '../../domain/errors';
import type { OutcomeContract } from '../../domain/outcome';
import type { App } from '../../app';
import { nameIssues } from '../issues-of-signals';
import type { PageCase } from '../page/load-page';
import { pageRow } from '../page/page-quote';

/** Whose signals, and what their sources are called. */
export interface ListedIn {
  readonly product: { readonly id: string };
  readonly sourceNames: PageCase['sourceNames'];
}

/** The signals behind one number of an outcome. */
export async function listOutcomeMembers(app: App, page: ListedIn, contract: OutcomeContract, input: z.output<typeof OutcomeMembers>): Promise<SignalList> {
  const key = { contract: contract.id, issue: input.issue, measure: input.measure, readOut: input.readOut };
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const members = await app.ports.outcomes.pageMembers(contract.product, key, input.window, after);
    ids.push(...members.rows);
    after = members.next;
  } while (after !== undefined);
  return signalPage(app, page, ids, input.page);
}

/** The signals behind an early flag, as they were when it was raised. @throws NotFound */
export async function listFlagMembers(app: App, page: ListedIn, contract: OutcomeContract, input: z.output<typeof FlagMembers>): Promise<SignalList> {
  const flag = (await app.ports.outcomes.listAdverse(contract.product, contract.id)).find((one) => one.theme === input.theme);
  if (flag === undefined) throw new NotFound('no such flag');
  return signalPage(app, page, flag.signals, input.page);
}

/** One page of a list, newest first; only signals whose words may be shown, and how many more are behind the number. */
async function signalPage(app: App, { product, sourceNames }: ListedIn, ids: readonly string[], number: number): Promise<SignalList> {
  const found = (await app.ports.stores.signals.findSignals(product.id, ids)).filter((signal) => signal.visibility !== 'hidden');
  const signals = found.filter((signal) => signal.visibility === 'open');
  signals.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1));
  return {
    total: signals.length,
    countsOnly: found.length - signals.length,
    page: number,
    pages: Math.max(1, Math.ceil(signals.length / PANEL_PAGE_SIZE)),
    rows: await nameIssues(app.ports, product.id, signals.slice((number - 1) * PANEL_PAGE_SIZE, number * PANEL_PAGE_SIZE).map((signal) => pageRow(signal, sourceNames))),
  };
}
