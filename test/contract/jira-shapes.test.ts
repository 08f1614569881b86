import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv from 'ajv';
import { field, list, openSite } from '../unit/jira/a-site';
import type { Site } from '../unit/jira/a-site';

/** Jira's own specification, read where it lies beside the repository; our list of required fields stands in where it does not. */
const SPECIFICATION = resolve(__dirname, '../../../shared/openapi/jira-platform-v3.json');

const adf = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hello' }] }] };

/** Method, address, its name in the specification, body, and the fields that must be there in any case. */
const CALLS: readonly [string, string, string, unknown, readonly string[]][] = [
  ['GET', '/search/jql?jql=project%3DMAIL&fields=*all&expand=changelog,names,schema', '/search/jql', undefined, ['issues', 'isLast']],
  ['POST', '/search/jql', '/search/jql', { jql: 'project = MAIL', maxResults: 1 }, ['issues', 'nextPageToken']],
  ['POST', '/search/approximate-count', '/search/approximate-count', { jql: 'project = MAIL' }, ['count']],
  ['GET', '/issue/MAIL-1?expand=changelog,transitions,names,schema&properties=resurface', '/issue/{issueIdOrKey}', undefined, ['id', 'key', 'self', 'fields', 'changelog', 'transitions', 'properties']],
  ['POST', '/issue/bulkfetch', '/issue/bulkfetch', { issueIdsOrKeys: ['MAIL-1', 'NO-1'], expand: ['changelog'] }, ['issues', 'issueErrors']],
  ['GET', '/issue/MAIL-1/changelog', '/issue/{issueIdOrKey}/changelog', undefined, ['values', 'total', 'isLast', 'startAt', 'maxResults']],
  ['POST', '/changelog/bulkfetch', '/changelog/bulkfetch', { issueIdsOrKeys: ['MAIL-1', 'MAIL-2'], fieldIds: ['status', 'labels'] }, ['issueChangeLogs']],
  ['GET', '/issue/MAIL-1/transitions?expand=transitions.fields', '/issue/{issueIdOrKey}/transitions', undefined, ['transitions']],
  ['GET', '/issue/MAIL-1/comment?expand=properties', '/issue/{issueIdOrKey}/comment', undefined, ['comments', 'total']],
  ['POST', '/issue/MAIL-1/comment', '/issue/{issueIdOrKey}/comment', { body: adf, visibility: { type: 'role', value: 'Administrators' } }, ['id', 'body', 'author', 'visibility']],
  ['GET', '/issue/MAIL-1/properties', '/issue/{issueIdOrKey}/properties', undefined, ['keys']],
  ['GET', '/issue/MAIL-1/properties/resurface', '/issue/{issueIdOrKey}/properties/{propertyKey}', undefined, ['key', 'value']],
  ['GET', '/issue/MAIL-1/watchers', '/issue/{issueIdOrKey}/watchers', undefined, ['watchCount', 'watchers']],
  ['GET', '/issue/MAIL-1/votes', '/issue/{issueIdOrKey}/votes', undefined, ['votes', 'voters']],
  ['POST', '/issue', '/issue', { fields: { project: { key: 'MAIL' }, issuetype: { name: 'Task' }, summary: 'One' } }, ['id', 'key', 'self']],
  ['GET', '/project/search', '/project/search', undefined, ['values', 'total', 'isLast']],
  ['GET', '/project/MAIL', '/project/{projectIdOrKey}', undefined, ['id', 'key', 'name', 'issueTypes', 'versions']],
  ['GET', '/project/MAIL/statuses', '/project/{projectIdOrKey}/statuses', undefined, []],
  ['GET', '/project/MAIL/versions', '/project/{projectIdOrKey}/versions', undefined, []],
  ['GET', '/project/MAIL/version?status=unreleased', '/project/{projectIdOrKey}/version', undefined, ['values', 'total']],
  ['GET', '/version/20002', '/version/{id}', undefined, ['id', 'name', 'released', 'projectId']],
  ['POST', '/version', '/version', { name: '141.0', project: 'MAIL', releaseDate: '2025-09-01' }, ['id', 'name']],
  ['PUT', '/version/20002', '/version/{id}', { released: true }, ['id', 'released']],
  ['GET', '/version/20001/relatedIssueCounts', '/version/{id}/relatedIssueCounts', undefined, ['issuesFixedCount']],
  ['GET', '/version/20001/unresolvedIssueCount', '/version/{id}/unresolvedIssueCount', undefined, ['issuesUnresolvedCount']],
  ['POST', '/version/20001/relatedwork', '/version/{id}/relatedwork', { category: 'Design', title: 'Plan', url: 'https://example.com' }, ['relatedWorkId', 'category']],
  ['GET', '/version/20001/relatedwork', '/version/{id}/relatedwork', undefined, []],
  ['GET', '/status', '/status', undefined, []],
  ['GET', '/statuses/search', '/statuses/search', undefined, ['values', 'total']],
  ['GET', '/statuscategory', '/statuscategory', undefined, []],
  ['GET', '/resolution', '/resolution', undefined, []],
  ['GET', '/resolution/search', '/resolution/search', undefined, ['values']],
  ['GET', '/priority', '/priority', undefined, []],
  ['GET', '/issuetype', '/issuetype', undefined, []],
  ['GET', '/field', '/field', undefined, []],
  ['GET', '/label', '/label', undefined, ['values']],
  ['GET', '/serverInfo', '/serverInfo', undefined, ['baseUrl', 'deploymentType']],
  ['GET', '/myself', '/myself', undefined, ['accountId', 'displayName']],
  ['GET', '/user?accountId=u-member', '/user', undefined, ['accountId', 'displayName']],
  ['GET', '/user/bulk?accountId=u-member&accountId=nobody', '/user/bulk', undefined, ['values']],
  ['GET', '/users/search?query=a', '/users/search', undefined, []],
  ['GET', '/mypermissions?permissions=BROWSE_PROJECTS,ADMINISTER&projectKey=MAIL', '/mypermissions', undefined, ['permissions']],
  ['POST', '/permissions/check', '/permissions/check', { globalPermissions: ['ADMINISTER'], projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: [10001], projects: [10000] }] }, ['globalPermissions', 'projectPermissions']],
  ['POST', '/permissions/project', '/permissions/project', { permissions: ['BROWSE_PROJECTS'] }, ['projects']],
  ['GET', '/issueLinkType', '/issueLinkType', undefined, ['issueLinkTypes']],
];

