import type { CoverageRow } from './coverage';
import { ROUTES } from './jira/routes';

const SHAPES = 'test/contract/jira-shapes.test.ts';

/** Calls whose answers are not compared with Jira's specification: most of them answer nothing, or only a status. */
export const SHAPE_NOT_COMPARED: ReadonlySet<string> = new Set([
  'PUT /rest/api/3/issue/{}',
  'DELETE /rest/api/3/issue/{}',
  'GET /rest/api/3/issue/{}/editmeta',
  'POST /rest/api/3/issue/{}/transitions',
  'GET /rest/api/3/issue/{}/comment/{}',
  'PUT /rest/api/3/issue/{}/comment/{}',
  'DELETE /rest/api/3/issue/{}/comment/{}',
  'POST /rest/api/3/issue/{}/watchers',
  'DELETE /rest/api/3/issue/{}/watchers',
  'POST /rest/api/3/issue/{}/votes',
  'DELETE /rest/api/3/issue/{}/votes',
  'PUT /rest/api/3/issue/{}/properties/{}',
  'DELETE /rest/api/3/issue/{}/properties/{}',
  'POST /rest/api/3/issueLink',
  'GET /rest/api/3/issueLink/{}',
  'DELETE /rest/api/3/issueLink/{}',
  'DELETE /rest/api/3/version/{}',
  'POST /rest/api/3/version/{}/removeAndSwap',
  'PUT /rest/api/3/version/{}/mergeto/{}',
  'PUT /rest/api/3/version/{}/relatedwork',
  'DELETE /rest/api/3/version/{}/relatedwork/{}',
  'POST /rest/api/3/forge/panel/action/bulk/async',
  'GET /rest/api/3/task/{}',
]);

/** One row per route of the emulated Jira. */
export const JIRA_COVERAGE: readonly CoverageRow[] = ROUTES.filter(({ path }) => path.startsWith('/rest/')).map(({ method, path }) => {
  const call = `${method} ${path.replaceAll(/\{[^}]+\}/g, '{}')}`;
  const isCompared = !SHAPE_NOT_COMPARED.has(call) && !/\/(?:comment|project)\/\{\}\/properties/.test(call) && !path.startsWith('/rest/agile/');
  return {
    api: 'Jira REST',
    call,
    state: isCompared ? 'supported' : 'partial',
    note: isCompared ? '' : 'answered; its shape is not compared with the specification',
    provedBy: [SHAPES, 'answers in the documented shape'],
  };
});
