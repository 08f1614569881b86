/// <reference lib="dom" />
import { go, onMove } from './router';
import { textAt } from './read';

/** Where the app is inside its page, as `view.createHistory()` tells it. */
export interface AppLocation {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state: undefined;
  readonly key: string;
}

/** The part of the browser's address behind the page's own is lent to the app. */
export function appHistory(base: string, onLeave: (undo: () => void) => void): Readonly<Record<string, unknown>> {
  let action = 'POP';
  const here = (): AppLocation => ({ pathname: location.pathname.slice(base.length) || '/', search: location.search, hash: location.hash, state: undefined, key: `${location.pathname}${location.search}${location.hash}` });
  const move = (how: 'push' | 'replace') => (to: unknown) => {
    action = how === 'push' ? 'PUSH' : 'REPLACE';
    go(base + partOf(to), how);
    action = 'POP';
  };
  return {
    action,
    location: here(),
    push: move('push'),
    replace: move('replace'),
    go: (steps: unknown) => history.go(typeof steps === 'number' ? steps : 0),
    goBack: () => history.back(),
    goForward: () => history.forward(),
    createHref: (to: unknown) => base + partOf(to),
    listen(listener: (location: AppLocation, action: string) => unknown) {
      const stop = onMove((how) => {
        if (how === 'inside') listener(here(), action);
      });
      onLeave(stop);
      return stop;
    },
  };
}

/** A path as text or as an object of its parts; it never leaves the app's page. */
function partOf(to: unknown): string {
  const text = typeof to === 'string' ? to : `${textAt(to, 'pathname') ?? ''}${textAt(to, 'search') ?? ''}${textAt(to, 'hash') ?? ''}`;
  const parsed = new URL(text, 'http://app.local/');
  return `${parsed.pathname === '/' ? '' : parsed.pathname}${parsed.search}${parsed.hash}`;
}
