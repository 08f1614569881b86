import { ENGINEERING_ISSUES } from './issues/engineering';
import { ESCALATED_ISSUES } from './issues/escalations';
import { FIELD_ISSUES } from './issues/field';
import { MONEY_ISSUES } from './issues/money';
import { OFFICE_ISSUES } from './issues/office';
import { needOf } from './needs';

export const ISSUE_STATES = ['todo', 'sel', 'doing', 'review', 'done', 'wont', 'dupe', 'evid'] as const;
export type IssueState = (typeof ISSUE_STATES)[number];

/** One line of the backlog. */
export interface BacklogLine {
  readonly project: 'DSP' | 'CRW';
  readonly type: 'Bug' | 'Story' | 'Task' | 'Epic';
  readonly state: IssueState;
  readonly version?: string;
  readonly summary: string;
  readonly description?: string;
  /** Undefined where no customer asked for it. */
  readonly need?: string;
  readonly facts: ReadonlyMap<string, string>;
}

const TYPES: Readonly<Record<string, BacklogLine['type']>> = { bug: 'Bug', story: 'Story', task: 'Task', epic: 'Epic' };

/**
 * Reads the files of issues: under `@need`, `project type state [version] | summary [| facts] [:: description]`; facts are `sprint`,
 * `sec`, `keep`, `p=`, `votes=`, `labels=a,b`, `due=`. @throws Error naming a line that cannot be read
 */
export function readBacklog(): readonly BacklogLine[] {
  const lines: BacklogLine[] = [];
  let need: string | undefined;
  for (const line of [MONEY_ISSUES, OFFICE_ISSUES, FIELD_ISSUES, ENGINEERING_ISSUES, ESCALATED_ISSUES].join('\n').split('\n')) {
    if (line.startsWith('@')) need = line.trim() === '@none' ? undefined : needOf(line.slice(1).trim()).id;
    else if (line.trim() !== '') lines.push(readIssue(line, need));
  }
  return lines;
}

function readIssue(line: string, need: string | undefined): BacklogLine {
  const [head = '', description] = line.split(' :: ');
  const [what = '', summary, facts = ''] = head.split(' | ');
  const [project, typeName = '', stateName, version] = what.split(' ');
  const state = ISSUE_STATES.find((one) => one === stateName);
  const type = TYPES[typeName];
  if ((project !== 'D' && project !== 'C') || type === undefined || state === undefined || summary === undefined) throw new Error(`cannot read the issue: ${line}`);
  return {
    project: project === 'D' ? 'DSP' : 'CRW',
    type,
    state,
    summary: summary.trim(),
    facts: new Map(facts.split(' ').filter((one) => one !== '').map((fact) => [fact.split('=')[0] ?? '', fact.split('=')[1] ?? ''])),
    ...(version === undefined ? {} : { version }),
    ...(description === undefined ? {} : { description }),
    ...(need === undefined ? {} : { need }),
  };
}
