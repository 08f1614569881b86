import type { Ledger, Table } from './table';
import type { EventRow } from './rows';

export type Deliver = (tenant: string, type: string, payload: Readonly<Record<string, unknown>>, actor: string) => unknown;

/** Product events wait here, stored with the change that caused them, until the platform took them: at least once, in order. */
export interface Outbox {
  /** Starts delivery soon; called after every change, when a site is opened, and a second after a refusal. */
  wake(): void;
  /** Resolves when nothing waits. Rejects with the platform's error when it refused an event. */
  settled(): Promise<void>;
  close(): void;
}

const RETRY_MS = 1_000;

export function openOutbox(tenant: string, events: Table<EventRow>, ledger: Ledger, deliver: Deliver): Outbox {
  let running: Promise<void> | undefined;
  let refused: unknown;
  let closed = false;
  const drain = async (): Promise<void> => {
    for (let next = first(events); next !== undefined && !closed; next = first(events)) {
      await deliver(tenant, next.type, next.payload, next.actor);
      const { id } = next;
      if (!closed) ledger.write(() => events.remove(id));
    }
  };
  const wake = (): void => {
    if (closed || running !== undefined || events.size === 0) return;
    refused = undefined;
    running = new Promise<void>((resolve) => setImmediate(resolve))
      .then(drain)
      .catch((error: unknown) => {
        refused = error;
        // It may only be starting: ask again soon, without keeping the process alive for it.
        setTimeout(wake, RETRY_MS).unref();
        process.emitWarning(`A product event of ${tenant} was not taken and waits: ${String(error)}`);
      })
      .finally(() => {
        running = undefined;
        if (refused === undefined) wake();
      });
  };
  return {
    wake,
    async settled() {
      while (running !== undefined) await running;
      if (refused !== undefined) throw refused;
    },
    close: () => {
      closed = true;
    },
  };
}

function first(events: Table<EventRow>): EventRow | undefined {
  return events.all().next().value;
}
