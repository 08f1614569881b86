import { number, type State } from './state';

/** One clock for the whole host. It runs at the pace of the real one, from wherever it was set; durable across restarts. */
export interface VirtualClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Virtual minus real time in milliseconds. */
  offset(): number;
  set(at: number): void;
  onChange(listener: (offset: number) => void): void;
}

export function openClock(state: State): VirtualClock {
  const row = state.find(`SELECT CAST(value AS INTEGER) AS value FROM setting WHERE name = 'clock.offset'`);
  let offset = row === undefined ? 0 : number(row, 'value');
  const listeners: ((offset: number) => void)[] = [];
  return {
    now: () => Date.now() + offset,
    offset: () => offset,
    set: (at) => {
      offset = Math.round(at - Date.now());
      state.run(`INSERT INTO setting (name, value) VALUES ('clock.offset', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, String(offset));
      for (const listener of listeners) listener(offset);
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}
