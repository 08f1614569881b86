/// <reference lib="dom" />
import { openEndpoint, type Endpoint } from './endpoint';

// Stands first in every page of the app, as Forge puts its own script there: gives @forge/bridge its `__bridge`, tells the page's height.
const THEMES = 'light:light dark:dark spacing:spacing typography:typography shape:shape';
/** An empty page that is still starting says nothing about its height. */
const LEAST_HEIGHT = 16;

let isThemed = false;
const connected = new Promise<Endpoint>((resolve) => {
  addEventListener('message', (event) => {
    const port = event.ports[0];
    if (event.source !== parent || event.data !== 'forge-bridge:port' || port === undefined) return;
    resolve(
      openEndpoint({
        port,
        onCall: (command) => {
          throw new Error(`A page of an app is not asked for "${command}".`);
        },
        onNotice: (subject, data) => {
          if (subject === 'color-mode' && isThemed) showColorMode(data);
        },
      }),
    );
  });
});
// Who may frame the page at all is the content policy's to say, so this hello reaches the shell only.
parent.postMessage('forge-bridge:hello', '*');

async function callBridge(command: string, data?: unknown): Promise<unknown> {
  const answer = await (await connected).call(command, data);
  if (command === 'enableTheming') {
    isThemed = true;
    showColorMode(Object(answer).colorMode);
  }
  return answer;
}

function showColorMode(mode: unknown): void {
  if (mode !== 'light' && mode !== 'dark') return;
  const root = document.documentElement;
  root.dataset['theme'] = THEMES;
  root.dataset['colorMode'] = mode;
}

function watchHeight(): void {
  const tell = (): void => {
    const height = Math.ceil(document.documentElement.offsetHeight);
    if (height >= LEAST_HEIGHT) void connected.then((endpoint) => endpoint.notify('height', height));
  };
  new ResizeObserver(tell).observe(document.documentElement);
  if (document.body !== null) new ResizeObserver(tell).observe(document.body);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', watchHeight);
else watchHeight();

Object.defineProperty(globalThis, '__bridge', { value: { callBridge }, enumerable: true });
