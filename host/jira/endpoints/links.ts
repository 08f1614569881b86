import { z } from 'zod';
import { emit } from '../change/events';
import { IssueRef, NamedRef } from '../change/edit-input';
import { JiraError } from '../errors';
import { bodyAs, NO_CONTENT, ok } from '../request';
import type { Answer, JiraRequest } from '../request';
import { linkedIssue } from '../shape/fields';
import type { IssueRow, LinkRow } from '../state/rows';

const LinkInput = z.object({ type: NamedRef, inwardIssue: IssueRef, outwardIssue: IssueRef });

/** POST /rest/api/3/issueLink: `inwardIssue` blocks `outwardIssue` when the type is Blocks. */
export function postLink(request: JiraRequest): Answer {
  const { tenant, sight } = request;
  const input = bodyAs(LinkInput, request);
  const type = [...tenant.linkTypes.all()].find((one) => one.id === input.type.id || one.name === input.type.name);
  if (type === undefined) throw new JiraError(404, [`No issue link type with name '${input.type.name ?? input.type.id ?? ''}' found.`]);
  const inward = sight.issue(input.inwardIssue.id ?? input.inwardIssue.key ?? '');
  const outward = sight.issue(input.outwardIssue.id ?? input.outwardIssue.key ?? '');
  for (const issue of [inward, outward]) sight.demand('LINK_ISSUES', sight.project(issue.projectId), 'link issues in this project');
  tenant.write(() => {
    const row: LinkRow = { id: tenant.nextId('link'), typeId: type.id, inwardId: inward.id, outwardId: outward.id };
    tenant.links.put(row);
    emit(request, 'avi:jira:created:issuelink', { id: row.id, sourceIssueId: inward.id, destinationIssueId: outward.id, issueLinkType: type });
  });
  return { status: 201 };
}

/** GET /rest/api/3/issueLink/{linkId} */
export function getLink(request: JiraRequest): Answer {
  const { tenant } = request;
  const { link, inward, outward } = theLink(request);
  const type = tenant.linkTypes.get(link.typeId);
  return ok({ id: link.id, self: `${tenant.baseUrl}/rest/api/3/issueLink/${link.id}`, type: { ...type, self: `${tenant.baseUrl}/rest/api/3/issueLinkType/${link.typeId}` }, inwardIssue: linkedIssue(tenant, inward), outwardIssue: linkedIssue(tenant, outward) });
}

/** DELETE /rest/api/3/issueLink/{linkId} */
export function deleteLink(request: JiraRequest): Answer {
  const { link, inward } = theLink(request);
  request.sight.demand('LINK_ISSUES', request.sight.project(inward.projectId), 'link issues in this project');
  request.tenant.write(() => {
    request.tenant.links.remove(link.id);
    emit(request, 'avi:jira:deleted:issuelink', { id: link.id, sourceIssueId: link.inwardId, destinationIssueId: link.outwardId, issueLinkType: request.tenant.linkTypes.get(link.typeId) });
  });
  return NO_CONTENT;
}

/** GET /rest/api/3/issueLinkType */
export function getLinkTypes({ tenant }: JiraRequest): Answer {
  return ok({ issueLinkTypes: [...tenant.linkTypes.all()].map((one) => ({ ...one, self: `${tenant.baseUrl}/rest/api/3/issueLinkType/${one.id}` })) });
}

/** A link is there for those who see both ends. */
function theLink({ tenant, sight, params }: JiraRequest): { readonly link: LinkRow; readonly inward: IssueRow; readonly outward: IssueRow } {
  const link = tenant.links.get(params['linkId'] ?? '');
  const inward = tenant.issues.get(link?.inwardId ?? '');
  const outward = tenant.issues.get(link?.outwardId ?? '');
  if (link === undefined || inward === undefined || outward === undefined || !sight.sees(inward) || !sight.sees(outward)) throw new JiraError(404, [`No issue link with id '${params['linkId'] ?? ''}' exists.`]);
  return { link, inward, outward };
}
