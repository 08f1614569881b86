import { STANDING_LISTS } from '../../../../src/contract/backlog';
import type { StandingListName } from '../../../../src/contract/backlog';
import { ROADMAP_COLUMNS } from '../../../../src/contract/roadmap-columns';
import type { RoadmapColumn } from '../../../../src/contract/roadmap-columns';

export type Tab = 'week' | 'signal' | 'roadmap' | 'backlog' | 'releases' | 'talk';
/** Lists of the Backlog tab, by the names of their endpoint. */
export type Standing = StandingListName;
export type Window = 'before' | 'after';
export type Show = 'all' | 'above' | 'unplanned';

/** Where in the page someone is; everything needed to come back to it, so it can be shared and going back keeps filters. */
export type Route =
  | { readonly at: 'week' }
  | { readonly at: 'signal'; readonly show: Show; readonly find: string }
  | { readonly at: 'roadmap'; readonly show: Show }
  /** With `column`: its linked issues that stand there. */
  | { readonly at: 'theme'; readonly theme: string; readonly column?: RoadmapColumn }
  /** Every signal of a theme; `null` is the unassigned. `from` and `to` are instants, the end left out. */
  | { readonly at: 'signals'; readonly theme: string | null; readonly page: number; readonly source?: string; readonly from?: string; readonly to?: string }
  /** Every customer behind a number of a theme; `weeks` back from the last run, absent for all. */
  | { readonly at: 'customers'; readonly theme: string | null; readonly page: number; readonly weeks?: number }
  | { readonly at: 'backlog' }
  /** Items by where they stand with customers, or what became of them. */
  | { readonly at: 'standing'; readonly list: Standing; readonly page: number; readonly reason?: string }
  | { readonly at: 'releases' }
  | { readonly at: 'release'; readonly contract: string }
  /** Who to talk to about a theme; without one, about the theme that most asks for it. */
  | { readonly at: 'talk'; readonly theme?: string };

/** Reads `#/signal?show=above`. What it does not know is the first tab. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const params = new URLSearchParams(query);
  const [head, id, tail] = path.split('/').map((part) => decodeURIComponent(part));
  if (head === 'signal') return { at: 'signal', show: showIn(params), find: params.get('find') ?? '' };
  if (head === 'roadmap') return { at: 'roadmap', show: showIn(params) };
  if (head === 'backlog') return backlog(id, params);
  if (head === 'releases') return id === undefined || id === '' ? { at: 'releases' } : { at: 'release', contract: id };
  if (head === 'talk') return id === undefined || id === '' ? { at: 'talk' } : { at: 'talk', theme: id };
  if (head === 'unassigned') return id === 'customers' ? customers(null, params) : signals(null, params);
  if (head === 'theme' && id !== undefined && id !== '') return theme(id, tail, params);
  return { at: 'week' };
}

/** The address of a route. */
export function routeHash(route: Route): string {
  switch (route.at) {
    case 'week':
      return '#/week';
    case 'signal':
      return `#/signal${queryOf({ show: route.show === 'all' ? undefined : route.show, find: route.find === '' ? undefined : route.find })}`;
    case 'roadmap':
      return `#/roadmap${queryOf({ show: route.show === 'all' ? undefined : route.show })}`;
    case 'theme':
      return `#/theme/${encodeURIComponent(route.theme)}${queryOf({ column: route.column })}`;
    case 'backlog':
      return '#/backlog';
    case 'standing':
      return `#/backlog/${route.list}${queryOf({ reason: route.reason, page: pageText(route.page) })}`;
    case 'releases':
      return '#/releases';
    case 'release':
      return `#/releases/${encodeURIComponent(route.contract)}`;
    case 'talk':
      return route.theme === undefined ? '#/talk' : `#/talk/${encodeURIComponent(route.theme)}`;
    case 'signals': {
      const query = queryOf({ page: pageText(route.page), source: route.source, from: route.from, to: route.to });
      return route.theme === null ? `#/unassigned${query}` : `#/theme/${encodeURIComponent(route.theme)}/signals${query}`;
    }
    case 'customers': {
      const query = queryOf({ weeks: route.weeks === undefined ? undefined : String(route.weeks), page: pageText(route.page) });
      return route.theme === null ? `#/unassigned/customers${query}` : `#/theme/${encodeURIComponent(route.theme)}/customers${query}`;
    }
  }
}

/** The tab that a route belongs to. */
export function tabOf(route: Route): Tab {
  switch (route.at) {
    case 'theme':
    case 'signals':
    case 'customers':
      return 'signal';
    case 'standing':
      return 'backlog';
    case 'release':
      return 'releases';
    default:
      return route.at;
  }
}

function theme(id: string, tail: string | undefined, params: URLSearchParams): Route {
  if (tail === 'signals') return signals(id, params);
  if (tail === 'customers') return customers(id, params);
  const column = ROADMAP_COLUMNS.find((one) => one === params.get('column'));
  return { at: 'theme', theme: id, ...(column === undefined ? {} : { column }) };
}

function signals(id: string | null, params: URLSearchParams): Route {
  const [source, from, to] = ['source', 'from', 'to'].map((name) => params.get(name) ?? undefined);
  return { at: 'signals', theme: id, page: pageIn(params), ...(source === undefined ? {} : { source }), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function customers(id: string | null, params: URLSearchParams): Route {
  const weeks = Number(params.get('weeks'));
  return { at: 'customers', theme: id, page: pageIn(params), ...(Number.isInteger(weeks) && weeks > 0 ? { weeks } : {}) };
}

function backlog(list: string | undefined, params: URLSearchParams): Route {
  const reason = params.get('reason');
  const known = STANDING_LISTS.find((one) => one === list);
  if (known === undefined) return { at: 'backlog' };
  return { at: 'standing', list: known, page: pageIn(params), ...(reason === null ? {} : { reason }) };
}

function pageText(page: number): string | undefined {
  return page === 1 ? undefined : String(page);
}

function pageIn(params: URLSearchParams): number {
  const page = Number(params.get('page') ?? 1);
  return Number.isInteger(page) && page > 0 ? page : 1;
}

function showIn(params: URLSearchParams): Show {
  const show = params.get('show');
  return show === 'above' || show === 'unplanned' ? show : 'all';
}

function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) params.set(name, value);
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}
