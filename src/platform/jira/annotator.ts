import { getAppContext, route } from '@forge/api';
import { z } from 'zod';
import type { Annotator, RestrictedComment } from '../../ports/annotator';
import { Myself, ServerInfo } from './closing-schema';
import { writeJira } from './closing-write';
import { fetchComments } from './fresh-item';
import { fetchJira } from './request';

/** Property of our comment that names what it is about. */
const KEY = 'resurface-outcome';
const CATEGORY = 'Customer evidence';
const TitledWork = z.object({ relatedWorkId: z.string().nullish(), category: z.string().nullish(), title: z.string().nullish(), url: z.string().nullish() });
/** How addresses name a project's type. */
const PROJECT_TYPES: Readonly<Record<string, string>> = { software: 'software', service_desk: 'servicedesk', business: 'core' };
const ProjectType = z.object({ projectTypeKey: z.string().nullish() });

/** Jira over `requestJira` as the app. */
export function jiraAnnotator(): Annotator {
  return { saveComment, linkVersion };
}

const saveComment: Annotator['saveComment'] = async (comment) => {
  const { issue, key } = comment;
  const mine = (await fetchJira('app', route`/rest/api/3/myself`, Myself)).accountId;
  const known = (await fetchComments(issue)).find((one) => one.author?.accountId === mine && (one.properties ?? []).some((property) => property.key === KEY && keyOf(property.value) === key));
  if (known === undefined) {
    // On a service project a comment is the customer's to read unless it is internal.
    const properties = [{ key: KEY, value: { key } }, { key: 'sd.public.comment', value: { internal: true } }];
    return void (await writeJira(route`/rest/api/3/issue/${issue}/comment`, { method: 'POST', body: { ...bodyOf(comment), properties } }));
  }
  await writeJira(route`/rest/api/3/issue/${issue}/comment/${known.id}?notifyUsers=false`, { method: 'PUT', body: bodyOf(comment) });
};

function bodyOf({ paragraphs, role }: RestrictedComment): object {
  const content = paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
  return { body: { type: 'doc', version: 1, content }, visibility: { type: 'role', value: role } };
}

function keyOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'key' in value ? value.key : undefined;
}

const linkVersion: Annotator['linkVersion'] = async ({ project, version, title, place }) => {
  const url = `${await pageUrl(project)}${place}`;
  const works = await fetchJira('app', route`/rest/api/3/version/${version}/relatedwork`, z.array(TitledWork));
  const known = works.find((one) => one.category === CATEGORY && one.url?.startsWith(url.slice(0, url.indexOf('#'))) === true);
  if (known?.url === url && known.title === title) return;
  const id = known?.relatedWorkId ?? undefined;
  await writeJira(route`/rest/api/3/version/${version}/relatedwork`, { method: id === undefined ? 'POST' : 'PUT', body: { category: CATEGORY, title, url, ...(id === undefined ? {} : { relatedWorkId: id }) } });
};

/** Documented as /jira/{projectType}/projects/{projectKey}/apps/{appId}/{envId}. */
async function pageUrl(project: string): Promise<string> {
  const { environmentAri, appAri } = getAppContext();
  const { baseUrl } = await fetchJira('app', route`/rest/api/3/serverInfo`, ServerInfo);
  const { projectTypeKey } = await fetchJira('app', route`/rest/api/3/project/${project}`, ProjectType);
  return `${baseUrl}/jira/${PROJECT_TYPES[projectTypeKey ?? ''] ?? 'software'}/projects/${project}/apps/${appAri.appId}/${environmentAri.environmentId}`;
}
