import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { JiraError } from '../errors';
import { bodyAs, created, NO_CONTENT, ok } from '../request';
import type { Answer, JiraRequest } from '../request';
import type { RelatedWorkRow, VersionRow } from '../state/rows';

const Work = z.object({ category: z.string().min(1), title: z.string().optional(), url: z.url().optional(), issueId: z.number().optional(), relatedWorkId: z.string().nullable().optional() });

/** GET /rest/api/3/version/{id}/relatedwork */
export function getRelatedWork(request: JiraRequest): Answer {
  const version = request.sight.version(request.params['id'] ?? '');
  return ok(request.tenant.relatedWork.of(version.id).map(shape));
}

/** POST and PUT /rest/api/3/version/{id}/relatedwork */
export function saveRelatedWork(request: JiraRequest): Answer {
  const version = editable(request);
  const input = bodyAs(Work, request);
  const known = request.tenant.relatedWork.get(input.relatedWorkId ?? '');
  const isNew = input.relatedWorkId === undefined || input.relatedWorkId === null;
  if (!isNew && known?.versionId !== version.id) throw new JiraError(404, ['The related work does not exist.']);
  const row: RelatedWorkRow = {
    id: known?.id ?? randomUUID(),
    versionId: version.id,
    category: input.category,
    ...(input.title === undefined ? {} : { title: input.title }),
    ...(input.url === undefined ? {} : { url: input.url }),
    ...(input.issueId === undefined ? {} : { issueId: String(input.issueId) }),
  };
  request.tenant.write(() => request.tenant.relatedWork.put(row));
  return isNew ? created(shape(row)) : ok(shape(row));
}

/** DELETE /rest/api/3/version/{id}/relatedwork/{relatedWorkId} */
export function deleteRelatedWork(request: JiraRequest): Answer {
  const version = editable(request);
  const row = request.tenant.relatedWork.get(request.params['relatedWorkId'] ?? '');
  if (row?.versionId !== version.id) throw new JiraError(404, ['The related work does not exist.']);
  request.tenant.write(() => request.tenant.relatedWork.remove(row.id));
  return NO_CONTENT;
}

function editable({ sight, params }: JiraRequest): VersionRow {
  const version = sight.version(params['id'] ?? '');
  const project = sight.project(version.projectId);
  sight.demand('RESOLVE_ISSUES', project, 'resolve issues in this project');
  sight.demand('EDIT_ISSUES', project, 'edit issues in this project');
  return version;
}

function shape(row: RelatedWorkRow): unknown {
  return { relatedWorkId: row.id, category: row.category, ...(row.title === undefined ? {} : { title: row.title }), ...(row.url === undefined ? {} : { url: row.url }), ...(row.issueId === undefined ? {} : { issueId: Number(row.issueId) }) };
}
