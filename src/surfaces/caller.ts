import { z } from 'zod';

/** Who asks and from where, as the platform says it; nothing of it comes from the payload. */
export interface Caller {
  readonly accountId: string;
  readonly issueId?: string;
  readonly projectKey?: string;
}

/** The parts of a resolver's context that we use (developer.atlassian.com/platform/forge/runtime-reference/forge-resolver). */
const Context = z.object({
  accountId: z.string().optional(),
  extension: z
    .object({
      issue: z.object({ id: z.union([z.string(), z.number()]).transform(String), key: z.string() }).optional(),
      project: z.object({ id: z.union([z.string(), z.number()]).transform(String).optional(), key: z.string() }).optional(),
    })
    .optional(),
});

/** Anonymous users share one id, so it is nobody's. */
export function callerOf(context: unknown): Caller | undefined {
  const parsed = Context.safeParse(context);
  if (!parsed.success) return undefined;
  const { accountId, extension } = parsed.data;
  if (accountId === undefined || accountId === 'unidentified') return undefined;
  return {
    accountId,
    ...(extension?.issue ? { issueId: extension.issue.id } : {}),
    ...(extension?.project ? { projectKey: extension.project.key } : {}),
  };
}
