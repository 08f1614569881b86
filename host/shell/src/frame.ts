/// <reference lib="dom" />
import { connectBridge } from '../../forge/bridge/host-bridge';
import { commandsOf } from './commands';
import type { FrameSettings } from './commands';
import { openDialog } from './dialog';
import { h } from './dom';
import type { PageContext } from './page';
import { at, textAt } from './read';
import { onColorMode } from './session';

export interface MountSettings extends FrameSettings {
  readonly holder: HTMLElement;
  /** Pixels until the app says how high it is. */
  readonly height: number;
}

/** What a page of the app may do in its frame: it has an origin of its own, so none of this reaches the shell. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals';

/** Shows a view of the app in a frame and answers its bridge until the page is left. */
export function mountView(context: PageContext, { holder, height, ...settings }: MountSettings): void {
  if (settings.view.url === undefined) {
    holder.replaceChildren(h('p', { class: 'subtle', text: `${settings.view.title} has no page in its manifest.` }));
    return;
  }
  const frame = h('iframe', { title: settings.view.title, class: 'app' });
  frame.setAttribute('sandbox', SANDBOX);
  // As a frame of Forge is let: https://developer.atlassian.com/platform/forge/custom-ui/iframe/
  frame.setAttribute('allow', 'clipboard-write; fullscreen');
  frame.style.height = `${height}px`;
  const actions = commandsOf(context, settings, (data) => openModal(context, settings, data));
  const connection = connectBridge({ frame, origin: new URL(settings.view.url).origin, actions, onHeight: (pixels) => (frame.style.height = `${Math.ceil(pixels)}px`) });
  context.onLeave(onColorMode((mode) => connection.setColorMode(mode)));
  context.onLeave(() => connection.close());
  frame.src = settings.view.url;
  holder.replaceChildren(frame);
}

/** The app's modal: a dialog of the shell with a frame of the same or another resource. */
function openModal(context: PageContext, opener: FrameSettings, data: unknown): boolean {
  const onClose = at(data, 'onClose');
  const resource = textAt(data, 'resource');
  const url = resource === undefined ? opener.view.url : context.session.host.views.find((one) => one.url?.includes(`/${resource}`))?.url;
  if (url === undefined) return false;
  let payload: unknown;
  const undo: (() => void)[] = [];
  const size = at(data, 'size');
  const width = textAt(size, 'width');
  const tall = textAt(size, 'height');
  const dialog = openDialog({
    title: textAt(data, 'title') ?? '',
    size: width === undefined ? (typeof size === 'string' ? size : 'medium') : { width, ...(tall === undefined ? {} : { height: tall }) },
    closeOnEscape: at(data, 'closeOnEscape') !== false,
    closeOnOverlayClick: at(data, 'closeOnOverlayClick') !== false,
    onClose: () => {
      for (const one of undo) one();
      if (typeof onClose === 'function') void onClose(payload);
    },
  });
  const close = (value: unknown): void => {
    payload = value;
    dialog.close();
  };
  context.onLeave(dialog.close);
  mountView({ ...context, onLeave: (one) => undo.push(one) }, { view: { ...opener.view, url }, extension: { ...opener.extension, modal: at(data, 'context') ?? {} }, close, holder: dialog.body, height: 320 });
  return true;
}
