import { repositoryShape } from './repository-shape';
import { seenOf, type Call, type LinkedIssue, type OpenWorld, type Reply, type SourceWorld, type WorldNeeds } from '../source-world';

export interface Issue {
  readonly number: number;
  readonly created: number;
  updated: number;
  readonly user: number;
  title?: string;
  readonly state?: string;
  body: string;
  isGone: boolean;
  /** Made by the repository's form, which asks around the customer's words. */
  readonly isFormed?: boolean;
  label?: string;
  /** Who edited its words last, and who renamed it. */
  editor?: string;
  renames?: readonly { readonly from: string; readonly by: string }[];
}

interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly created: number;
  updated: number;
  readonly association: string;
  body: string;
}

const HARBOR = { repo: 'harbor/mail', key: 'github_pat_key' };
/** Who answers in the repository. */
const COLLEAGUE = 7;

/** Members of the organisation by number; `hidden` are those who keep it private, whom only a key with the right to read members is shown. */
export interface Organisation {
  readonly shown: readonly number[];
  readonly hidden: readonly number[];
  mayReadMembers: boolean;
}

/** One repository: issues and comments by their last change, discussions switched off unless told. Every change moves the issue's last change. */
export const openWorld: OpenWorld = (needs) => worldOf(needs, { ...HARBOR, issues: [] });

