import type { Connector, Pace } from '../../ports/connector';

/** One limit of a connector, under a name by which what was sent is kept. */
export interface Limit {
  readonly name: string;
  readonly pace: Pace;
  /** Only these paths count. */
  readonly path?: RegExp;
}

export function limitsOf({ pace, slower = [] }: Pick<Connector, 'pace' | 'slower'>): readonly Limit[] {
  return [{ name: 'all', pace }, ...slower.map((one, index) => ({ name: `path-${index}`, pace: one, path: one.path }))];
}

/** What one of so many connections may use of it, that share it fairly: the same as each of the others, and never less than one request. */
export function shareOf(pace: Pace, connections: number): Pace {
  return { ...pace, requests: Math.max(pace.each ?? 1, Math.floor(pace.requests / Math.max(1, connections))) };
}

/**
 * A share with what the others leave of the whole.
 * @param kept what each of the others sent in the window, or may still need; one request stays for each of them in any case
 */
export function withLent(share: Pace, whole: Pace, kept: readonly number[]): Pace {
  const free = whole.requests - kept.reduce((sum, one) => sum + Math.max(one, whole.each ?? 1), 0);
  return { ...share, requests: Math.max(share.requests, free) };
}

/** Of each limit so much is left to whoever waits before a screen, so that a long read does not keep an admin from trying a form. */
const FOR_SCREENS = 0.04;

/** What runs may use of a limit. */
export function keptForScreens(pace: Pace): Pace {
  return { ...pace, requests: pace.requests - Math.floor(pace.requests * FOR_SCREENS) };
}
