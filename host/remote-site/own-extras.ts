import { jiraProblem, jsonAnswer, type RemoteAnswer } from './remote-answer';

export interface Person {
  readonly accountId: string;
  readonly name: string;
}

export interface ExtrasOptions {
  readonly siteTitle: string;
  readonly person: Person;
  /** Keys of the app's issue panels. */
  readonly panels: readonly string[];
}

const ISSUE_PANELS = /^\/emulated\/issue\/[^/]+\/panels$/;

/** What the shell asks of the emulated Jira beyond Jira's own API, answered for a site that has no such thing; undefined for anything else. */
export function answerExtra(method: string, path: string, { siteTitle, person, panels }: ExtrasOptions): RemoteAnswer | undefined {
  if (!path.startsWith('/emulated/')) return undefined;
  if (method === 'GET' && path === '/emulated/site') {
    return jsonAnswer(200, { name: siteTitle, synthetic: false, readOnly: true, users: [{ ...person, title: 'You, by your token', siteAdmin: true }] });
  }
  // On a real site a panel is pinned by a write. Here it stands on every issue that the person opens.
  if (method === 'GET' && ISSUE_PANELS.test(path)) return jsonAnswer(200, { pinned: panels, added: [] });
  return jiraProblem(403, 'Panels cannot be added or removed here: your own site is read only, and every issue shows the panel.');
}

/**
 * The app asks whether somebody may administer Jira before it opens its settings. Its settings are on this machine, so here the
 * person who started it may; what they see of the site still goes by the token.
 */
export function answerAdministration(method: string, url: URL): RemoteAnswer | undefined {
  if (method !== 'GET' || url.pathname !== '/rest/api/3/mypermissions' || url.search !== '?permissions=ADMINISTER') return undefined;
  return jsonAnswer(200, { permissions: { ADMINISTER: { id: '0', key: 'ADMINISTER', name: 'Administer Jira', type: 'GLOBAL', description: 'Of this local copy of the app.', havePermission: true } } });
}
