import { field, found, list, openSite } from './a-site';
import type { Site } from './a-site';

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.close());

const adf = (text: string): unknown => ({ type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

describe('edit', () => {
  it('writes one history entry with its author, and tells the platform', async () => {
    const answer = await site.call('u-member', 'PUT', '/rest/api/3/issue/MAIL-1', { fields: { summary: 'Compacting says disk full' }, update: { labels: [{ add: 'disk' }], fixVersions: [{ remove: { name: '139.0' } }] } });
    expect(answer.status).toBe(204);
    const { json } = await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1?expand=changelog&fields=summary,labels,fixVersions,updated');
    expect(field(json, 'fields')).toMatchObject({ summary: 'Compacting says disk full', labels: ['disk', 'folders'], fixVersions: [], updated: '2025-07-01T12:00:00.000+0000' });
    const [entry] = list(json, 'changelog.histories');
    expect(field(entry, 'author.accountId')).toBe('u-member');
    expect(list(entry, 'items').map((one) => [field(one, 'fieldId'), field(one, 'fromString'), field(one, 'toString')])).toEqual([
      ['summary', 'Compacting folders fails 1', 'Compacting says disk full'],
      ['labels', 'folders', 'disk folders'],
      ['fixVersions', '139.0', null],
    ]);
    await site.jira.settled('acme');
    expect(site.events).toHaveLength(1);
    expect(site.events[0]).toMatchObject({ type: 'avi:jira:updated:issue', actor: 'u-member', payload: { selfGenerated: false, issue: { key: 'MAIL-1' }, atlassianId: 'u-member' } });
  });

  it('marks what the app does as self generated', async () => {
    await site.call('app', 'PUT', '/rest/api/3/issue/MAIL-1', { fields: { labels: [] } });
    await site.jira.settled('acme');
    expect(site.events[0]?.payload).toMatchObject({ selfGenerated: true });
  });

  it('changes nothing and says nothing when one of several fields is refused', async () => {
    const answer = await site.call('app', 'PUT', '/rest/api/3/issue/MAIL-1', { fields: { summary: 'New', resolution: { name: 'Fixed' } } });
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({ errorMessages: [], errors: { resolution: "Field 'resolution' cannot be set. It is not on the appropriate screen, or unknown." } });
    expect(field((await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1')).json, 'fields.summary')).toBe('Compacting folders fails 1');
    await site.jira.settled('acme');
    expect(site.events).toEqual([]);
  });

  it('takes everything back when the last of several steps fails', async () => {
    const refused = { update: { comment: [{ add: { body: 'no document' } }] } };
    expect((await site.call('app', 'PUT', '/rest/api/3/issue/MAIL-1', { fields: { summary: 'New' }, ...refused })).status).toBe(400);
    expect((await site.call('app', 'POST', '/rest/api/3/issue', { fields: { project: { key: 'MAIL' }, issuetype: { name: 'Bug' }, summary: 'Half' }, ...refused })).status).toBe(400);
    expect(await found(site, 'app', 'summary ~ New OR summary ~ Half')).toEqual([]);
    expect(list((await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1/changelog')).json, 'values')).toEqual([]);
    await site.jira.settled('acme');
    expect(site.events).toEqual([]);
    const made = await site.call('app', 'POST', '/rest/api/3/issue', { fields: { project: { key: 'MAIL' }, issuetype: { name: 'Bug' }, summary: 'Whole' } });
    expect(field(made.json, 'key')).toBe('MAIL-5');
  });

  it('writes no history when nothing changes', async () => {
    await site.call('app', 'PUT', '/rest/api/3/issue/MAIL-1', { fields: { labels: ['folders'] } });
    expect(list((await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1/changelog')).json, 'values')).toEqual([]);
  });

  it.each([
    ['viewer', 'u-viewer', 403],
    ['anonymous', 'anonymous', 404],
    ['someone outside', 'u-other', 404],
  ])('refuses a %s', async (_who, actor, status) => {
    expect((await site.call(actor, 'PUT', '/rest/api/3/issue/MAIL-1', { fields: { summary: 'x' } })).status).toBe(status);
  });
});

describe('transition', () => {
  const resolution = { resolution: { name: 'No customer evidence' } };

  it('demands the resolution that its screen holds, and sets it', async () => {
    const offered = await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1/transitions?expand=transitions.fields');
    const close = list(offered.json, 'transitions').find((one) => field(one, 'name') === 'Close');
    expect(field(close, 'fields.resolution.required')).toBe(true);
    const transition = { id: field(close, 'id') };
    const refused = await site.call('app', 'POST', '/rest/api/3/issue/MAIL-1/transitions', { transition });
    expect([refused.status, refused.json]).toEqual([400, { errorMessages: [], errors: { resolution: 'Resolution is required.' } }]);
    const done = await site.call('app', 'POST', '/rest/api/3/issue/MAIL-1/transitions', { transition, fields: resolution, update: { comment: [{ add: { body: adf('Closed.') } }] } });
    expect(done.status).toBe(204);
    const { json } = await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1');
    expect(field(json, 'fields.resolution.name')).toBe('No customer evidence');
    expect(field(json, 'fields.status.statusCategory.key')).toBe('done');
    expect(field(json, 'fields.resolutiondate')).toBe('2025-07-01T12:00:00.000+0000');
    expect(list(json, 'fields.comment.comments')).toHaveLength(1);
  });

  it('clears the resolution on the way back', async () => {
    const offered = list((await site.call('u-member', 'GET', '/rest/api/3/issue/MAIL-2/transitions')).json, 'transitions');
    expect(offered.map((one) => field(one, 'name'))).toEqual(['Reopen']);
    await site.call('u-member', 'POST', '/rest/api/3/issue/MAIL-2/transitions', { transition: { id: field(offered[0], 'id') } });
    expect(field((await site.call('app', 'GET', '/rest/api/3/issue/MAIL-2')).json, 'fields')).toMatchObject({ resolution: null, resolutiondate: null });
  });

  it('refuses the second of two at once with 409, and the one that comes too late with 400', async () => {
    const finish = list((await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1/transitions')).json, 'transitions').find((one) => field(one, 'name') === 'Finish');
    const transition = { id: field(finish, 'id') };
    site.jira.setTransitionMs('acme', 100);
    const answers = await Promise.all([1, 2].map(() => site.call('app', 'POST', '/rest/api/3/issue/MAIL-1/transitions', { transition })));
    expect(answers.map((one) => one.status).sort()).toEqual([204, 409]);
    expect((await site.call('app', 'POST', '/rest/api/3/issue/MAIL-1/transitions', { transition })).status).toBe(400);
    expect(list((await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1/changelog')).json, 'values')).toHaveLength(1);
  });

  it('offers nothing to a viewer', async () => {
    expect(list((await site.call('u-viewer', 'GET', '/rest/api/3/issue/MAIL-1/transitions')).json, 'transitions')).toEqual([]);
  });
});

describe('comments', () => {
  it('keep what is for a role from everyone else, in lists, counts and text search', async () => {
    const made = await site.call('app', 'POST', '/rest/api/3/issue/MAIL-1/comment', { body: adf('a quiet xylophone'), visibility: { type: 'role', value: 'Administrators' }, properties: [{ key: 'resurface', value: { run: 1 } }] });
    expect(made.status).toBe(201);
    const id = String(field(made.json, 'id'));
    expect(field((await site.call('u-member', 'GET', '/rest/api/3/issue/MAIL-1/comment')).json, 'total')).toBe(0);
    expect((await site.call('u-member', 'GET', `/rest/api/3/issue/MAIL-1/comment/${id}`)).status).toBe(404);
    expect((await site.call('u-member', 'GET', `/rest/api/3/comment/${id}/properties/resurface`)).status).toBe(404);
    expect(await found(site, 'u-member', 'text ~ xylophone')).toEqual([]);
    expect(await found(site, 'u-admin', 'text ~ xylophone')).toEqual(['MAIL-1']);
    expect(field((await site.call('u-admin', 'GET', `/rest/api/3/comment/${id}/properties/resurface`)).json, 'value')).toEqual({ run: 1 });
  });

  it('can be edited by their author and by administrators only', async () => {
    const id = String(field((await site.call('u-admin', 'POST', '/rest/api/3/issue/MAIL-1/comment', { body: adf('one') })).json, 'id'));
    const path = `/rest/api/3/issue/MAIL-1/comment/${id}`;
    expect((await site.call('u-member', 'PUT', path, { body: adf('two') })).status).toBe(403);
    expect((await site.call('u-admin', 'PUT', path, { body: adf('two') })).status).toBe(200);
    expect((await site.call('u-member', 'DELETE', path)).status).toBe(403);
    expect((await site.call('u-admin', 'DELETE', path)).status).toBe(204);
    await site.jira.settled('acme');
    expect(site.events.map((one) => one.type)).toEqual(['avi:jira:commented:issue', 'avi:jira:commented:issue', 'avi:jira:deleted:comment']);
  });
});

describe('entity properties', () => {
  it('answer 201 for a new one, 200 for a changed one, 404 for none, and keep to the size limit', async () => {
    const path = '/rest/api/3/issue/MAIL-1/properties/resurface';
    expect((await site.call('app', 'GET', path)).status).toBe(404);
    expect((await site.call('app', 'PUT', path, { accounts: 4 })).status).toBe(201);
    expect((await site.call('u-member', 'PUT', path, { accounts: 5 })).status).toBe(200);
    expect(field((await site.call('u-viewer', 'GET', path)).json, 'value')).toEqual({ accounts: 5 });
    expect((await site.call('app', 'PUT', path, 'x'.repeat(32_768))).status).toBe(400);
    expect((await site.call('app', 'DELETE', path)).status).toBe(204);
  });
});

describe('versions', () => {
  it('release, unrelease, merge and delete, moving the issues and telling the platform', async () => {
    const made = await site.call('u-admin', 'POST', '/rest/api/3/version', { name: '140.0', projectId: 10000 });
    expect(made.status).toBe(201);
    const id = String(field(made.json, 'id'));
    expect((await site.call('u-member', 'PUT', `/rest/api/3/version/${id}`, { released: true })).status).toBe(403);
    await site.call('u-admin', 'PUT', '/rest/api/3/version/20002', { released: true, releaseDate: '2025-07-01' });
    await site.call('u-admin', 'PUT', '/rest/api/3/version/20002', { released: false });
    expect((await site.call('u-admin', 'PUT', `/rest/api/3/version/20002/mergeto/${id}`)).status).toBe(204);
    expect(await found(site, 'app', 'fixVersion = "140.0"')).toEqual(['MAIL-1']);
    expect((await site.call('u-admin', 'POST', `/rest/api/3/version/${id}/removeAndSwap`, {})).status).toBe(204);
    expect(await found(site, 'app', 'key = MAIL-1 AND fixVersion is EMPTY')).toEqual(['MAIL-1']);
    await site.jira.settled('acme');
    expect(site.events.map((one) => one.type).filter((one) => one.endsWith(':version'))).toEqual([
      'avi:jira:created:version',
      'avi:jira:updated:version',
      'avi:jira:released:version',
      'avi:jira:updated:version',
      'avi:jira:unreleased:version',
      'avi:jira:merged:version',
      'avi:jira:deleted:version',
    ]);
  });
});

describe('create and delete', () => {
  it('numbers after what is there, and takes everything along', async () => {
    const made = await site.call('u-member', 'POST', '/rest/api/3/issue', { fields: { project: { key: 'MAIL' }, issuetype: { name: 'Bug' }, summary: 'New one' } });
    expect([made.status, field(made.json, 'key')]).toEqual([201, 'MAIL-5']);
    expect((await site.call('u-member', 'DELETE', '/rest/api/3/issue/MAIL-5')).status).toBe(403);
    expect((await site.call('u-admin', 'DELETE', '/rest/api/3/issue/MAIL-5')).status).toBe(204);
    expect((await site.call('app', 'GET', '/rest/api/3/issue/MAIL-5')).status).toBe(404);
    await site.jira.settled('acme');
    expect(site.events.map((one) => one.type)).toEqual(['avi:jira:created:issue', 'avi:jira:deleted:issue']);
  });
});

describe('sprint and rank', () => {
  it('moves in and out, keeping closed sprints, and ranks between neighbours', async () => {
    expect((await site.call('u-member', 'POST', '/rest/agile/1.0/sprint/8/issue', { issues: ['MAIL-2', 'MAIL-4'] })).status).toBe(204);
    expect(await found(site, 'app', 'sprint in openSprints() ORDER BY key')).toEqual(['MAIL-1', 'MAIL-2', 'MAIL-4']);
    expect((await site.call('u-member', 'POST', '/rest/agile/1.0/backlog/issue', { issues: ['MAIL-2'] })).status).toBe(204);
    expect(await found(site, 'app', 'sprint = 7')).toEqual(['MAIL-2']);
    expect((await site.call('u-member', 'PUT', '/rest/agile/1.0/issue/rank', { issues: ['MAIL-4'], rankBeforeIssue: 'MAIL-1' })).status).toBe(204);
    expect(await found(site, 'u-member', 'project = MAIL ORDER BY rank')).toEqual(['MAIL-4', 'MAIL-1', 'MAIL-2']);
    expect((await site.call('u-viewer', 'PUT', '/rest/agile/1.0/issue/rank', { issues: ['MAIL-4'], rankAfterIssue: 'MAIL-1' })).status).toBe(403);
  });
});

describe('the issue panel', () => {
  const moduleId = 'ari:cloud:ecosystem::extension/app/env/static/evidence-panel';

  it('is pinned by a task that an administrator may order', async () => {
    const order = { moduleId, projectList: [{ action: 'PIN', projectIdOrKey: 'MAIL' }] };
    expect((await site.call('u-member', 'POST', '/rest/api/3/forge/panel/action/bulk/async', order)).status).toBe(403);
    const accepted = await site.call('u-admin', 'POST', '/rest/api/3/forge/panel/action/bulk/async', order);
    expect(accepted.status).toBe(202);
    await new Promise((resolve) => setImmediate(resolve));
    expect(field((await site.call('u-admin', 'GET', `/rest/api/3/task/${String(field(accepted.json, 'taskId'))}`)).json, 'status')).toBe('COMPLETE');
    expect((await site.call('u-viewer', 'GET', '/emulated/issue/MAIL-1/panels')).json).toEqual({ pinned: ['evidence-panel'], added: [] });
    expect((await site.call('u-admin', 'GET', '/emulated/issue/CAL-1/panels')).json).toEqual({ pinned: [], added: [] });
  });

  it('can be added to one issue by a person who may edit it', async () => {
    expect((await site.call('u-viewer', 'POST', '/emulated/issue/MAIL-1/panels/evidence-panel')).status).toBe(403);
    expect((await site.call('u-member', 'POST', '/emulated/issue/MAIL-1/panels/evidence-panel')).status).toBe(204);
    expect((await site.call('u-member', 'GET', '/emulated/issue/MAIL-1/panels')).json).toEqual({ pinned: [], added: ['evidence-panel'] });
  });
});

it('says loudly what it cannot do', async () => {
  const answer = await site.call('app', 'GET', '/rest/api/3/dashboard');
  expect([answer.status, list(answer.json, 'errorMessages')[0]]).toEqual([501, 'The emulated Jira has no GET /rest/api/3/dashboard. Add it under host/jira before using it.']);
});
