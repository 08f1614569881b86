import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import type { SourceLink, SourceRecord } from '../../domain/source-record';
import { SourceForbidden, SourceNotThere } from '../../domain/source-errors';
import type { Connector } from '../../ports/connector';
import { listSetting } from '../_shared/list-setting';
import { maybe } from '../_shared/maybe';
import { readEach } from '../_shared/read-each';
import { testEach } from '../_shared/test-each';
import { typedFeed } from '../_shared/typed-feed';
import { unreadable } from '../_shared/unreadable';
import { canaryQuery } from './canaries';
import { HOST, openGitHub, type GitHub } from './client';
import { credentialsOf } from './credentials';
import { commentId, commentLinks, commentRecord, discussionLinks, discussionRecords, issueLinks, issueRecord, type Ours } from './map';
import { readPage, type ReadPage } from './read-page';
import { remedies } from './remedies';
import { withEdits } from './who-edited';
import { Comment, CommentId, Cursor, Discussion, Issue, Person } from './schema';

const NAME = String.raw`[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}`;
const Repository = z.object({ full_name: z.string(), private: z.boolean(), has_issues: z.boolean(), owner: maybe(z.object({ login: z.string(), type: maybe(z.string()) })) });

/** Issues, comments and discussions of chosen repositories, as far as people outside the team wrote them. */
export const github: Connector = {
  id: 'github',
  name: 'GitHub',
  about: 'Issues, comments and discussions that people outside your team wrote, with thumbs up. Owners, members, collaborators and bots are left out.',
  limits: [
    'Who is one of you is what GitHub says: owner, member or collaborator of the repository, whoever is on the list of the organisation’s members (looked up once a day, 20,000 at most), and whom you name. A member who keeps that private is shown as an outsider to a key without the organisation permission Members (read).',
    'Of a discussion a thousand comments and a hundred replies to each are read; one with more is counted as not read to its end. One with replies, or with more than a hundred comments, costs a request for each hundred.',
    'Of an issue or a comment the first 400 words that somebody says are looked at; a longer one is kept, and counted as not read to its end.',
    'Links are addresses of your Jira issues that one of you wrote: in a comment (the issue or discussion above it is linked) or in what you opened (everything that customers write under it is linked). A bare key is no link, and links that GitHub draws from commits or branches are not read.',
    'Pull requests, and what is said under them, are not read: they are about changes, not needs.',
    'What one of you renamed keeps the title that its author gave it; what one of you edited is not taken for its author’s words: those that were read before stay, else it is counted as not readable. Of a discussion’s title nobody tells who gave it.',
    'At most 5,000 requests an hour for the token or the app: 12,000 issues take some 600 of them.',
    'Several repositories are read in turn, each at least every four hours; the time on the card is that of the one which waits longest.',
    'A repository that was made private or removed is a gap from then on.',
  ],
  fields: [
    { name: 'repositories', label: 'Repositories', help: 'owner/name, with commas.', kind: 'list', placeholder: 'acme/mail, acme/mobile', pattern: new RegExp(`^${NAME}(\\s*,\\s*${NAME}){0,19}$`) },
    { name: 'ours', label: 'Your own logins', help: 'People of yours whom GitHub may show as outsiders, as members who keep that private. What they write is never a customer’s.', kind: 'list', isOptional: true, placeholder: 'octocat', pattern: /^[A-Za-z0-9][A-Za-z0-9-]{0,38}(\s*,\s*[A-Za-z0-9][A-Za-z0-9-]{0,38}){0,199}$/ },
    { name: 'token', label: 'Token', help: 'A fine-grained token with read access to Issues and Discussions of these repositories, and to Members of the organisation, so that GitHub tells who is one of you.', kind: 'secret', isOptional: true },
    { name: 'appId', label: 'App ID', help: 'Instead of a token: a GitHub App of yours, which no person takes along when they leave. Settings → Developer settings → GitHub Apps.', kind: 'text', placeholder: '123456', pattern: /^\d{1,12}$/, isOptional: true },
    { name: 'installationId', label: 'Installation ID', help: 'The number at the end of the address under Installed GitHub Apps → Configure.', kind: 'text', placeholder: '45678901', pattern: /^\d{1,12}$/, isOptional: true },
    { name: 'privateKey', label: 'Private key', help: 'The whole .pem file that GitHub let you download.', kind: 'secret', isOptional: true },
  ],
  egress: [HOST],
  hosts: () => [HOST],
  pace: { requests: 80, perSeconds: 60 },
  routes: ['repository', 'label', 'category'],
  isTracker: true,

  remedies,
  async test(ask) {
    const credentials = credentialsOf(ask);
    if ('problem' in credentials) return { ok: false, ...credentials };
    const client = openGitHub(ask);
    const warnings: string[] = [];
    const organisations = new Set<string>();
    const found = await testEach(ask.settings['repositories'], async (repo) => {
      const answer = parseAt('github repository', Repository, await client.get(`/repos/${repo}`, {}));
      if (answer.owner?.type === 'Organization') organisations.add(answer.owner.login);
      if (!answer.has_issues) warnings.push(`${answer.full_name} has no issues switched on.`);
      if (answer.full_name.toLowerCase() !== repo.toLowerCase()) warnings.push(`${repo} was renamed to ${answer.full_name}; it is read all the same.`);
      // Every token may look at a repository; its issues need a right of their own.
      if (answer.has_issues) await client.get(`/repos/${repo}/issues`, { per_page: 1 });
      return `${answer.full_name}${answer.private ? ' (private)' : ''}`;
    });
    for (const organisation of organisations) if (!(await seesMembers(client, organisation))) warnings.push(`This key may not read the members of ${organisation}: GitHub shows those who keep their membership private as outsiders, and their words would count as customers’. Give it the organisation permission Members (read), or name their logins above.`);
    return { ok: true, found: found.join(', '), ...(warnings.length === 0 ? {} : { warnings }) };
  },

  // Asked for on the way of each poll; alone only where those raise a doubt.
  async probe(ask) {
    const query = canaryQuery(ask.canaries);
    if (query.asked.length === 0) return {};
    return { found: query.foundIn(await openGitHub(ask).graphql(`query {\n  ${query.text}\n}`, {})) };
  },

  async person(ask, author) {
    try {
      const { name, login } = parseAt('github user', Person, await openGitHub(ask).get(`/user/${encodeURIComponent(author)}`, {}));
      return name === undefined || name.trim() === '' ? login : `${name} (${login})`;
    } catch (error) {
      if (error instanceof SourceNotThere) return undefined;
      throw error;
    }
  },

  poll: typedFeed<SourceRecord, Cursor>(Cursor, async (ask, checkpoint) => {
    const listed = await readPage(ask, checkpoint);
    const page = { ...listed, values: listed.stage === 'discussions' ? listed.values : await withEdits(openGitHub(ask), listed.values) };
    const { skipped, ...sorted } = sort(page, oursOf(ask.settings, page));
    return { ...sorted, skipped: [...skipped, ...page.skipped], checkpoint: page.checkpoint, isLast: page.isLast, ...(page.canaries === undefined ? {} : { canaries: page.canaries }), ...(page.readTo === undefined ? {} : { readTo: page.readTo }) };
  }),

  links: typedFeed<SourceLink, Cursor>(Cursor, async (ask, checkpoint) => {
    const page = await readPage(ask, checkpoint);
    const links = page.values.map((value) => linksOf(page, value, oursOf(ask.settings, page)));
    return { items: links.flatMap((some) => some ?? []), skipped: [...page.skipped.map((one) => ({ ...one, isUnnamed: true as const })), ...links.flatMap((some, index) => (some === undefined ? [unreadable(undefined, `${page.repo}-${index}`, page.stage)] : []))], checkpoint: page.checkpoint, isLast: page.isLast };
  }),
};

