import { STANDING_LISTS } from '../../../../src/contract/backlog';
import type { StandingListName } from '../../../../src/contract/backlog';

export type Tab = 'week' | 'signal' | 'roadmap' | 'backlog' | 'releases';
/** Lists of the Backlog tab, by the names of their endpoint. */
export type Standing = StandingListName;
export type Window = 'before' | 'after';
export type Show = 'all' | 'above' | 'unplanned';

/** Where in the page someone is; everything needed to come back to it, so it can be shared and going back keeps filters. */
export type Route =
  | { readonly at: 'week' }
  | { readonly at: 'signal'; readonly show: Show; readonly find: string }
  | { readonly at: 'roadmap'; readonly show: Show }
  | { readonly at: 'theme'; readonly theme: string }
  /** Every signal of a theme; `null` is the unassigned. */
  | { readonly at: 'signals'; readonly theme: string | null; readonly page: number; readonly source?: string }
  | { readonly at: 'backlog' }
  /** Items by where they stand with customers, or what became of them. */
  | { readonly at: 'standing'; readonly list: Standing; readonly page: number; readonly reason?: string }
  | { readonly at: 'releases' }
  | { readonly at: 'release'; readonly contract: string };

/** Reads `#/signal?show=above`. What it does not know is the first tab. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const params = new URLSearchParams(query);
  const [head, id, tail] = path.split('/').map((part) => decodeURIComponent(part));
  if (head === 'signal') return { at: 'signal', show: showIn(params), find: params.get('find') ?? '' };
  if (head === 'roadmap') return { at: 'roadmap', show: showIn(params) };
  if (head === 'backlog') return backlog(id, params);
  if (head === 'releases') return id === undefined || id === '' ? { at: 'releases' } : { at: 'release', contract: id };
  if (head === 'unassigned') return signals(null, params);
  if (head === 'theme' && id !== undefined && id !== '') return tail === 'signals' ? signals(id, params) : { at: 'theme', theme: id };
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
      return `#/theme/${encodeURIComponent(route.theme)}`;
    case 'backlog':
      return '#/backlog';
    case 'standing':
      return `#/backlog/${route.list}${queryOf({ reason: route.reason, page: route.page === 1 ? undefined : String(route.page) })}`;
    case 'releases':
      return '#/releases';
    case 'release':
      return `#/releases/${encodeURIComponent(route.contract)}`;
    case 'signals': {
      const query = queryOf({ page: route.page === 1 ? undefined : String(route.page), source: route.source });
      return route.theme === null ? `#/unassigned${query}` : `#/theme/${encodeURIComponent(route.theme)}/signals${query}`;
    }
  }
}

/** The tab that a route belongs to. */
export function tabOf(route: Route): Tab {
  switch (route.at) {
    case 'theme':
    case 'signals':
      return 'signal';
    case 'standing':
      return 'backlog';
    case 'release':
      return 'releases';
    default:
      return route.at;
  }
}

function signals(theme: string | null, params: URLSearchParams): Route {
  const source = params.get('source');
  return { at: 'signals', theme, page: pageIn(params), ...(source === null ? {} : { source }) };
}

function backlog(list: string | undefined, params: URLSearchParams): Route {
  const reason = params.get('reason');
  const known = STANDING_LISTS.find((one) => one === list);
  if (known === undefined) return { at: 'backlog' };
  return { at: 'standing', list: known, page: pageIn(params), ...(reason === null ? {} : { reason }) };
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
