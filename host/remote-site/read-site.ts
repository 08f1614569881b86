import { z } from 'zod';
import type { Person } from './own-extras';
import type { RemoteJira } from './remote-jira';

const Myself = z.object({ accountId: z.string(), displayName: z.string() });
const ServerInfo = z.object({ serverTitle: z.string().optional() });
const Project = z.object({ key: z.string(), name: z.string(), projectTypeKey: z.string().optional() });
const ProjectPage = z.object({ values: z.array(Project), total: z.number() });

export type SiteProject = z.output<typeof Project>;

export interface SiteFacts {
  readonly title: string;
  readonly person: Person;
  /** Whose issues are looked at. */
  readonly projects: readonly SiteProject[];
  /** Of Jira Service Management: what customers asked there is read as their words. None where every project is one, for then they are the work. */
  readonly desks: readonly SiteProject[];
  /** Projects that the person sees; more than `projects` when not all were taken. */
  readonly projectsInAll: number;
}

const MOST_PROJECTS = 20;

/**
 * Who the token is, what the site is called, and the projects to take: those asked for, or the first 20 by key.
 * @throws Error in words for the person at the terminal
 */
export async function readSite(remote: RemoteJira, name: string, asked: readonly string[]): Promise<SiteFacts> {
  const me = await get(remote, '/rest/api/3/myself', Myself);
  const { serverTitle } = await get(remote, '/rest/api/3/serverInfo', ServerInfo);
  const seen = await get(remote, `/rest/api/3/project/search?orderBy=key&maxResults=${MOST_PROJECTS}`, ProjectPage);
  const projects = asked.length === 0 ? seen.values.slice(0, MOST_PROJECTS) : await Promise.all(asked.map((key) => get(remote, `/rest/api/3/project/${encodeURIComponent(key)}`, Project, `There is no project ${key} that this person sees.`)));
  if (projects.length === 0) throw new Error('This person sees no project of the site.');
  const work = projects.filter((project) => project.projectTypeKey !== 'service_desk');
  const sorted = work.length === 0 ? { projects, desks: [] } : { projects: work, desks: projects.filter((project) => !work.includes(project)) };
  return { title: serverTitle ?? name, person: { accountId: me.accountId, name: me.displayName }, ...sorted, projectsInAll: seen.total };
}

async function get<Schema extends z.ZodType>(remote: RemoteJira, path: string, schema: Schema, ifAbsent?: string): Promise<z.output<Schema>> {
  const { status, body } = await remote.ask({ method: 'GET', path });
  if (status === 401) throw new Error('The site does not accept this e-mail and token (401).');
  if (status === 404 && ifAbsent !== undefined) throw new Error(ifAbsent);
  const value = parsed(body);
  if (status !== 200 || value === undefined) throw new Error(`The site answered ${status} to ${path.split('?')[0]}${wordsOf(value)}`);
  return schema.parse(value);
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function wordsOf(value: unknown): string {
  const problem = z.object({ errorMessages: z.array(z.string()) }).safeParse(value);
  return problem.success && problem.data.errorMessages.length > 0 ? `: ${problem.data.errorMessages.join(' ')}` : ', which is not what Jira answers.';
}
