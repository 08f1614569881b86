/// <reference lib="dom" />
import { button, h, on } from './dom';
import { icon } from './icons';

export interface DialogOptions {
  readonly title: string;
  /** `small` 400 px, `medium` 600, `large` 800, `xlarge` 968, `max` the window, or widths of one's own. */
  readonly size: string | { readonly width: string; readonly height?: string };
  readonly closeOnEscape: boolean;
  readonly closeOnOverlayClick: boolean;
  readonly onClose: () => void;
}

export interface OpenDialog {
  readonly body: HTMLElement;
  close(): void;
}

/** A real modal: focus goes in, stays in, and comes back. */
export function openDialog(options: DialogOptions): OpenDialog {
  const body = h('div', { class: 'dialog-body' });
  const named = typeof options.size === 'string';
  const element = h('dialog', { class: `dialog ${named ? `dialog-${String(options.size)}` : ''}`, 'aria-label': options.title === '' ? 'Dialog' : options.title });
  if (typeof options.size !== 'string') {
    element.style.width = options.size.width;
    if (options.size.height !== undefined) element.style.height = options.size.height;
  }
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    element.close();
    element.remove();
    options.onClose();
  };
  element.append(h('header', { class: 'dialog-head' }, h('h2', { text: options.title }), button({ class: 'quiet', 'aria-label': 'Close dialog' }, icon('close'), close)), body);
  on(element, 'cancel', (event) => {
    event.preventDefault();
    if (options.closeOnEscape) close();
  });
  on(element, 'click', (event) => {
    if (event.target === element && options.closeOnOverlayClick) close();
  });
  document.body.append(element);
  element.showModal();
  return { body, close };
}