/** @param held what the repository holds; issues of a time that is still to come are not there yet */
export function worldOf({ now, random }: WorldNeeds, { repo, key: token, issues, organisation = { shown: [COLLEAGUE], hidden: [], mayReadMembers: false } }: { readonly repo: string; readonly key: string; readonly issues: Issue[]; readonly organisation?: Organisation }): SourceWorld {
  const comments: Comment[] = [];
  let [isRevoked, sees, renamed] = [false, Number.POSITIVE_INFINITY, 0];
  const second = (at = now()): number => Math.floor(at / 1000) * 1000;
  const add = (body: string, created: number): string => {
    const number = issues.length + 1;
    issues.push({ number, created: second(created), updated: second(), user: 1000 + Math.floor(random() * 300), body, isGone: false, isFormed: number % 3 === 0 });
    return `${repo}#${number}`;
  };
  const find = (id: string): Issue => {
    const issue = issues.find((one) => `${repo}#${one.number}` === id);
    if (issue === undefined) throw new RangeError(`no issue ${id}`);
    return issue;
  };
  const page = <Row extends { readonly updated: number }>(rows: readonly Row[], { query }: Call, shape: (row: Row) => unknown): Reply => {
    const [from, number, size] = [Date.parse(query.get('since') ?? '1970-01-01T00:00:00Z'), Number(query.get('page') ?? 1), Math.min(Number(query.get('per_page') ?? 30), 100)];
    const seen = rows.filter((one) => one.updated >= second(from)).sort((a, b) => a.updated - b.updated);
    return { status: 200, headers: { 'x-ratelimit-remaining': '4999', 'x-ratelimit-limit': '5000' }, body: seen.slice((number - 1) * size, number * size).map(shape) };
  };
  const live = (): Issue[] => issues.filter((one) => !one.isGone && one.created <= now());
  const shown = (): Issue[] => live().filter((one) => one.number <= sees);
  /** Discussions, and single issues by their number: what is not found is null, with an error beside the data. */
  const graphql = (body: string): Reply => {
    const { query, variables } = JSON.parse(body) as { query: string; variables?: { readonly ids?: readonly string[] } };
    if (variables?.ids !== undefined) return nodes(variables.ids);
    const data: Record<string, unknown> = { repository: { hasDiscussionsEnabled: false, discussions: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } } };
    const errors: unknown[] = [];
    for (const [, name = '', owner, repository, kind = '', number] of query.matchAll(/(c\d+): repository\(owner: "(.+?)", name: "(.+?)"\) \{ (issue|discussion)\(number: (\d+)\)/g)) {
      const issue = `${owner}/${repository}` === repo && kind === 'issue' ? shown().find((one) => one.number === Number(number)) : undefined;
      data[name] = { [kind]: issue === undefined ? null : { number: issue.number } };
      if (issue === undefined) errors.push({ type: 'NOT_FOUND', path: [name, kind], message: `Could not resolve to an ${kind} with the number of ${number}.` });
    }
    return { status: 200, body: { data, ...(errors.length === 0 ? {} : { errors }) } };
  };
  /** Who renamed and edited them: each has the editor and the renames that it was given. */
  const nodes = (ids: readonly string[]): Reply => {
    const found = ids.map((id) => {
      const issue = shown().find((one) => nodeOf(repo, 'I', one.number) === id);
      if (issue !== undefined) return { id, editor: issue.editor === undefined ? null : { login: issue.editor }, timelineItems: { nodes: (issue.renames ?? []).map(({ from, by }) => ({ previousTitle: from, actor: { login: by } })) } };
      const comment = comments.find((one) => nodeOf(repo, 'IC', one.id) === id);
      return comment === undefined ? null : { id, editor: null };
    });
    const errors = found.flatMap((one, place) => (one === null ? [{ type: 'NOT_FOUND', path: ['nodes', place], message: `Could not resolve to a node with the global id of '${ids[place]}'` }] : []));
    return { status: 200, body: { data: { nodes: found }, ...(errors.length === 0 ? {} : { errors }) } };
  };
  const world: SourceWorld = {
    connector: 'github',
    settings: { repositories: repo },
    secrets: { token },
    answer: (call) => {
      const key = (call.headers['authorization'] ?? '').replace(/^(?:token|bearer) /iu, '');
      if (isRevoked || key !== token) return failed(401, 'Bad credentials');
      // A token without the repository in its scope cannot tell it from one that is not there.
      if (sees === 0) return call.path === '/graphql' ? { status: 200, body: { data: { repository: null }, errors: [{ type: 'NOT_FOUND', path: ['repository'], message: 'Could not resolve to a Repository' }] } } : failed(404, 'Not Found');
      if (call.path === `/repos/${repo}`) return { status: 200, body: repositoryShape(repo, user(1), stamp(now())) };
      if (call.path === `/repos/${repo}/issues`) return page(shown(), call, (one) => issueShape(repo, one, renamed));
      if (call.path === `/repos/${repo}/issues/comments`) return page(comments.filter((one) => shown().some((issue) => issue.number === one.issue)), call, (one) => commentShape(repo, one));
      const account = /^\/user\/(\d+)$/.exec(call.path)?.[1];
      if (account !== undefined) return shown().some((one) => String(one.user) === account) ? { status: 200, body: { ...(user(Number(account), renamed) as object), name: `Person ${account}` } } : failed(404, 'Not Found');
      if (call.path === `/orgs/${repo.split('/')[0]}/members`) return members(organisation, call);
      if (call.path === '/graphql') return graphql(call.body);
      return failed(404, 'Not Found');
    },
    speak: (text) => add(text, now()),
    speakLate: (text, at) => add(text, at),
    answerAsAgent: (text) => {
      const last = live().at(-1);
      if (last === undefined) return;
      comments.push({ id: 50_000 + comments.length, issue: last.number, created: second(), updated: second(), association: 'MEMBER', body: text });
      last.updated = second();
    },
    rewrite: (id, text) => Object.assign(find(id), { body: text, updated: second() }),
    remove: (id) => void (find(id).isGone = true),
    isSilentOnDeletion: true,
    revoke: (revoked) => void (isRevoked = revoked),
    narrow: (sight) => void (sees = seenOf(sight, issues.length)),
    // Pages are numbers: there is nothing to forget.
    forgetCheckpoints: () => undefined,
    identity: {
      rename: () => void (renamed += 1),
      move: (id) => void Object.assign(find(id), { label: 'elsewhere', updated: second() }),
    },
    link: (id, issue) => {
      const { number } = find(id);
      comments.push({ id: 50_000 + comments.length, issue: number, created: second(), updated: second(), association: 'MEMBER', body: `See ${browse(issue)}` });
      find(id).updated = second();
    },
    unlink: (id, issue) => {
      const one = comments.find((comment) => comment.issue === find(id).number && comment.body.includes(browse(issue)));
      Object.assign(one ?? {}, { body: 'See elsewhere', updated: second() });
      find(id).updated = second();
    },
    authors: () => new Map(live().map((one) => [`${repo}#${one.number}`, String(one.user)])),
    live: () => new Map(live().map((one) => [`${repo}#${one.number}`, one.isFormed === true ? asAnswered(one.body) : one.body])),
  };
  return world;
}

