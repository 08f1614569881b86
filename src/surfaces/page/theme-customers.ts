import type { z } from 'zod';
import { PANEL_PAGE_SIZE } from '../../contract/panel';
import type { CustomerList, CustomerRow, ExportCustomers, ThemeCustomers } from '../../contract/page';
import { csvText } from '../../domain/csv';
import { countCustomers, customerKey } from '../../domain/customer';
import { NotFound } from '../../domain/errors';
import { DIGEST_WEEKS, echoesOf, type ProductDigest } from '../../domain/product-digest';
import type { Signal } from '../../domain/signal';
import { weekIndex } from '../../domain/time';
import type { MemberQuery } from '../../ports/theme-store';
import type { Ports } from '../../ports/ports';
import { loadAccountFacts } from '../account-facts';
import type { PageCase } from './load-page';
import { pageQuote } from './page-quote';

/** Members read in one statement: they come without words. */
const MEMBERS_A_READ = 5_000;
/** Rows in one call of the export: names and numbers, no words. */
const EXPORT_ROWS = 5_000;

interface Customer {
  readonly name: string | undefined;
  readonly isAuthorOnly: boolean;
  readonly signals: readonly Signal[];
}

interface Customers {
  /** Of whom at least one signal may be read. Most signals first, then the newest. */
  readonly named: readonly Customer[];
  /** Who spoke only where numbers alone are shared: counted, without a name. */
  readonly countsOnly: number;
  /** Customers who only repeat another: listed, not in the number. */
  readonly echoes: number;
}

/**
 * The customers behind a theme's number. `weeks` counts back from the run that the numbers on the page are of, with the same weeks, so
 * `total + countsOnly - echoes` is the number that was clicked.
 * @throws NotFound before the first run
 */
export async function listThemeCustomers(ports: Ports, page: PageCase, { theme, weeks, page: number }: z.output<typeof ThemeCustomers>): Promise<CustomerList> {
  const digest = required(page.digest);
  const { named, countsOnly, echoes } = await customersOf(ports, page.product.id, theme, digest, weeks);
  const rows = named.slice((number - 1) * PANEL_PAGE_SIZE, number * PANEL_PAGE_SIZE);
  const newest = rows.flatMap((one) => one.signals.slice(0, 1).map((signal) => signal.id));
  const words = new Map((newest.length === 0 ? [] : await ports.stores.signals.findSignals(page.product.id, newest)).map((signal) => [signal.id, signal]));
  const accounts = await loadAccountFacts(ports, words.values());
  return {
    total: named.length,
    countsOnly,
    echoes,
    unit: digest.unit,
    page: number,
    pages: Math.max(1, Math.ceil(named.length / PANEL_PAGE_SIZE)),
    rows: rows.map((one): CustomerRow => {
      const last = words.get(one.signals[0]?.id ?? '');
      const known = accounts.get(last?.id ?? '');
      return {
        isAuthorOnly: one.isAuthorOnly,
        signals: one.signals.length,
        lastAt: one.signals[0]?.at ?? digest.computedAt,
        ...(one.name === undefined ? {} : { name: known?.name ?? one.name }),
        ...(known?.facts === undefined ? {} : { facts: known.facts }),
        ...(last?.visibility === 'open' ? { last: pageQuote(last, page.sourceNames) } : {}),
      };
    }),
  };
}

/** The same list as a file, in pieces: `next` asks for the one after. */
export async function exportThemeCustomers(ports: Ports, page: PageCase, { theme, weeks, format, after }: z.output<typeof ExportCustomers>): Promise<{ fileName: string; text: string; next?: string }> {
  const offset = after === undefined ? 0 : Number(after);
  const { named } = await customersOf(ports, page.product.id, theme, required(page.digest), weeks);
  const rows = named.slice(offset, offset + EXPORT_ROWS).map(({ name, signals }) => ({ customer: name, signals: signals.length, first: signals.at(-1)?.at, last: signals[0]?.at }));
  const text = format === 'json' ? rows.map((row) => JSON.stringify(row)).join('\n') : csvText(['customer', 'signals', 'first', 'last'], rows.map((row) => [row.customer, String(row.signals), row.first, row.last]));
  return {
    fileName: `theme-${theme ?? 'unassigned'}-customers.${format}`,
    text: format === 'csv' && offset > 0 ? text.slice(text.indexOf('\r\n') + 2) : text,
    ...(offset + EXPORT_ROWS < named.length ? { next: String(offset + EXPORT_ROWS) } : {}),
  };
}

async function customersOf(ports: Ports, product: string, theme: string | null, digest: ProductDigest, weeks: number | undefined): Promise<Customers> {
  const members = (await membersOf(ports, { product, theme })).filter((signal) => signal.visibility !== 'hidden' && isWithin(signal, digest, weeks));
  const groups = [...Map.groupBy(members, customerKey).values()];
  const named = groups.map((signals) => signals.filter((signal) => signal.visibility === 'open')).filter((signals) => signals.length > 0);
  return { named: named.map(customerOf).sort(byVoice), countsOnly: groups.length - named.length, echoes: groups.length - countCustomers(members, echoesOf(digest)) };
}

function customerOf(signals: readonly Signal[]): Customer {
  const newestFirst = [...signals].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1));
  const { account, author } = newestFirst[0] ?? {};
  return { name: account ?? author, isAuthorOnly: account === undefined && author !== undefined, signals: newestFirst };
}

function byVoice(a: Customer, b: Customer): number {
  const [lastOfA, lastOfB] = [a.signals[0]?.at ?? '', b.signals[0]?.at ?? ''];
  return b.signals.length - a.signals.length || (lastOfA < lastOfB ? 1 : lastOfA > lastOfB ? -1 : (a.name ?? '') < (b.name ?? '') ? -1 : 1);
}

/** The page's weeks: what the digest did not count, because it was said outside of them, is not in the list either. */
function isWithin(signal: Signal, { computedAt }: ProductDigest, weeks: number | undefined): boolean {
  return weeks === undefined || weekIndex(signal.at, computedAt, Math.min(weeks, DIGEST_WEEKS)) >= 0;
}

async function membersOf(ports: Ports, query: MemberQuery): Promise<readonly Signal[]> {
  const members: Signal[] = [];
  let after: string | undefined;
  do {
    const read = await ports.stores.themes.pageMemberIds(query, after, MEMBERS_A_READ);
    members.push(...read.rows);
    after = read.next;
  } while (after !== undefined);
  return members;
}

function required(digest: ProductDigest | undefined): ProductDigest {
  if (digest === undefined) throw new NotFound('nothing was derived yet');
  return digest;
}
