import { z } from 'zod';

/** What stands behind the shell's own pages (not behind the app's frames). */
export interface ShellBackend {
  readonly jiraUrl: string;
  /** ISO time in UTC on this host. */
  readonly now: () => string;
  /** Lets virtual time pass; what falls due on the way happens, at the end of a day at the latest. */
  readonly advance: (ms: number) => Promise<void>;
}

const JiraCall = z.object({
  tenant: z.string(),
  /** Absent: nobody is logged in yet. */
  accountId: z.string().optional(),
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
  path: z.string().regex(/^\/(?:rest|emulated)\//),
  body: z.unknown().optional(),
});
const ClockMove = z.object({ days: z.number().int().min(1).max(31) });
const DAY_IN_MS = 86_400_000;

/**
 * Answers `/host/jira` and `/host/clock`; undefined for what is not the shell's.
 * Jira's own pages ask Jira as the person who looks: the app's scopes and its budget of points have no part in it.
 * @throws ZodError for a body that is not such a call
 */
export async function answerShellCall(path: string, body: unknown, backend: ShellBackend): Promise<unknown> {
  switch (path) {
    case '/host/jira':
      return askJira(JiraCall.parse(body), backend);
    case '/host/clock':
      await backend.advance(ClockMove.parse(body).days * DAY_IN_MS);
      return { now: backend.now() };
    default:
      return undefined;
  }
}

/** What a read-only site refused to write, as a page; only what stands in front of such a site has one. */
export async function heldBackPage(jiraUrl: string): Promise<{ readonly status: number; readonly html: string }> {
  const response = await fetch(new URL('/emulated/would-have-written', jiraUrl));
  if (response.ok) return { status: 200, html: await response.text() };
  return { status: 404, html: '<!doctype html><html lang="en"><title>Would have written</title><p>This host keeps nothing back: it writes to its own emulated Jira.</p></html>' };
}

async function askJira({ tenant, accountId, method, path, body }: z.output<typeof JiraCall>, { jiraUrl }: ShellBackend): Promise<unknown> {
  const response = await fetch(new URL(path, jiraUrl), {
    method,
    headers: { 'content-type': 'application/json', 'x-emulated-tenant': tenant, 'x-emulated-actor': accountId ?? 'anonymous', 'x-emulated-via': 'frontend' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}
