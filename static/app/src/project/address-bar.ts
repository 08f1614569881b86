import { view } from '@forge/bridge';

/** The address that the person sees, as a hash. */
export interface AddressBar {
  read(): string;
  push(hash: string): void;
  /** Called when the person goes back or forward. Returns the way to stop listening. */
  listen(onMove: (hash: string) => void): () => void;
}

/** Jira's own address where the platform lends it; else the frame's. */
export async function openAddressBar(): Promise<AddressBar> {
  const lent = await view.createHistory().then(
    (history) => ({ ok: true as const, history }),
    () => ({ ok: false as const }),
  );
  if (!lent.ok) return frameAddress();
  const { history } = lent;
  let hash = history.location?.hash ?? '';
  return {
    read: () => (hash === '' ? location.hash : hash),
    push(next) {
      hash = next;
      void history.push({ pathname: history.location?.pathname ?? '/', search: '', hash: next });
    },
    listen: (onMove) => history.listen((to) => {
      hash = to.hash;
      onMove(hash);
    }),
  };
}

function frameAddress(): AddressBar {
  return {
    read: () => location.hash,
    push: (hash) => void (location.hash = hash),
    listen(onMove) {
      const onHash = (): void => onMove(location.hash);
      addEventListener('hashchange', onHash);
      return () => removeEventListener('hashchange', onHash);
    },
  };
}

/** In a dialog there is no address to show: where one begins, and nothing kept. */
export function placedAt(first: string): AddressBar {
  let hash = first;
  return {
    read: () => hash,
    push: (next) => {
      hash = next;
    },
    listen: () => () => undefined,
  };
}
