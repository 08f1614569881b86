/// <reference lib="dom" />
import { day } from './dates';
import { button, h, menu, on } from './dom';
import { showFailure, flagRegion } from './flags';
import { moveClock } from './host';
import type { AppView } from './host';
import { icon, viewIcon } from './icons';
import type { IconName } from './icons';
import { go } from './router';
import type { Route } from './router';
import { remember, setColorMode, colorMode } from './session';
import type { Session } from './session';

export interface ProjectLink {
  readonly key: string;
  readonly name: string;
}

/** The page around every page: top bar, navigation, the place for content, and the flags. */
export function chrome(session: Session, projects: readonly ProjectLink[], reload: () => void): { readonly root: HTMLElement; readonly main: HTMLElement; mark(route: Route): void } {
  const main = h('main', { id: 'content', class: 'main', tabindex: '-1' });
  const side = h('nav', { class: 'side', 'aria-label': 'Jira' });
  const root = h('div', { class: 'page' }, h('a', { class: 'skip', href: '#content' }, 'Skip to content'), topBar(session, side, reload), h('div', { class: 'below' }, side, main), flagRegion());
  return {
    root,
    main,
    mark(route) {
      side.replaceChildren(...navigation(session, projects, route));
      side.classList.remove('side-open');
    },
  };
}

function topBar(session: Session, side: HTMLElement, reload: () => void): HTMLElement {
  const toggle = button({ class: 'quiet nav-toggle', 'aria-label': 'Navigation' }, icon('list'), () => {
    const open = side.classList.toggle('side-open');
    toggle.setAttribute('aria-expanded', String(open));
  });
  return h(
    'header',
    { class: 'top' },
    toggle,
    h('a', { class: 'brand', href: '/' }, h('span', { class: 'brand-mark' }), 'Jira'),
    session.readOnly
      ? h('span', { class: 'mark', title: `Issues are read from ${session.site.siteUrl} with your token. Nothing is written there.` }, 'Your site, read only')
      : h('span', { class: 'mark', title: 'Jira and Forge, emulated on this machine. Nothing here is a live site.' }, 'Local Forge host'),
    session.synthetic && h('span', { class: 'mark mark-synthetic', title: 'The people, issues and customers of this site are made up.' }, 'Synthetic data'),
    search(),
    h('div', { class: 'top-end' }, clockMenu(session, reload), themeButton(), siteMenu(session, reload), personMenu(session, reload)),
  );
}

function search(): HTMLElement {
  const field = h('input', { type: 'search', name: 'q', placeholder: 'Search issues', 'aria-label': 'Search issues', autocomplete: 'off' });
  return on(h('form', { class: 'search', role: 'search' }, icon('search'), field), 'submit', (event) => {
    event.preventDefault();
    const text = field.value.trim();
    go(/^[A-Z][A-Z0-9_]*-\d+$/i.test(text) ? `/browse/${text.toUpperCase()}` : `/?q=${encodeURIComponent(text)}`);
  });
}

/** Time on this host stands still until somebody moves it; everything that falls due on the way happens. */
function clockMenu(session: Session, reload: () => void): HTMLElement {
  const status = h('p', { class: 'menu-note', role: 'status' });
  const date = h('span', { text: day(session.now) });
  const reached = h('progress', { class: 'clock-progress', 'aria-label': 'Days done' });
  reached.hidden = true;
  const move = async (days: number): Promise<void> => {
    for (const one of buttons) one.disabled = true;
    reached.hidden = false;
    reached.max = days;
    try {
      // A day at a time: each is read, derived and judged before the next begins, and the date shows how far it is.
      for (let done = 0; done < days; done += 1) {
        reached.value = done;
        status.textContent = days === 1 ? 'Living through a day: what customers said is read, and everything derived anew.' : `Day ${done + 1} of ${days}: what customers said is read, and everything derived anew.`;
        session.now = await moveClock(1);
        date.textContent = day(session.now);
      }
      reload();
    } catch (error) {
      status.textContent = '';
      reached.hidden = true;
      for (const one of buttons) one.disabled = false;
      showFailure(`The clock stands at ${day(session.now)} and could not be moved on`, error);
    }
  };
  const buttons = [button({ class: 'menu-entry' }, '+1 day', () => move(1)), button({ class: 'menu-entry' }, '+1 week', () => move(7))];
  return menu({ label: `Date on this host: ${day(session.now)}. Move the clock`, class: 'clock' }, [icon('clock'), date], h('p', { class: 'menu-title', text: 'Date on this host' }), ...buttons, status, reached);
}

