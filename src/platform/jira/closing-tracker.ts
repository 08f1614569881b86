import { getAppContext, route } from '@forge/api';
import { TrackerFailure } from '../../domain/errors';
import type { KnownPath, Transition, WorkflowStatus } from '../../domain/sweep';
import type { ClosingTracker } from '../../ports/closing-tracker';
import { parseAt } from '../../domain/boundary';
import { WriteRefused } from '../../domain/closing-errors';
import { fetchLikelyOurs, MARKER } from './likely-ours';
import { CommentMade, ClosingIssue, DonePage, DuplicatePage, EditMeta, FieldList, IdPage, Myself, ServerInfo, TransitionList } from './closing-schema';
import { writeJira } from './closing-write';
import { fetchComments, fetchFreshItem, OPERATION, type SoftwareFields } from './fresh-item';
import { fetchJira } from './request';
import { MyPermissions } from './schema';

const PAGE = 100;
/** Done issues whose ways out are looked at, to learn the ways back. */
const SAMPLED = 20;
/** Key of the property that JQL reads (`jira:entityProperty` in the manifest). */
export const PROPERTY = 'resurface';

/** Jira as closing needs it, over `requestJira` as the app. Who the app is, where its fields are and which ways a workflow knows is asked once an invocation. */
export function jiraClosingTracker(): ClosingTracker {
  const site = perInvocation(() => ({
    me: once(async () => (await fetchJira('app', route`/rest/api/3/myself`, Myself)).accountId),
    url: once(async () => (await fetchJira('app', route`/rest/api/3/serverInfo`, ServerInfo)).baseUrl),
    software: once(fetchSoftwareFields),
    paths: new Map<string, Promise<readonly KnownPath[]>>(),
  }));
  return {
    fetchSiteUrl: () => site().url(),
    fetchItem: async (issue) => {
      const { me, software } = site();
      return fetchFreshItem(issue, await me(), await software());
    },
    fetchTransitions,
    fetchKnownPaths: async (issue) => {
      const { paths } = site();
      const { fields } = await fetchJira('app', route`/rest/api/3/issue/${issue}?fields=status,project,issuetype,created`, ClosingIssue);
      const key = `${fields.project.id}:${fields.issuetype.id}`;
      const known = paths.get(key) ?? learnPaths(fields.project.key, fields.issuetype.id);
      paths.set(key, known);
      return known;
    },
    fetchEditableFields: async (issue) => {
      const meta = await fetchJira('app', route`/rest/api/3/issue/${issue}/editmeta`, EditMeta);
      const { permissions } = await fetchJira('app', route`/rest/api/3/mypermissions?permissions=SCHEDULE_ISSUES&issueId=${issue}`, MyPermissions);
      return new Set([...Object.keys(meta.fields), ...(permissions['SCHEDULE_ISSUES']?.havePermission === true ? ['rank'] : [])]);
    },
    fetchDuplicates,
    fetchLikelyOurs,
    findComment: async (issue, op) => {
      const mine = await site().me();
      const found = (await fetchComments(issue)).find((one) => one.author?.accountId === mine && (one.properties ?? []).some((property) => property.key === OPERATION && isOperation(property.value, op)));
      return found?.id;
    },
    addComment: async (issue, body, op) => {
      const made = await writeJira(route`/rest/api/3/issue/${issue}/comment`, { method: 'POST', body: { body, properties: [{ key: OPERATION, value: { op } }] } });
      return parseAt('jira', CommentMade, made).id;
    },
    saveMarker: async (issue, marker) => void (await writeJira(route`/rest/api/3/issue/${issue}/properties/${MARKER}`, { method: 'PUT', body: marker })),
    transition: async (issue, { transition, resolution, op }) => {
      const fields = resolution === undefined ? {} : { fields: { resolution: { name: resolution } } };
      const historyMetadata = { type: 'resurface', description: 'Resurface', extraData: { [OPERATION]: op } };
      await writeJira(route`/rest/api/3/issue/${issue}/transitions`, { method: 'POST', body: { transition: { id: transition }, historyMetadata, ...fields } });
    },
    editFields: async (issue, edits, op) => {
      const { assignee, labels, fixVersions } = edits;
      const fields = {
        ...(assignee === undefined ? {} : { assignee: { accountId: assignee } }),
        ...(edits.unassign === true ? { assignee: null } : {}),
        ...(edits.clearResolution === true ? { resolution: null } : {}),
        ...(labels === undefined ? {} : { labels }),
        ...(fixVersions === undefined ? {} : { fixVersions: fixVersions.map((name) => ({ name })) }),
      };
      await writeJira(route`/rest/api/3/issue/${issue}`, { method: 'PUT', body: { fields, historyMetadata: { type: 'resurface', extraData: { [OPERATION]: op } } } });
    },
    putInSprint: async (issue, sprint) => void (await writeJira(route`/rest/agile/1.0/sprint/${sprint}/issue`, { method: 'POST', body: { issues: [issue] } })),
    restoreRank: async (issue, rank) => restoreRank(issue, rank, await site().software()),
    saveProperties: async (issue, properties) => void (await writeJira(route`/rest/api/3/issue/${issue}/properties/${PROPERTY}`, { method: 'PUT', body: properties })),
  };
}

/** A warm process serves one site after another, and the next invocation may be another site's: nothing asked of one is kept for it. */
function perInvocation<Value>(make: () => Value): () => Value {
  let held: { readonly invocation: string; readonly value: Value } | undefined;
  return () => {
    const invocation = getAppContext().invocationId;
    if (held?.invocation !== invocation) held = { invocation, value: make() };
    return held.value;
  };
}

