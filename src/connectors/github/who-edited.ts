import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { maybe } from '../_shared/maybe';
import type { GitHub } from './client';
import { Actor, type Edits } from './schema';

/**
 * Whoever may triage a repository may rename others' issues and edit what they wrote, and the list shows the words of now under the name of then. This asks who
 * did, for up to a hundred at once. https://docs.github.com/en/graphql/reference/objects#renamedtitleevent
 */
const QUERY = `
query ($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Issue { id editor { login } timelineItems(last: 20, itemTypes: [RENAMED_TITLE_EVENT]) { nodes { ... on RenamedTitleEvent { previousTitle actor { login } } } } }
    ... on IssueComment { id editor { login } }
  }
}`;

const Renamed = z.object({ previousTitle: z.string(), actor: Actor }).transform(({ previousTitle, actor }) => ({ from: previousTitle, by: actor?.login }));
const Answer = z.object({ nodes: z.array(z.object({ id: maybe(z.string()), editor: Actor, timelineItems: maybe(z.object({ nodes: z.array(Renamed) })) }).nullable()) });
/** What tells whether it is worth asking: of an outsider, and changed since it was written. */
const Listed = z.object({ node_id: z.string().min(1), created_at: z.string(), updated_at: z.string(), author_association: maybe(z.string()), pull_request: maybe(z.object({})), user: z.object({ login: z.string(), type: maybe(z.string()) }) });
const INSIDE: ReadonlySet<string> = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

/** Issues or comments of a page, with who renamed and edited them where somebody may have. @throws SourceError BadInput */
export async function withEdits(client: GitHub, values: readonly unknown[]): Promise<readonly unknown[]> {
  const ids = new Map(values.flatMap((value) => {
    const { data } = Listed.safeParse(value);
    const isAsked = data !== undefined && data.pull_request === undefined && data.user.type !== 'Bot' && !INSIDE.has(data.author_association ?? '') && data.created_at !== data.updated_at;
    return isAsked ? [[value, data.node_id] as const] : [];
  }));
  if (ids.size === 0) return values;
  const { nodes } = parseAt('github edits', Answer, await client.graphql(QUERY, { ids: [...ids.values()] }));
  const edits = new Map(nodes.flatMap((node) => (node?.id === undefined ? [] : [[node.id, { editor: node.editor?.login, renames: node.timelineItems?.nodes ?? [] } satisfies Edits] as const])));
  return values.map((value) => {
    const found = edits.get(ids.get(value) ?? '');
    return found === undefined || typeof value !== 'object' || value === null ? value : { ...value, edits: found };
  });
}