/** Teams are listed to whoever may read members, and to nobody else; the list of members itself is answered to everybody, without the private ones. */
async function seesMembers(client: GitHub, organisation: string): Promise<boolean> {
  try {
    await client.get(`/orgs/${organisation}/teams`, { per_page: 1 });
    return true;
  } catch (error) {
    if (error instanceof SourceForbidden || error instanceof SourceNotThere) return false;
    throw error;
  }
}

/** Undefined where it cannot be read. */
function linksOf({ repo, stage }: ReadPage, value: unknown, ours: Ours): readonly SourceLink[] | undefined {
  switch (stage) {
    case 'issues': {
      const issue = Issue.safeParse(value).data;
      return issue === undefined ? undefined : issueLinks(repo, ours)(issue);
    }
    case 'comments': {
      const comment = Comment.safeParse(value).data;
      return comment === undefined ? undefined : commentLinks(repo, ours)(comment);
    }
    case 'discussions': {
      const discussion = Discussion.safeParse(value).data;
      return discussion === undefined ? undefined : discussionLinks(repo, ours)(discussion);
    }
  }
}

function sort({ repo, stage, values }: ReadPage, ours: Ours): ReturnType<typeof readEach> {
  switch (stage) {
    case 'issues':
      return readEach(values, Issue, issueRecord(repo, ours), idBy(repo, '#', 'number'), `${repo}-`);
    case 'comments':
      return readEach(values, Comment, commentRecord(repo, ours), idOfComment(repo), `${repo}-`);
    case 'discussions':
      return readEach(values, Discussion, discussionRecords(repo, ours), idBy(repo, '/d', 'number'), `${repo}-`);
  }
}

function oursOf(settings: Readonly<Record<string, string>>, { members }: ReadPage): Ours {
  return { logins: new Set(listSetting(settings['ours']).map((login) => login.toLowerCase())), members };
}

function idBy(repo: string, mark: string, field: string): (value: unknown) => string | undefined {
  return (value) => {
    const found = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[field] : undefined;
    return typeof found === 'number' ? `${repo}${mark}${found}` : undefined;
  };
}

/** As the comment is called when all of it can be read, so that it takes its own place then. */
function idOfComment(repo: string): (value: unknown) => string | undefined {
  return (value) => {
    const { data } = CommentId.safeParse(value);
    return data === undefined ? undefined : commentId(repo, data);
  };
}
