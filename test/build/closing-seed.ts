import { fivePeople } from '../../host/seed/people';
import type { Seed, SeedIssue, SeedProduct, SeedWorkflow } from '../../host/seed/seed';

const DAY_MS = 86_400_000;
/** A Tuesday morning in office hours. */
const STARTS_AT = '2025-07-01T09:30:00.000Z';
const HISTORY_FROM = '2024-05-01T00:00:00.000Z';
const A_DAY = 6;

/** What people write about, each topic in two ways. No topic shares its words with another. */
const TOPICS: readonly (readonly [string, string])[] = [
  ['compacting folders fails with a disk space error', 'folders will not compact and it claims the disk is full'],
  ['calendar reminders ring twice after the update', 'every calendar reminder pops up two times'],
  ['attachments vanish from sent messages', 'the attached file is missing in a sent message'],
  ['search finds nothing in the archive', 'searching the archive gives no results'],
  ['address book import skips the last contact', 'importing contacts into the address book loses a line'],
  ['the printer cuts off margins on every page', 'margins of the page are wrong on my printer'],
  ['the password prompt comes back at each login', 'login asks for the password again and again'],
  ['my signature loses its font and picture', 'the font of the signature is reset, the picture too'],
  ['the spam filter eats my newsletter', 'a newsletter lands in spam although the filter knows it'],
  ['toolbar buttons have no colour in the window', 'the window shows the toolbar without any colour'],
];
const OPENINGS = ['Since yesterday', 'Hello, for two weeks', 'On my laptop', 'After a restart', 'Again today', 'In our office', 'No idea why, but'];
/** Where it happened: words that many use, and no topic owns. */
const PLACES = ['with a projector', 'on the second monitor', 'behind our firewall', 'on the train', 'with the tethered phone', 'in kiosk mode', 'for my assistant', 'on the shared tablet', 'with a microphone', 'at the reception desk', 'during the workshop'];

/** Wishes in words that customers use, about which no customer said a thing. */
const SILENT = ['Kiosk mode on the projector for an assistant', 'Tethered microphone at the reception', 'Workshop monitor on the shared train', 'Firewall for the second tablet desk', 'Phone assistant at the reception workshop'];

/** Every way leads through a screen that offers our resolution. */
const WORKFLOW: SeedWorkflow = {
  statuses: [{ name: 'To Do', category: 'todo' }, { name: 'In Progress', category: 'doing' }, { name: 'Done', category: 'done' }],
  transitions: [
    { name: 'Start', from: ['To Do'], to: 'In Progress' },
    { name: 'Close', from: ['To Do', 'In Progress'], to: 'Done', resolutionOnScreen: true },
    { name: 'Reopen', from: ['Done'], to: 'To Do' },
  ],
  resolutions: ['Done', "Won't Do", 'No customer evidence'],
};

/** What arrives three weeks later about the second of them. */
const SOUGHT = 'I need a tethered microphone at the reception, please add a tethered microphone at the reception';

/**
 * A small made-up site for a whole cycle of closing: an old backlog that nobody mentions, a shipped item, a duplicate, sources that are
 * heard every day while the clock moves, and customers who ask for a closed item after three weeks. Deterministic.
 */
export function closingSeed(): Seed {
  const tenant = 'larch';
  return {
    tenant,
    siteName: 'Larch (made up)',
    startsAt: STARTS_AT,
    synthetic: true,
    users: fivePeople(tenant, ['MAIL']),
    projects: [{ id: '10000', key: 'MAIL', name: 'Mail', workflow: WORKFLOW }],
    versions: [{ id: '1', project: 'MAIL', name: '4.2', released: true, releasedAt: '2025-06-03T00:00:00.000Z' }],
    sprints: [],
    issues: [
      ...SILENT.map((summary, index) => old(index + 1, summary, tenant)),
      { ...old(6, 'Compacting folders fails with a disk space error', tenant), fixVersions: ['4.2'] },
      { ...old(7, 'Calendar reminders ring twice', tenant), duplicateOf: 'MAIL-8' },
      old(8, 'Calendar reminders pop up two times', tenant),
      { ...old(9, 'Attachments vanish from sent messages', tenant), status: 'Done', resolution: 'Done', resolvedAt: '2024-03-01T10:00:00.000Z' },
    ],
    products: productsOf(Date.parse(HISTORY_FROM), Date.parse(STARTS_AT)),
    arrivals: (from, to) => productsOf(Date.parse(from), Date.parse(to)),
  };
}

function old(number: number, summary: string, tenant: string): SeedIssue {
  const at = `2022-01-${String(9 + number).padStart(2, '0')}T08:00:00.000Z`;
  return { id: String(10_000 + number), key: `MAIL-${number}`, project: 'MAIL', summary, type: 'Story', status: 'To Do', priority: 'Medium', createdAt: at, updatedAt: at, reporter: `${tenant}:viewer`, fixVersions: [], labels: [] };
}

function productsOf(from: number, to: number): readonly SeedProduct[] {
  const source = { id: 'forum', kind: 'file', name: 'Forum', visibility: 'open' as const };
  return [{ id: 'mail', name: 'Mail', projects: ['MAIL'], closing: 'suggest', files: [{ kind: 'signals', name: 'forum.jsonl', source, lines: () => linesBetween(from, to) }] }];
}

function* linesBetween(from: number, to: number): Iterable<string> {
  const step = DAY_MS / A_DAY;
  const first = Date.parse(HISTORY_FROM);
  for (let index = Math.ceil((from - first) / step); first + index * step < to; index += 1) yield lineOf(index, first + index * step);
  for (const [index, account] of ['Quill & Moss', 'Tern Freight'].entries()) {
    const at = Date.parse(STARTS_AT) + (21 + index) * DAY_MS;
    if (at >= from && at < to) yield JSON.stringify({ id: `asked-${index}`, at: new Date(at).toISOString(), title: 'Tethered microphone at the reception', text: SOUGHT, author: `asker-${index}`, account });
  }
}

function lineOf(index: number, at: number): string {
  const [one, other] = TOPICS[index % TOPICS.length] ?? ['', ''];
  const text = `${OPENINGS[index % OPENINGS.length]}, ${index % 3 === 0 ? other : one}. It happened ${PLACES[Math.floor(index / 3) % PLACES.length]}. What can I do about it?`;
  return JSON.stringify({ id: `said-${index}`, at: new Date(at).toISOString(), text, author: `author-${index % 211}`, account: `Account ${index % 97}` });
}
