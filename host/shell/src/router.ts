/// <reference lib="dom" />

/** An address of the shell, taken apart. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'issue'; readonly key: string }
  | { readonly page: 'backlog'; readonly project: string }
  | { readonly page: 'versions'; readonly project: string }
  | { readonly page: 'project-app'; readonly project: string; readonly base: string }
  | { readonly page: 'admin-app'; readonly base: string }
  | { readonly page: 'global-app'; readonly base: string }
  | { readonly page: 'nowhere' };

export function routeOf(path: string): Route {
  const [first, second, third, fourth] = path.split('/').filter((part) => part !== '').map(decodeURIComponent);
  if (first === undefined) return { page: 'home' };
  if (first === 'browse' && second !== undefined) return { page: 'issue', key: second };
  if (first === 'projects' && second !== undefined && third === 'backlog') return { page: 'backlog', project: second };
  if (first === 'projects' && second !== undefined && third === 'versions') return { page: 'versions', project: second };
  if (first === 'projects' && second !== undefined && third === 'apps' && fourth === 'resurface') return { page: 'project-app', project: second, base: `/projects/${second}/apps/resurface` };
  if (first === 'admin' && second === 'resurface') return { page: 'admin-app', base: '/admin/resurface' };
  if (first === 'apps' && second === 'resurface') return { page: 'global-app', base: '/apps/resurface' };
  return { page: 'nowhere' };
}

type Move = (how: 'page' | 'inside') => void;
const listeners = new Set<Move>();

/** `page`: another page of the shell. `inside`: the same page, another place in the app's frame. */
export function onMove(listener: Move): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function go(address: string, how: 'push' | 'replace' = 'push'): void {
  const before = baseOf(location.pathname);
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', address);
  tell(before === baseOf(location.pathname) && isApp(location.pathname) ? 'inside' : 'page');
}

/** Follows links of the shell without loading it anew. */
export function startRouter(): void {
  let before = baseOf(location.pathname);
  addEventListener('popstate', () => {
    const now = baseOf(location.pathname);
    tell(now === before && isApp(location.pathname) ? 'inside' : 'page');
  });
  listeners.add(() => {
    before = baseOf(location.pathname);
  });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.origin !== location.origin || link.target === '_blank' || link.hash !== '') return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
}

function tell(how: 'page' | 'inside'): void {
  for (const listener of [...listeners]) listener(how);
}

function isApp(path: string): boolean {
  return routeOf(path).page.endsWith('-app');
}

/** A page's own part of the address: what follows belongs to the app's frame. */
function baseOf(path: string): string {
  const route = routeOf(path);
  return 'base' in route ? route.base : path;
}
