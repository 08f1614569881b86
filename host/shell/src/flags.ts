/// <reference lib="dom" />
import { button, h } from './dom';
import { icon } from './icons';
import type { IconName } from './icons';

export interface Flag {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly kind: 'info' | 'success' | 'warning' | 'error';
  readonly actions: readonly { readonly text: string; readonly onClick: () => unknown }[];
  readonly autoDismiss: boolean;
}

const ICONS: Readonly<Record<Flag['kind'], IconName>> = { info: 'info', success: 'check', warning: 'warning', error: 'warning' };
const STAYS_MS = 8_000;
const shown = new Map<string, HTMLElement>();
const region = h('section', { class: 'flags', 'aria-label': 'Notifications', 'aria-live': 'polite' });

/** Bottom left, newest on top; read out by screen readers. */
export function flagRegion(): HTMLElement {
  return region;
}

export function showFlag(flag: Flag): void {
  closeFlag(flag.id);
  const actions = flag.actions.map((action) => button({ class: 'link' }, action.text, action.onClick));
  const element = h(
    'article',
    { class: `flag flag-${flag.kind}`, 'data-flag': flag.id },
    h('span', { class: 'flag-icon' }, icon(ICONS[flag.kind])),
    h('div', { class: 'flag-words' }, h('strong', { text: flag.title }), flag.description === undefined || flag.description === '' ? undefined : h('p', { text: flag.description }), actions.length > 0 && h('div', { class: 'flag-actions' }, ...actions)),
    button({ class: 'quiet', 'aria-label': 'Dismiss' }, icon('close'), () => closeFlag(flag.id)),
  );
  shown.set(flag.id, element);
  region.prepend(element);
  if (flag.autoDismiss) setTimeout(() => shown.get(flag.id) === element && closeFlag(flag.id), STAYS_MS);
}

export function closeFlag(id: string): boolean {
  const element = shown.get(id);
  shown.delete(id);
  element?.remove();
  return element !== undefined;
}

/** What went wrong, in words; for everything that a person started. */
export function showFailure(title: string, error: unknown): void {
  showFlag({ id: `failure:${title}`, title, description: error instanceof Error ? error.message : String(error), kind: 'error', actions: [], autoDismiss: false });
}
