import { router, view } from '@forge/bridge';
import { createContext, useContext } from 'react';

/** What the platform says about the place where we are shown. */
export interface Host {
  readonly timezone: string;
  /** Set when this document was opened as a dialog by another one of ours. */
  readonly dialog?: Readonly<Record<string, unknown>>;
}

export const HostContext = createContext<Host>({ timezone: 'UTC' });
export const useHost = (): Host => useContext(HostContext);

/** Reads the platform's context; without one, times are shown in UTC. */
export async function readHost(): Promise<Host> {
  const context = await view.getContext();
  const dialog: unknown = context.extension?.['modal'];
  return { timezone: context.timezone ?? 'UTC', ...(isRecord(dialog) ? { dialog } : {}) };
}

/** Opens an address of the outside world in a new tab, with the platform's own warning where it has one. */
export async function openOutside(url: string): Promise<void> {
  await router.open(url);
}

/** Only web addresses become links: a source may hand us anything. */
export function webAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
