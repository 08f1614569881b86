type Listener = (payload: unknown) => unknown;

const listeners = new Map<string, Set<Listener>>();

/** Events that the app's frames on this page send each other. */
export function emitEvent(event: string, payload: unknown): void {
  for (const listener of [...(listeners.get(event) ?? [])]) listener(payload);
}

export function onEvent(event: string, listener: Listener): () => void {
  const all = listeners.get(event) ?? new Set<Listener>();
  listeners.set(event, all.add(listener));
  return () => all.delete(listener);
}