function members({ shown, hidden, mayReadMembers }: Organisation, { query }: Call): Reply {
  const [page, size] = [Number(query.get('page') ?? 1), Math.min(Number(query.get('per_page') ?? 30), 100)];
  const rows = mayReadMembers ? [...shown, ...hidden].sort((a, b) => a - b) : shown;
  return { status: 200, body: rows.slice((page - 1) * size, page * size).map((id) => user(id)) };
}

function browse({ key }: LinkedIssue): string {
  return `https://acme.atlassian.net/browse/${key}`;
}

function stamp(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

/** A renamed account keeps its number. */
function user(id: number, renamed = 0): unknown {
  const login = renamed === 0 ? `u${id}` : `u${id}-${renamed}`;
  const url = `https://api.github.com/users/${login}`;
  return {
    login, id, node_id: `U_${id}`, type: 'User', site_admin: false, gravatar_id: '', avatar_url: `https://avatars.githubusercontent.com/u/${id}`, html_url: `https://github.com/${login}`, url,
    events_url: `${url}/events{/privacy}`, followers_url: `${url}/followers`, following_url: `${url}/following{/other_user}`, gists_url: `${url}/gists{/gist_id}`, organizations_url: `${url}/orgs`,
    received_events_url: `${url}/received_events`, repos_url: `${url}/repos`, starred_url: `${url}/starred{/owner}{/repo}`, subscriptions_url: `${url}/subscriptions`,
  };
}

function nodeOf(repo: string, kind: 'I' | 'IC', id: number): string {
  return `${kind}_${Buffer.from(`${repo} ${id}`).toString('base64url')}`;
}

function labelShape(repo: string, name: string): unknown {
  return { id: 1, node_id: 'LA_1', url: `https://api.github.com/repos/${repo}/labels/${name}`, name, description: null, color: 'ededed', default: false };
}

const REACTIONS = { url: 'https://api.github.com/reactions', total_count: 2, '+1': 2, '-1': 0, laugh: 0, confused: 0, heart: 0, hooray: 0, eyes: 0, rocket: 0 };

function issueShape(repo: string, issue: Issue, renamed: number): unknown {
  const url = `https://api.github.com/repos/${repo}/issues/${issue.number}`;
  return {
    id: 900_000 + issue.number, node_id: nodeOf(repo, 'I', issue.number), url, repository_url: `https://api.github.com/repos/${repo}`, labels_url: `${url}/labels{/name}`, comments_url: `${url}/comments`, events_url: `${url}/events`, html_url: `https://github.com/${repo}/issues/${issue.number}`,
    number: issue.number, state: issue.state ?? 'open', title: issue.title ?? 'An issue', body: issue.isFormed === true ? formed(issue.body) : issue.body, user: user(issue.user, renamed), labels: issue.label === undefined ? [] : [labelShape(repo, issue.label)], assignee: null, assignees: [], milestone: null, locked: false, comments: 0, closed_at: null, created_at: stamp(issue.created), updated_at: stamp(issue.updated), author_association: 'NONE', reactions: REACTIONS,
  };
}

/** As GitHub writes what was entered into a form: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms */
function formed(words: string): string {
  return `### Is there an existing issue for this?\n\n- [X] I have searched the existing issues\n\n### What happened?\n\n<!-- A clear and concise description. Exports that lose rows\nbelong into #12. -->\n${words}\n\n### Anything else?\n\n_No response_`;
}

/** The same as a reader should hold it: the questions for what they are, and nothing that the page does not show. */
function asAnswered(words: string): string {
  return `> ### Is there an existing issue for this?\n\n> - [X] I have searched the existing issues\n\n> ### What happened?\n\n${words}\n\n> ### Anything else?`;
}

function commentShape(repo: string, comment: Comment): unknown {
  const url = `https://api.github.com/repos/${repo}/issues/comments/${comment.id}`;
  return { id: comment.id, node_id: nodeOf(repo, 'IC', comment.id), url, html_url: `https://github.com/${repo}/issues/${comment.issue}#issuecomment-${comment.id}`, issue_url: `https://api.github.com/repos/${repo}/issues/${comment.issue}`, body: comment.body, user: user(COLLEAGUE), created_at: stamp(comment.created), updated_at: stamp(comment.updated), author_association: comment.association, reactions: REACTIONS };
}

function failed(status: number, message: string): Reply {
  return { status, body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) } };
}
