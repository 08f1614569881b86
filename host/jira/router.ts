import { notEmulated } from './errors';
import { ROUTES } from './routes';
import type { Route } from './routes';

interface Matcher {
  readonly route: Route;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

const MATCHERS: readonly Matcher[] = ROUTES.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '([^/]+)')}$`),
  names: [...route.path.matchAll(/\{(\w+)\}/g)].flatMap((one) => one[1] ?? []),
}));

export interface Matched {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** @throws JiraError 501 for what is not emulated */
export function match(method: string, path: string): Matched {
  const trimmed = path.length > 1 ? path.replace(/\/+$/, '') : path;
  for (const { route, pattern, names } of MATCHERS) {
    const found = route.method === method ? pattern.exec(trimmed) : null;
    if (found !== null) return { route, params: Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')])) };
  }
  throw notEmulated(`${method} ${path}`);
}
