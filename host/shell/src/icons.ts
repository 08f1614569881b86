/// <reference lib="dom" />
import { h } from './dom';
import type { AppView } from './host';

const PATHS = {
  app: 'M2 10.5c2-2 4-2 6 0s4 2 6 0M8 8V2.5M5.5 5 8 2.5 10.5 5',
  board: 'M2.75 2.75h10.5v10.5H2.75zM8 2.75v10.5',
  clock: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11M8 5v3.25l2 1.25',
  down: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  home: 'M2.75 7.5 8 3l5.25 4.5v5.75H9.5V9.5h-3v3.75H2.75z',
  list: 'M2.75 4h10.5M2.75 8h10.5M2.75 12h10.5',
  lock: 'M4 7.25h8v6H4zM5.75 7V5a2.25 2.25 0 0 1 4.5 0v2',
  moon: 'M13 9.5A5.5 5.5 0 1 1 6.5 3 4.5 4.5 0 0 0 13 9.5z',
  search: 'M7 11.25a4.25 4.25 0 1 0 0-8.5 4.25 4.25 0 0 0 0 8.5M10.25 10.25l3 3',
  settings: 'M8 10.25a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5M8 2v2M8 12v2M2 8h2M12 8h2M3.75 3.75l1.4 1.4M10.85 10.85l1.4 1.4M12.25 3.75l-1.4 1.4M5.15 10.85l-1.4 1.4',
  ship: 'M2.75 9.5h10.5L11.5 13h-7zM8 2.5v7M8 3.5l3.5 3.5H8',
  sun: 'M8 10.75a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5M8 1.75v1.5M8 12.75v1.5M1.75 8h1.5M12.75 8h1.5M3.6 3.6l1 1M11.4 11.4l1 1M12.4 3.6l-1 1M4.6 11.4l-1 1',
  close: 'm4 4 8 8M12 4l-8 8',
  check: 'm3 8.5 3.25 3.25L13 5',
  info: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11M8 7.5V11M8 5h.01',
  warning: 'M8 2.75 14 13.25H2zM8 6.5v3M8 11.5h.01',
  plus: 'M8 3v10M3 8h10',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration beside words, so hidden from screen readers. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

/** A view's icon as the app's manifest names it; the app's general one where it names none. Decoration, as every icon here. */
export function viewIcon(view: AppView): Element {
  if (view.icon === undefined) return icon('app');
  return h('img', { class: 'icon view-icon', src: view.icon, alt: '' });
}
