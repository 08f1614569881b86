/** Waits; on a virtual clock without taking time. */
export type Sleep = (ms: number) => Promise<void>;
