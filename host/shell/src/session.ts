/// <reference lib="dom" />
import type { HostInfo, SiteInfo } from './host';

export type ColorMode = 'light' | 'dark';

export interface Person {
  readonly accountId: string;
  readonly name: string;
  readonly title: string;
  readonly siteAdmin: boolean;
}

/** Who looks at which site, and how. Kept in this browser; a change of site or person draws everything anew. */
export interface Session {
  readonly host: HostInfo;
  readonly site: SiteInfo;
  readonly siteTitle: string;
  readonly synthetic: boolean;
  /** A real site: its issues are read, nothing is written there. */
  readonly readOnly: boolean;
  readonly people: readonly Person[];
  readonly person: Person;
  now: string;
}

const key = (name: string): string => `local-forge-host:${name}`;

export function remembered(name: string): string | undefined {
  return localStorage.getItem(key(name)) ?? undefined;
}

export function remember(name: string, value: string): void {
  localStorage.setItem(key(name), value);
}

export function colorMode(): ColorMode {
  const kept = remembered('color-mode');
  if (kept === 'light' || kept === 'dark') return kept;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

const listeners = new Set<(mode: ColorMode) => void>();

export function setColorMode(mode: ColorMode): void {
  remember('color-mode', mode);
  document.documentElement.dataset['colorMode'] = mode;
  for (const listener of listeners) listener(mode);
}

/** Frames of the app follow the shell's mode. Returns the way to stop. */
export function onColorMode(listener: (mode: ColorMode) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
