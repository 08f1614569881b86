/// <reference lib="dom" />
import { openEndpoint, type Endpoint } from './endpoint';

export interface BridgeOptions {
  readonly frame: HTMLIFrameElement;
  /** Where the app's pages come from; nothing else in the frame is answered. */
  readonly origin: string;
  /** By the bridge's own command names; one that is not here is refused aloud. */
  readonly actions: Readonly<Record<string, (data: unknown) => unknown>>;
  /** The page's height in CSS pixels, whenever it changes. */
  readonly onHeight: (pixels: number) => void;
}

export interface BridgeConnection {
  /** Reaches a page that turned theming on. */
  setColorMode(mode: 'light' | 'dark'): void;
  close(): void;
}

/** Answers the bridge of the page in a frame, also after that page loads anew, until it is closed. */
export function connectBridge({ frame, origin, actions, onHeight }: BridgeOptions): BridgeConnection {
  let endpoint: Endpoint | undefined;
  const onHello = (event: MessageEvent): void => {
    if (event.origin !== origin || event.source === null || event.source !== frame.contentWindow || event.data !== 'forge-bridge:hello') return;
    endpoint?.close();
    const channel = new MessageChannel();
    endpoint = openEndpoint({
      port: channel.port1,
      onCall: (command, data) => {
        const action = Object.hasOwn(actions, command) ? actions[command] : undefined;
        if (action === undefined) throw new Error(`The local host has no bridge command "${command}"; see host/coverage.ts.`);
        return action(data);
      },
      onNotice: (subject, data) => {
        if (subject === 'height' && typeof data === 'number' && Number.isFinite(data)) onHeight(data);
      },
    });
    frame.contentWindow?.postMessage('forge-bridge:port', origin, [channel.port2]);
  };
  addEventListener('message', onHello);
  return {
    setColorMode: (mode) => endpoint?.notify('color-mode', mode),
    close: () => {
      removeEventListener('message', onHello);
      endpoint?.close();
    },
  };
}