let site: Site;
beforeAll(async () => {
  site = await openSite();
  await site.call('u-admin', 'PUT', '/rest/api/3/issue/MAIL-1/properties/resurface', { a: 1 });
  await site.call('u-admin', 'PUT', '/rest/api/3/issue/MAIL-1', { fields: { labels: ['x'], assignee: { accountId: 'u-member' } } });
  await site.call('u-admin', 'POST', '/rest/api/3/issue/MAIL-1/comment', { body: adf });
  await site.call('u-admin', 'POST', '/rest/api/3/issue/MAIL-1/watchers');
  await site.call('u-admin', 'POST', '/rest/api/3/issueLink', { type: { name: 'Blocks' }, inwardIssue: { key: 'MAIL-1' }, outwardIssue: { key: 'MAIL-4' } });
});
afterAll(() => site.close());

const specification: unknown = existsSync(SPECIFICATION) ? JSON.parse(readFileSync(SPECIFICATION, 'utf8')) : undefined;
if (specification === undefined) process.stdout.write('Jira\'s specification is not beside the repository (../shared/openapi): answers are checked for our own list of fields only.\n');
// Jira itself writes +0000 where the specification says date-time, so formats are left out.
const ajv = specification === undefined ? undefined : new Ajv({ strict: false, validateFormats: false, allErrors: true }).addSchema({ $id: 'jira', components: field(specification, 'components') });

it.each(CALLS)('%s %s answers in the documented shape', async (method, path, name, body, fields) => {
  const answer = await site.call('u-admin', method, `/rest/api/3${path}`, body);
  expect([200, 201]).toContain(answer.status);
  for (const one of fields) expect(field(answer.json, one)).toBeDefined();
  if (ajv === undefined) return;
  const schema = documented(name, method, answer.status);
  const validate = ajv.compile(schema);
  validate(withoutNulls(answer.json));
  expect(validate.errors ?? []).toEqual([]);
});

it('validation can fail', () => {
  if (ajv === undefined) return;
  expect(ajv.validate(documented('/myself', 'GET', 200), { accountId: 7 })).toBe(false);
  expect(ajv.validate(documented('/search/jql', 'GET', 200), { issues: [], total: 3 })).toBe(false);
});

it('errors have the documented shape', async () => {
  for (const path of ['/rest/api/3/issue/NO-1', '/rest/api/3/search/jql?jql=nope', '/rest/api/3/user?accountId=none']) {
    const { json } = await site.call('u-admin', 'GET', path);
    expect(list(json, 'errorMessages')).toHaveLength(1);
    expect(field(json, 'errors')).toEqual({});
  }
});

/** The specification names no value as nullable where Jira itself writes null (an empty end of a history line), so nulls are left out of the check. */
function withoutNulls(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_key, one: unknown) => (one === null ? undefined : one)));
}

function documented(name: string, method: string, status: number): object {
  const path: unknown = Object.getOwnPropertyDescriptor(field(specification, 'paths'), `/rest/api/3${name}`)?.value;
  const operation = field(path, method.toLowerCase());
  const content = field(operation, `responses.${status}.content`);
  const schema = Object.getOwnPropertyDescriptor(content, 'application/json')?.value.schema;
  if (schema === undefined) throw new Error(`${method} ${name} has no answer ${status} in the specification`);
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"jira#/components'));
}
