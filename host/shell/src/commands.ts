/// <reference lib="dom" />
import { emitEvent, onEvent } from './app-events';
import { appHistory } from './app-history';
import { closeFlag, showFlag } from './flags';
import type { Flag } from './flags';
import { post } from './host';
import type { AppView } from './host';
import type { PageContext } from './page';
import { at, listAt, numberAt, textAt } from './read';
import { go } from './router';
import { colorMode } from './session';

/** One frame of the app on a page. */
export interface FrameSettings {
  readonly view: AppView;
  readonly extension: Readonly<Record<string, unknown>>;
  /** The page's own address, where the app has a page to itself. */
  readonly base?: string;
  /** Present inside a modal. */
  readonly close?: (payload: unknown) => void;
}

export type Command = (data: unknown) => unknown;

/** What the app's bridge asks of the page around it, by the bridge's own names (`@forge/bridge`). A name that is not here is refused. */
export function commandsOf(context: PageContext, frame: FrameSettings, openModal: (data: unknown) => boolean): Readonly<Record<string, Command>> {
  const { session, onLeave, redraw } = context;
  const who = { tenant: session.site.name, accountId: session.person.accountId, moduleKey: frame.view.key };
  return {
    getContext: async () => ({ ...asRecord(await post('/host/context', { ...who, extension: frame.extension })), theme: { colorMode: colorMode() } }),
    invoke: async (data) => {
      if (at(data, 'invokeType') !== undefined) throw new Error('The local host has no remotes to invoke from a page.');
      return at(await post('/host/invoke', { ...who, functionKey: textAt(data, 'functionKey') ?? '', payload: at(data, 'payload'), extension: { type: frame.view.type, ...frame.extension } }), 'value');
    },
    fetchProduct: (data) => post('/host/fetch-product', { ...asRecord(data), tenant: who.tenant, accountId: who.accountId }),
    navigate: (data) => navigate(textAt(data, 'url') ?? targetUrl(data), textAt(data, 'type') ?? 'same-tab'),
    getUrl: (data) => new URL(targetUrl(data), location.origin).href,
    reload: () => location.reload(),
    showFlag: (data) => {
      showFlag(flagOf(data));
      return true;
    },
    closeFlag: (data) => closeFlag(textAt(data, 'id') ?? ''),
    openModal,
    close: (data) => {
      frame.close?.(data);
      return frame.close !== undefined;
    },
    submit: (data) => {
      frame.close?.(data);
      return frame.close !== undefined;
    },
    refresh: () => {
      redraw();
      return true;
    },
    changeWindowTitle: (data) => {
      document.title = typeof data === 'string' ? data : (textAt(data, 'title') ?? document.title);
    },
    createHistory: () => {
      if (frame.base === undefined) throw new Error('createHistory is only for pages that the app has to itself.');
      return appHistory(frame.base, onLeave);
    },
    emit: (data) => emitEvent(textAt(data, 'event') ?? '', at(data, 'payload')),
    on: (data) => {
      const callback = at(data, 'callback');
      if (typeof callback !== 'function') throw new Error('An event needs a callback.');
      const unsubscribe = onEvent(textAt(data, 'event') ?? '', (payload) => callback(payload));
      onLeave(unsubscribe);
      return { unsubscribe };
    },
    enableTheming: () => ({ colorMode: colorMode() }),
    emitReadyEvent: () => undefined,
    isRovoEnabled: () => false,
    openRovo: () => {
      throw new Error('Rovo is not available on the local host.');
    },
  };
}

function navigate(url: string, type: string): void {
  const target = new URL(url, location.origin);
  if (!/^https?:$/.test(target.protocol)) throw new Error(`The address ${url} cannot be opened.`);
  const isOwn = target.origin === location.origin || target.hostname.endsWith('.atlassian.net');
  if (type === 'new-tab') window.open(isOwn ? target.pathname + target.search + target.hash : target.href, '_blank', 'noopener');
  else if (isOwn) go(target.pathname + target.search + target.hash);
  else location.assign(target.href);
}

/** Addresses of a `NavigationLocation`. */
function targetUrl(data: unknown): string {
  switch (textAt(data, 'target')) {
    case 'issue':
      return `/browse/${textAt(data, 'issueKey') ?? ''}`;
    case 'module':
      return textAt(data, 'projectKey') === undefined ? '/apps/resurface' : `/projects/${textAt(data, 'projectKey') ?? ''}/apps/resurface`;
    default:
      throw new Error(`The local host cannot navigate to ${String(at(data, 'target'))}.`);
  }
}

const KINDS: Readonly<Record<string, Flag['kind']>> = { info: 'info', success: 'success', warning: 'warning', error: 'error' };

function flagOf(data: unknown): Flag {
  const description = textAt(data, 'description');
  return {
    id: String(textAt(data, 'id') ?? numberAt(data, 'id') ?? crypto.randomUUID()),
    title: textAt(data, 'title') ?? '',
    ...(description === undefined ? {} : { description }),
    kind: KINDS[textAt(data, 'type') ?? 'info'] ?? 'info',
    actions: listAt(data, 'actions').map((action) => {
      const onClick = at(action, 'onClick');
      return { text: textAt(action, 'text') ?? '', onClick: () => (typeof onClick === 'function' ? onClick() : undefined) };
    }),
    autoDismiss: at(data, 'isAutoDismiss') === true,
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
