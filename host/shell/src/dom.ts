/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

type Child = Node | string | undefined | false;

interface Settings {
  readonly class?: string;
  readonly text?: string;
  /** Attributes; `undefined` leaves one out. */
  readonly [attribute: `aria-${string}` | `data-${string}`]: string | undefined;
  readonly id?: string;
  readonly href?: string;
  readonly type?: string;
  readonly name?: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly title?: string;
  readonly role?: string;
  readonly for?: string;
  readonly rows?: string;
  readonly tabindex?: string;
  readonly open?: string | undefined;
  readonly datetime?: string;
  readonly lang?: string;
  readonly autocomplete?: string;
  readonly scope?: string;
  readonly required?: string;
  readonly selected?: string | undefined;
  readonly dir?: string;
  readonly target?: string;
  readonly rel?: string;
  readonly src?: string;
  readonly alt?: string;
}

/** One element with its attributes and children. Text goes in as text, never as markup. */
export function h<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, settings: Settings = {}, ...children: readonly Child[]): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) continue;
    if (name === 'text') element.textContent = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

export function on<Type extends keyof HTMLElementEventMap, Target extends HTMLElement>(element: Target, type: Type, listener: (event: HTMLElementEventMap[Type]) => void): Target {
  element.addEventListener(type, listener);
  return element;
}

/** A button that does something; its failure is shown, never lost. */
export function button(settings: Settings, label: Child, act: () => unknown): HTMLButtonElement {
  return on(h('button', { type: 'button', ...settings }, label), 'click', () => act());
}

/** A menu that opens under its button and closes by Escape, by a choice, or by a press elsewhere. */
export function menu(settings: Settings & { readonly label: string }, face: readonly Child[], ...entries: readonly Child[]): HTMLDetailsElement {
  const { label, ...rest } = settings;
  const summary = h('summary', { 'aria-label': label, title: label }, ...face);
  const details = h('details', { ...rest, class: `menu ${rest.class ?? ''}` }, summary, h('div', { class: 'menu-body' }, ...entries));
  const close = (): void => {
    details.open = false;
  };
  on(details, 'keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    close();
    summary.focus();
  });
  document.addEventListener('pointerdown', (event) => {
    if (details.isConnected && event.target instanceof Node && !details.contains(event.target)) close();
  });
  on(details, 'click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-closes]') !== null) close();
  });
  return details;
}
