import { listAt, textAt } from './read';

/** A module of the app that shows a page. */
export interface AppView {
  readonly type: string;
  readonly key: string;
  readonly title: string;
  readonly url?: string;
  /** The app's own drawing. */
  readonly icon?: string;
}

export interface SiteInfo {
  readonly name: string;
  readonly siteName: string;
  readonly siteUrl: string;
  /** Where this host says how its vendors are connected. */
  readonly vendorsPage?: string;
}

export interface HostInfo {
  readonly now: string;
  readonly appOrigin: string;
  readonly tenants: readonly SiteInfo[];
  readonly views: readonly AppView[];
}

/** The host said no, or could not be reached. */
export class HostFailure extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
    this.name = code;
  }
}

export async function readHost(): Promise<HostInfo> {
  const value = await answer(await fetch('/host/tenants'));
  return {
    now: textAt(value, 'now') ?? new Date().toISOString(),
    appOrigin: textAt(value, 'appOrigin') ?? location.origin,
    tenants: listAt(value, 'tenants').map((one) => {
      const vendorsPage = textAt(one, 'vendorsPage');
      return { name: textAt(one, 'name') ?? '', siteName: textAt(one, 'siteName') ?? '', siteUrl: textAt(one, 'siteUrl') ?? '', ...(vendorsPage === undefined ? {} : { vendorsPage }) };
    }),
    views: listAt(value, 'views').map((one) => {
      const [url, icon] = [textAt(one, 'url'), textAt(one, 'icon')];
      return { type: textAt(one, 'type') ?? '', key: textAt(one, 'key') ?? '', title: textAt(one, 'title') ?? '', ...(url === undefined ? {} : { url }), ...(icon === undefined ? {} : { icon }) };
    }),
  };
}

/** @throws HostFailure with the host's own words */
export async function post(path: string, body: unknown): Promise<unknown> {
  return answer(await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }));
}

async function answer(response: Response): Promise<unknown> {
  const value: unknown = await response.json();
  const message = textAt(value, 'error.message');
  if (message !== undefined) throw new HostFailure(textAt(value, 'error.name') ?? 'HostFailure', message);
  if (!response.ok) throw new HostFailure('HostFailure', `The host answered ${response.status}.`);
  return value;
}

/** Lets virtual time pass, and says what time it is then. A day takes as long as reading it and deriving everything anew does. */
export async function moveClock(days: number): Promise<string> {
  const value = await post('/host/clock', { days });
  return textAt(value, 'now') ?? '';
}

