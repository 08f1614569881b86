/// <reference lib="dom" />
import { chrome } from './chrome';
import type { ProjectLink } from './chrome';
import { h } from './dom';
import { readHost } from './host';
import { askJira, JiraFailure, jiraOf } from './jira';
import type { PageContext } from './page';
import { notFound, pageTitle } from './parts';
import { adminAppPage, globalAppPage, projectAppPage } from './pages/app-pages';
import { backlogPage } from './pages/backlog';
import { homePage } from './pages/home';
import { issuePage } from './pages/issue';
import { versionsPage } from './pages/versions';
import { at, listAt, textAt } from './read';
import { onMove, routeOf, startRouter } from './router';
import type { Route } from './router';
import { colorMode, remembered, setColorMode } from './session';
import type { Person, Session } from './session';

setColorMode(colorMode());
startRouter();
const shell = document.getElementById('shell');
if (shell === null) throw new Error('The page has no element with the id "shell".');
start(shell).catch((error: unknown) => shell.replaceChildren(h('main', { class: 'main' }, pageTitle('The local host does not answer'), h('p', { text: error instanceof Error ? error.message : String(error) }))));

/** Reads who looks at what, and draws; again from here when the site, the person or the date changes. */
async function start(place: HTMLElement): Promise<void> {
  let stop: () => void = () => undefined;
  const open = async (): Promise<void> => {
    stop();
    stop = await draw(place, () => void open());
  };
  await open();
}

async function draw(place: HTMLElement, reload: () => void): Promise<() => void> {
  const session = await openSession();
  const jira = jiraOf(session);
  const projects = listAt(await jira('GET', '/rest/api/3/project/search?maxResults=100'), 'values').map((one): ProjectLink => ({ key: textAt(one, 'key') ?? '', name: textAt(one, 'name') ?? '' }));
  const { root, main, mark } = chrome(session, projects, reload);
  place.replaceChildren(root);
  let undo: (() => void)[] = [];
  let turn = 0;
  const show = async (isMove: boolean): Promise<void> => {
    const mine = (turn += 1);
    for (const one of undo) one();
    undo = [];
    const route = routeOf(location.pathname);
    mark(route);
    main.setAttribute('aria-busy', 'true');
    const inner = h('div', { class: 'content' });
    const context: PageContext = { session, jira, main: inner, onLeave: (one) => undo.push(one), redraw: () => void show(false) };
    // The old page stays until the new one has its data. The new one is in the document from the start: a frame that is moved loads again.
    main.append(inner);
    await page(context, route).catch((error: unknown) => inner.replaceChildren(failure(route, error)));
    if (mine !== turn) return inner.remove();
    for (const old of [...main.children]) if (old !== inner) old.remove();
    main.removeAttribute('aria-busy');
    document.title = `${inner.querySelector('h1')?.textContent ?? 'Jira'} · ${session.siteTitle}`;
    if (isMove) {
      scrollTo(0, 0);
      main.focus({ preventScroll: true });
    }
  };
  const stopMoves = onMove((how) => {
    if (how === 'page') void show(true);
  });
  await show(false);
  return () => {
    stopMoves();
    for (const one of undo) one();
  };
}

function page(context: PageContext, route: Route): Promise<void> {
  switch (route.page) {
    case 'home':
      return homePage(context, route);
    case 'issue':
      return issuePage(context, route);
    case 'backlog':
      return backlogPage(context, route);
    case 'versions':
      return versionsPage(context, route);
    case 'project-app':
      return projectAppPage(context, route);
    case 'admin-app':
      return adminAppPage(context, route);
    case 'global-app':
      return globalAppPage(context, route);
    case 'nowhere':
      context.main.replaceChildren(notFound('page'));
      return Promise.resolve();
  }
}

function failure(route: Route, error: unknown): HTMLElement {
  const isAbsent = error instanceof JiraFailure && (error.status === 404 || error.status === 400);
  if (isAbsent) return notFound(route.page === 'issue' ? 'issue' : 'project');
  return h('div', {}, pageTitle('This page could not be read'), h('p', { text: error instanceof Error ? error.message : String(error) }));
}

async function openSession(): Promise<Session> {
  const host = await readHost();
  const site = host.tenants.find((one) => one.name === remembered('site')) ?? host.tenants[0];
  if (site === undefined) throw new Error('The host has no site.');
  const known = await askJira(site.name, undefined, 'GET', '/emulated/site');
  const people = listAt(known, 'users').map((one): Person => ({ accountId: textAt(one, 'accountId') ?? '', name: textAt(one, 'name') ?? '', title: textAt(one, 'title') ?? '', siteAdmin: at(one, 'siteAdmin') === true }));
  const person = people.find((one) => one.accountId === remembered(`person:${site.name}`)) ?? people[0];
  if (person === undefined) throw new Error(`Nobody may look at the site ${site.siteName}.`);
  return { host, site, siteTitle: textAt(known, 'name') ?? site.siteName, synthetic: at(known, 'synthetic') === true, readOnly: at(known, 'readOnly') === true, people, person, now: host.now };
}
