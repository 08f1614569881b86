import type { z } from 'zod';
import { OutcomeMembers } from '../../contract/outcomes';
import { PANEL_PAGE_SIZE, type SignalList } from '../../contract/panel';
import type { OutcomeContract } from '../../domain/outcome';
import type { App } from '../../app';
import type { PageCase } from '../page/load-page';
import { pageRow } from '../page/page-quote';

/** The signals behind one number of an outcome, newest first; only those whose words may be shown. */
export async function listOutcomeMembers(app: App, page: PageCase, contract: OutcomeContract, input: z.output<typeof OutcomeMembers>): Promise<SignalList> {
  const key = { contract: contract.id, issue: input.issue, measure: input.measure, readOut: input.readOut };
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const members = await app.ports.outcomes.pageMembers(contract.product, key, input.window, after);
    ids.push(...members.rows);
    after = members.next;
  } while (after !== undefined);
  const signals = (await app.ports.stores.signals.findSignals(contract.product, ids)).filter((signal) => signal.visibility === 'open');
  signals.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1));
  return {
    total: signals.length,
    page: input.page,
    pages: Math.max(1, Math.ceil(signals.length / PANEL_PAGE_SIZE)),
    rows: signals.slice((input.page - 1) * PANEL_PAGE_SIZE, input.page * PANEL_PAGE_SIZE).map((signal) => pageRow(signal, page.sourceNames)),
  };
}