function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined;
  return () => (asked ??= ask());
}

function isOperation(value: unknown, op: string): boolean {
  return typeof value === 'object' && value !== null && 'op' in value && value.op === op;
}

async function fetchSoftwareFields(): Promise<SoftwareFields> {
  const fields = await fetchJira('app', route`/rest/api/3/field`, FieldList);
  const id = (custom: string): string | undefined => fields.find((field) => field.schema?.custom === custom)?.id;
  const sprint = id('com.pyxis.greenhopper.jira:gh-sprint');
  const rank = id('com.pyxis.greenhopper.jira:gh-lexo-rank');
  const development = id('com.atlassian.jira.plugins.jira-development-integration-plugin:devsummarycf');
  return { ...(sprint === undefined ? {} : { sprint }), ...(rank === undefined ? {} : { rank }), ...(development === undefined ? {} : { development }) };
}

const fetchTransitions: ClosingTracker['fetchTransitions'] = async (issue) => {
  const { transitions } = await fetchJira('app', route`/rest/api/3/issue/${issue}/transitions?expand=transitions.fields`, TransitionList);
  return transitions.filter((one) => one.isAvailable !== false).map((one): Transition => {
    const fields = Object.entries(one.fields ?? {});
    const resolution = one.fields?.['resolution'];
    const allowed = resolution?.allowedValues?.flatMap((value) => value.name ?? []);
    const requires = fields.filter(([name, field]) => name !== 'resolution' && field.required && field.hasDefaultValue !== true).map(([name]) => name);
    return { id: one.id, to: statusOf(one.to), requires, ...(allowed === undefined ? {} : { resolutions: allowed }) };
  });
};

/** Ways back are learned from done issues of the same project and type: what the app may do from there it may do again. No administrator's scope is needed. */
async function learnPaths(project: string, type: string): Promise<readonly KnownPath[]> {
  const jql = `project = "${project}" AND issuetype = ${type} AND statusCategory = Done ORDER BY updated DESC`;
  const { issues } = await fetchJira('app', route`/rest/api/3/search/jql`, DonePage, { method: 'POST', body: { jql, fields: ['status'], maxResults: SAMPLED } });
  const samples = new Map(issues.map((issue) => [issue.fields.status.id, issue]));
  const paths: KnownPath[] = [];
  for (const { id, fields } of samples.values()) {
    const from = statusOf(fields.status);
    for (const transition of await fetchTransitions(id)) if (transition.requires.length === 0) paths.push({ from, to: transition.to });
  }
  return paths;
}

function statusOf({ id, name, statusCategory }: { readonly id: string; readonly name: string; readonly statusCategory: { readonly key: string } }): WorkflowStatus {
  return { id, name, category: statusCategory.key === 'done' ? 'done' : statusCategory.key === 'indeterminate' ? 'doing' : 'todo' };
}

const fetchDuplicates: ClosingTracker['fetchDuplicates'] = async (projects) => {
  const pairs: { issue: string; of: string; ofKey: string; ofIsOpen: boolean }[] = [];
  const jql = `project in (${projects.map(quoted).join(', ')}) AND statusCategory != Done AND issueLinkType = "duplicates" ORDER BY id ASC`;
  let nextPageToken: string | undefined;
  do {
    const page = await fetchJira('app', route`/rest/api/3/search/jql`, DuplicatePage, { method: 'POST', body: { jql, fields: ['issuelinks'], maxResults: PAGE, ...(nextPageToken === undefined ? {} : { nextPageToken }) } });
    for (const { id, fields } of page.issues) {
      for (const { type, outwardIssue } of fields.issuelinks ?? []) {
        if (!outwardIssue || !/^duplicates/i.test(type.outward)) continue;
        pairs.push({ issue: id, of: outwardIssue.id, ofKey: outwardIssue.key, ofIsOpen: outwardIssue.fields?.status?.statusCategory.key !== 'done' });
      }
    }
    nextPageToken = page.nextPageToken ?? undefined;
  } while (nextPageToken !== undefined);
  return pairs;
};

/** Jira ranks relative to another issue: in front of the first one that follows the old place. */
async function restoreRank(issue: string, rank: string, { rank: field }: SoftwareFields): Promise<void> {
  if (field === undefined) throw new WriteRefused(400, 'no rank field');
  const { fields } = await fetchJira('app', route`/rest/api/3/issue/${issue}?fields=project,status,issuetype,created`, ClosingIssue);
  let nextPageToken: string | undefined;
  do {
    const body = { jql: `project = ${quoted(fields.project.key)} ORDER BY Rank ASC`, fields: [field], maxResults: PAGE, ...(nextPageToken === undefined ? {} : { nextPageToken }) };
    const page = await fetchJira('app', route`/rest/api/3/search/jql`, IdPage, { method: 'POST', body });
    if (page.issues.length === 0 && page.nextPageToken) throw new TrackerFailure(200, true, 'Jira sent an empty page that is not the last');
    const follower = page.issues.find((one) => one.id !== issue && String(one.fields?.[field] ?? '') > rank);
    if (follower !== undefined) return void (await writeJira(route`/rest/agile/1.0/issue/rank`, { method: 'PUT', body: { issues: [issue], rankBeforeIssue: follower.id } }));
    nextPageToken = page.nextPageToken ?? undefined;
  } while (nextPageToken !== undefined);
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '')}"`;
}
