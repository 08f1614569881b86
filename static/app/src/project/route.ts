export type Tab = 'week' | 'signal' | 'roadmap';
export type Show = 'all' | 'above' | 'unplanned';

/** Where in the page someone is; everything needed to come back to it, so it can be shared and going back keeps filters. */
export type Route =
  | { readonly at: 'week' }
  | { readonly at: 'signal'; readonly show: Show; readonly find: string }
  | { readonly at: 'roadmap'; readonly show: Show }
  | { readonly at: 'theme'; readonly theme: string }
  /** Every signal of a theme; `null` is the unassigned. */
  | { readonly at: 'signals'; readonly theme: string | null; readonly page: number; readonly source?: string };

/** Reads `#/signal?show=above`. What it does not know is the first tab. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const params = new URLSearchParams(query);
  const [head, id, tail] = path.split('/').map((part) => decodeURIComponent(part));
  if (head === 'signal') return { at: 'signal', show: showIn(params), find: params.get('find') ?? '' };
  if (head === 'roadmap') return { at: 'roadmap', show: showIn(params) };
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
    case 'signals': {
      const query = queryOf({ page: route.page === 1 ? undefined : String(route.page), source: route.source });
      return route.theme === null ? `#/unassigned${query}` : `#/theme/${encodeURIComponent(route.theme)}/signals${query}`;
    }
  }
}

/** The tab that a route belongs to. */
export function tabOf(route: Route): Tab {
  return route.at === 'theme' || route.at === 'signals' ? 'signal' : route.at;
}

function signals(theme: string | null, params: URLSearchParams): Route {
  const page = Number(params.get('page') ?? 1);
  const source = params.get('source');
  return { at: 'signals', theme, page: Number.isInteger(page) && page > 0 ? page : 1, ...(source === null ? {} : { source }) };
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