function themeButton(): HTMLElement {
  const face = (): IconName => (colorMode() === 'dark' ? 'sun' : 'moon');
  const label = (): string => (colorMode() === 'dark' ? 'Light colours' : 'Dark colours');
  const element: HTMLButtonElement = button({ class: 'quiet', 'aria-label': label(), title: label() }, icon(face()), () => {
    setColorMode(colorMode() === 'dark' ? 'light' : 'dark');
    element.replaceChildren(icon(face()));
    element.setAttribute('aria-label', label());
    element.title = label();
  });
  return element;
}

function siteMenu(session: Session, reload: () => void): HTMLElement {
  const entries = session.host.tenants.map((site) =>
    button({ class: 'menu-entry', 'aria-current': site.name === session.site.name ? 'true' : undefined, 'data-site': site.name }, site.siteName, () => {
      remember('site', site.name);
      go('/');
      reload();
    }),
  );
  return menu({ label: `Site: ${session.siteTitle}. Change site`, class: 'sites' }, [h('span', { class: 'site-name', text: session.siteTitle }), icon('down')], h('p', { class: 'menu-title', text: 'Sites' }), ...entries);
}

function personMenu(session: Session, reload: () => void): HTMLElement {
  const entries = session.people.map((person) =>
    button(
      { class: 'menu-entry menu-person', 'aria-current': person.accountId === session.person.accountId ? 'true' : undefined, 'data-person': person.accountId },
      h('span', {}, avatar(person.name), h('span', { class: 'person-words' }, h('span', { text: person.name }), h('small', { text: person.siteAdmin && !/admin/i.test(person.title) ? `${person.title} · site admin` : person.title }))),
      () => {
        remember(`person:${session.site.name}`, person.accountId);
        reload();
      },
    ),
  );
  return menu({ label: `You are ${session.person.name}. Change person`, class: 'people' }, [avatar(session.person.name)], h('p', { class: 'menu-title', text: 'Look at this site as' }), ...entries);
}

export function avatar(name: string): HTMLElement {
  const letters = name.split(/\s+/).map((part) => part.charAt(0)).slice(0, 2).join('').toUpperCase();
  return h('span', { class: 'avatar', 'aria-hidden': 'true', text: letters });
}

function navigation(session: Session, projects: readonly ProjectLink[], route: Route): readonly HTMLElement[] {
  const current = 'project' in route ? route.project : route.page === 'issue' ? route.key.slice(0, route.key.lastIndexOf('-')) : undefined;
  const link = (href: string, glyph: IconName | AppView, text: string, here: boolean, sub = false): HTMLElement => h('li', {}, h('a', { href, class: sub ? 'side-sub' : '', 'aria-current': here ? 'page' : undefined }, typeof glyph === 'string' ? icon(glyph) : viewIcon(glyph), h('span', { text })));
  const has = (type: string): AppView | undefined => session.host.views.find((one) => one.type === type);
  const projectPage = has('jira:projectPage');
  const globalPage = has('jira:globalPage');
  const adminPage = has('jira:adminPage');
  const rows = projects.flatMap(({ key, name }) => [
    link(`/projects/${key}/backlog`, 'board', name, false),
    ...(key === current
      ? [
          link(`/projects/${key}/backlog`, 'list', 'Backlog', route.page === 'backlog' || route.page === 'issue', true),
          link(`/projects/${key}/versions`, 'ship', 'Releases', route.page === 'versions', true),
          ...(projectPage === undefined ? [] : [link(`/projects/${key}/apps/resurface`, projectPage, projectPage.title, route.page === 'project-app', true)]),
        ]
      : []),
  ]);
  return [
    h('ul', {}, link('/', 'home', 'Your work', route.page === 'home')),
    h('h2', { class: 'side-title', text: 'Projects' }),
    h('ul', {}, ...rows),
    ...(globalPage === undefined ? [] : [h('h2', { class: 'side-title', text: 'Apps' }), h('ul', {}, link('/apps/resurface', globalPage, globalPage.title, route.page === 'global-app'))]),
    ...(adminPage === undefined || !session.person.siteAdmin ? [] : [h('h2', { class: 'side-title', text: 'Administration' }), h('ul', {}, link('/admin/resurface', 'settings', `${adminPage.title} settings`, route.page === 'admin-app'), ...(session.site.vendorsPage === undefined ? [] : [elsewhere(session.site.vendorsPage, 'Vendors’ keys')]))]),
    ...(session.readOnly ? [h('h2', { class: 'side-title', text: 'Read only' }), h('ul', {}, elsewhere('/host/would-have-written', 'Would have written'))] : []),
  ];
}

/** A page of the host itself, beside Jira's. */
function elsewhere(href: string, text: string): HTMLElement {
  return h('li', {}, h('a', { href, target: '_blank', rel: 'noopener' }, icon('list'), h('span', { text })));
}
