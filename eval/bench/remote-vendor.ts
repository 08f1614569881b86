import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Arrival } from '../../host/sources/faults';
import type { Call, SourceWorld } from '../../host/sources/source-world';

/** A request, and the time at which it comes. */
export interface ToVendor {
  readonly id: number;
  readonly now: number;
  readonly call: Omit<Call, 'query'> & { readonly query: string };
}

export type Told =
  /** Everything was said there; it is `now`. */
  | ({ readonly kind: 'ready'; readonly now: number; readonly isWindowed: boolean } & Pick<SourceWorld, 'settings' | 'secrets'>)
  | { readonly kind: 'arrival'; readonly id: number; readonly arrival: Arrival };

export interface RemoteVendor {
  readonly ready: Extract<Told, { kind: 'ready' }>;
  readonly ask: (call: Call, now: number) => Promise<Arrival>;
  readonly close: () => void;
}

/** An emulated vendor with so many records, in another process. */
export async function openRemoteVendor(folder: string, records: number): Promise<RemoteVendor> {
  const child = fork(join(__dirname, 'vendor-child.ts'), [folder, String(records)], { execArgv: process.execArgv.filter((flag) => !flag.startsWith('--max-')), serialization: 'json' });
  const waiting = new Map<number, (arrival: Arrival) => void>();
  const ready = await new Promise<RemoteVendor['ready']>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the vendor ended with ${code ?? 'a signal'}`)));
    child.on('message', (told: Told) => {
      if (told.kind === 'ready') return resolve(told);
      waiting.get(told.id)?.(told.arrival);
      waiting.delete(told.id);
    });
  });
  let id = 0;
  return {
    ready,
    ask: ({ query, ...call }, now) => new Promise((resolve) => {
      id += 1;
      waiting.set(id, resolve);
      child.send({ id, now, call: { ...call, query: query.toString() } } satisfies ToVendor);
    }),
    close: () => void child.disconnect(),
  };
}
