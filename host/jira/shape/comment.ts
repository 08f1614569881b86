import type { CommentRow } from '../state/rows';
import type { Tenant } from '../state/tenant';
import { jiraTime } from './time';
import { userById } from './user';

/** @param withProperties the answer asked to expand `properties` */
export function commentOf(tenant: Tenant, comment: CommentRow, withProperties = false): Readonly<Record<string, unknown>> {
  return {
    self: `${tenant.baseUrl}/rest/api/3/issue/${comment.issueId}/comment/${comment.id}`,
    id: comment.id,
    author: userById(tenant, comment.author),
    body: comment.body,
    updateAuthor: userById(tenant, comment.updateAuthor),
    created: jiraTime(comment.createdAt),
    updated: jiraTime(comment.updatedAt),
    ...(comment.visibility === undefined ? {} : { visibility: { ...comment.visibility, identifier: comment.visibility.value } }),
    ...(withProperties ? { properties: tenant.properties.of(`comment:${comment.id}`).map(({ key, value }) => ({ key, value })) } : {}),
    jsdPublic: true,
  };
}
