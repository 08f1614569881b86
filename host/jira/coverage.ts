import { ROUTES } from './routes';

/** One call of the emulated Jira: how much of it is there, and the test that proves it. */
export interface JiraCoverage {
  readonly call: string;
  readonly state: 'supported' | 'partial';
  /** What a partial one lacks. */
  readonly lacks?: string;
  readonly test: string;
}

const SHAPES = 'test/contract/jira-shapes.test.ts';
const CHANGES = 'test/unit/jira/change.test.ts';
const JQL = 'test/unit/jira/jql.test.ts';
const HIDING = 'test/contract/jira-permissions.test.ts';
const SMALL = 'test/unit/jira/small-calls.test.ts';

/** By the end of the address; the first that fits. */
const NOTES: readonly (readonly [RegExp, string, string?])[] = [
  [/search\/jql$/, JQL, 'histories (was, changed), saved filters, functions beyond versions, sprints, dates and currentUser; expand=renderedFields and editmeta'],
  [/approximate-count$/, JQL],
  [/issue\/bulkfetch$|changelog/, SHAPES],
  [/GET .*\/issue\/\{idOrKey\}$/, SHAPES, 'expand=renderedFields, operations, editmeta, versionedRepresentations'],
  [/(?:PUT|DELETE) .*\/issue\/\{idOrKey\}$|POST .*\/3\/issue$/, CHANGES, 'components, affected versions, attachments, time tracking, custom fields; moves to another project'],
  [/transitions$/, CHANGES, 'screens with fields other than resolution and comment; conditions and validators'],
  [/comment/, CHANGES],
  [/properties/, CHANGES],
  [/relatedwork/, SHAPES],
  [/version/, CHANGES, 'approvers, driver, affected versions'],
  [/watchers|votes/, SMALL],
  [/issueLink/, SMALL],
  [/permissions|mypermissions/, HIDING, 'one permission scheme by role for all projects'],
  [/panel|task/, CHANGES, 'a task is complete as soon as it is looked at'],
  [/agile/, CHANGES, 'one Scrum board per project; epics, estimation, board configuration'],
  [/emulated/, CHANGES],
  [/./, SHAPES],
];

/** Every call that is answered; all others get 501 with a word on what is missing. */
export function jiraCoverage(): readonly JiraCoverage[] {
  return ROUTES.map(({ method, path }) => {
    const call = `${method} ${path}`;
    const [, test = SHAPES, lacks] = NOTES.find(([pattern]) => pattern.test(call)) ?? [];
    return { call, state: lacks === undefined ? 'supported' : 'partial', test, ...(lacks === undefined ? {} : { lacks }) };
  });
}
