import type { Seed } from '../../host/seed/seed';

const NEEDS: readonly (readonly [string, readonly string[]])[] = [
  ['Compacting folders fails with a disk space error', ['compacting folders fails with a disk space error', 'folders will not compact and it claims no disk space', 'the compact command says the disk is full']],
  ['Calendar reminders ring twice', ['calendar reminders ring twice after the update', 'every calendar reminder pops up two times', 'the reminder of an event shows again and again']],
  ['Attachments vanish from sent messages', ['attachments vanish from sent messages', 'sent mail has lost its attachment', 'the attached file is missing in the sent message']],
  ['Search finds nothing in archived mail', ['search finds nothing in archived mail', 'searching the archive gives no results', 'global search does not look into archived folders']],
  ['Address book import skips the last line of a file', ['address book import skips the last contact', 'importing contacts from a csv loses the last line', 'the last row of my contacts file is not imported']],
];
const OPENINGS = ['Since yesterday', 'Hello, for two weeks', 'On my laptop', 'After the last restart', 'Again today', 'In our office', 'No idea why, but', 'Please help,'];

export interface GeneratedOptions {
  readonly tenant: string;
  readonly signals: number;
  /** A word that stands in every text of this tenant and in no other's. */
  readonly canary: string;
}

/** A small made-up tenant for flow tests: issues, signals about them, an admin, a member, a viewer and an outsider. Deterministic. */
export function generatedSeed({ tenant, signals, canary }: GeneratedOptions): Seed {
  const person = (name: string, siteAdmin: boolean, role?: 'administrator' | 'member' | 'viewer') => ({ accountId: `${tenant}-${name}`, name: `${name} of ${tenant}`, title: name, siteAdmin, roles: role === undefined ? {} : { MAIL: role } });
  const lines = function* (): Iterable<string> {
    for (let index = 0; index < signals; index += 1) {
      const [, ways] = NEEDS[index % NEEDS.length] ?? ['', []];
      const at = new Date(Date.UTC(2025, 0, 6) + index * Math.floor((170 * 86_400_000) / signals)).toISOString();
      const text = `${OPENINGS[(index * 3) % 8]} ${ways[index % 3]}. It happened ${index} times with ${canary} on machine ${(index * 7) % 997}. What can I do?`;
      yield JSON.stringify({ id: `${canary}-${index}`, at, title: `${ways[(index + 1) % 3]}`, text, author: `${canary}-author-${index % 97}`, account: `${canary} account ${index % 61}` });
    }
  };
  return {
    tenant,
    siteName: `Site of ${tenant}`,
    startsAt: '2025-07-01T08:00:00.000Z',
    synthetic: true,
    users: [person('admin', true, 'administrator'), person('member', false, 'member'), person('viewer', false, 'viewer'), person('outsider', false)],
    projects: [{ id: '10000', key: 'MAIL', name: `Mail ${canary}`, workflow: { statuses: [{ name: 'To Do', category: 'todo' }, { name: 'Doing', category: 'doing' }, { name: 'Done', category: 'done' }], resolutions: ['Done'] } }],
    versions: [{ id: '1', project: 'MAIL', name: '1.0', released: true, releasedAt: '2025-05-01T00:00:00.000Z' }, { id: '2', project: 'MAIL', name: '1.1', released: false }],
    sprints: [],
    issues: NEEDS.map(([summary], index) => ({
      id: String(10_001 + index), key: `MAIL-${index + 1}`, project: 'MAIL', summary: `${summary} (${canary})`, type: 'Bug', status: 'To Do', createdAt: '2025-01-02T00:00:00.000Z', fixVersions: index === 1 ? ['1.1'] : [], labels: [],
    })),
    products: [{ id: 'mail', name: `Mail ${canary}`, projects: ['MAIL'], files: [{ kind: 'signals', name: 'signals.jsonl', source: { id: 'forum', kind: 'file', name: `Forum ${canary}`, visibility: 'open' }, lines }] }],
  };
}
