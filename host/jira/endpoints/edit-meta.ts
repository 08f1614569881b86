import { ON_EDIT_SCREEN } from '../change/edit-issue';
import { ok } from '../request';
import type { Answer, JiraRequest } from '../request';
import { FIELDS } from '../shape/fields';
import { projectOf } from './issue';

const LISTS = ['labels', 'fixVersions'];

/** GET /rest/api/3/issue/{issueIdOrKey}/editmeta: the fields of the edit screen, none for a caller who may not edit. */
export function getEditMeta(request: JiraRequest): Answer {
  const issue = request.sight.issue(request.params['idOrKey'] ?? '');
  const mayEdit = request.sight.may('EDIT_ISSUES', projectOf(request, issue));
  const fields = (mayEdit ? ON_EDIT_SCREEN : []).flatMap((key) => {
    const field = FIELDS[key];
    if (field === undefined) return [];
    const operations = LISTS.includes(key) ? ['add', 'set', 'remove'] : ['set'];
    return [[key, { required: key === 'summary', schema: field.schema, name: field.name, key, operations }] as const];
  });
  return ok({ fields: Object.fromEntries(fields) });
}
