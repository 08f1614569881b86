import { AnswerLost, WriteRefused } from '../../src/domain/closing-errors';
import { TrackerFailure } from '../../src/domain/errors';
import type { Issue } from '../../src/domain/issue';
import type { IssueProperties } from '../../src/domain/issue-properties';
import type { FreshItem, ItemLink, KnownPath, Transition, WorkflowStatus } from '../../src/domain/sweep';
import type { AdfDocument, ClosingTracker, FieldEdits } from '../../src/ports/closing-tracker';

export const APP_ACCOUNT = 'app-account';

export interface FakeTransition {
  readonly id: string;
  readonly from: readonly string[] | 'any';
  readonly to: string;
  /** Resolutions on the screen; absent: no resolution field there. */
  readonly resolutions?: readonly string[];
  readonly requires?: readonly string[];
  /** Post-functions, run after the move. */
  readonly then?: { readonly resolution?: string | 'clear'; readonly assignee?: string | 'clear'; readonly addLabel?: string; readonly clearFixVersions?: true; readonly toTop?: true };
  /** A validator that says no. */
  readonly refuses?: number;
  /** Only people may take it. */
  readonly hiddenFromApp?: true;
}

export interface FakeWorkflow {
  readonly statuses: readonly WorkflowStatus[];
  readonly transitions: readonly FakeTransition[];
  readonly editable: readonly string[];
}

export interface FakeIssue {
  issue: Issue;
  statusId: string;
  workflow: FakeWorkflow;
  sprintId: string | undefined;
  rank: string;
  links: ItemLink[];
  openChildren: number;
  secondsLogged: number;
  projectKind: FreshItem['projectKind'];
  visible: boolean;
  canTransition: boolean;
  comments: { id: string; author: string; at: string; op?: string; body?: AdfDocument }[];
  changes: { id: string; at: string; author: string; field: string; from: string; to: string; op?: string }[];
  properties: Record<string, unknown>;
  openSprints: Set<string>;
}

/** What happens to one write: nothing special, done but unanswered, arriving so many seconds late and unanswered, never arrived, refused with a status, or Jira down. */
export type Fault = 'none' | 'done-but-lost' | 'never-arrived' | 'down' | number | { readonly late: number };

export interface FakeJira extends ClosingTracker {
  readonly issues: Map<string, FakeIssue>;
  /** Every write of the app that took effect, in order. */
  readonly writes: { kind: string; issue: string; op?: string; at: string }[];
  add(issue: Issue, workflow: FakeWorkflow, more?: Partial<FakeIssue>): FakeIssue;
  person(issue: string, act: PersonAct, by?: string): void;
}

export type PersonAct =
  | { readonly kind: 'comment' }
  | { readonly kind: 'vote' }
  | { readonly kind: 'watch' }
  | { readonly kind: 'assign'; readonly to: string }
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'move'; readonly status: string }
  | { readonly kind: 'log-work' };

export interface FakeJiraOptions {
  readonly now: () => string;
  readonly fault?: (write: string, issue: string) => Fault;
  /** Called before every call, so that people can act in between. */
  readonly before?: (call: string, issue: string) => void;
  /** Jira keeps the operation with the history entry; switched off where a proof wants the weaker case. */
  readonly keepsOperation?: boolean;
}

/** A Jira in memory that behaves like one where closing can notice: workflows, history, comments, votes, refusals and lost answers. */
export function fakeJira({ now, fault = () => 'none', before = () => undefined, keepsOperation = true }: FakeJiraOptions): FakeJira {
  const issues = new Map<string, FakeIssue>();
  const writes: FakeJira['writes'] = [];
  let ids = 0;
  const nextId = (): string => String((ids += 1));
  const get = (id: string): FakeIssue => {
    const found = issues.get(id);
    if (found === undefined) throw new TrackerFailure(404, false, `no issue ${id}`);
    return found;
  };
  const touch = (one: FakeIssue): void => {
    one.issue = { ...one.issue, updatedAt: now() };
  };
  const change = (one: FakeIssue, author: string, field: string, values: { from: string; to: string }, op?: string): void => {
    one.changes.push({ id: nextId(), at: now(), author, field, ...values, ...(op === undefined || !keepsOperation ? {} : { op }) });
    touch(one);
  };
  const move = (one: FakeIssue, step: FakeTransition, author: string, wish: { resolution?: string; op?: string }): void => {
    const status = statusOf(one.workflow, step.to);
    change(one, author, 'status', { from: one.statusId, to: status.id }, wish.op);
    one.statusId = status.id;
    one.issue = { ...one.issue, status: status.name, statusCategory: status.category };
    const resolution = step.then?.resolution ?? (wish.resolution !== undefined && step.resolutions?.includes(wish.resolution) === true ? wish.resolution : undefined);
    if (resolution === 'clear') one.issue = without(one.issue, 'resolution');
    else if (resolution !== undefined) one.issue = { ...one.issue, resolution };
    const assignee = step.then?.assignee;
    if (assignee === 'clear') one.issue = without(one.issue, 'assignee');
    else if (assignee !== undefined) one.issue = { ...one.issue, assignee };
    if (step.then?.addLabel !== undefined) one.issue = { ...one.issue, labels: [...new Set([...one.issue.labels, step.then.addLabel])] };
    if (step.then?.clearFixVersions === true) one.issue = { ...one.issue, fixVersions: [] };
    if (step.then?.toTop === true) one.rank = '0|aaaaaa:';
  };
  const steps = (one: FakeIssue): readonly FakeTransition[] =>
    // A transition from any status is there from its own target too: Jira lets it loop.
    one.workflow.transitions.filter((step) => step.from === 'any' || step.from.includes(one.statusId));
  const late: { at: number; arrive: () => void }[] = [];
  /** Requests that were on their way arrive before whatever is asked next; one that Jira refuses by then is refused unheard. */
  const arriveLate = (): void => {
    for (const one of late.filter(({ at }) => at <= Date.parse(now()))) {
      late.splice(late.indexOf(one), 1);
      try {
        one.arrive();
      } catch (error) {
        if (!(error instanceof WriteRefused)) throw error;
      }
    }
  };
  const attempt = <Result>(kind: string, issue: string, op: string | undefined, effect: () => Result): Result => {
    const result = effect();
    writes.push({ kind, issue, at: now(), ...(op === undefined ? {} : { op }) });
    return result;
  };
  const send = <Result>(name: string, issue: string, op: string | undefined, effect: () => Result): Result => {
    before(name, issue);
    arriveLate();
    const what = fault(name, issue);
    if (what === 'down') throw new TrackerFailure(503, true, 'down');
    if (what === 'never-arrived') throw new AnswerLost(`${name} ${issue}`);
    if (typeof what === 'object') {
      late.push({ at: Date.parse(now()) + what.late * 1_000, arrive: () => attempt(name, issue, op, effect) });
      throw new AnswerLost(`${name} ${issue}`);
    }
    if (typeof what === 'number') throw new WriteRefused(what, 'told to');
    const result = attempt(name, issue, op, effect);
    if (what === 'done-but-lost') throw new AnswerLost(`${name} ${issue}`);
    return result;
  };
  const read = (name: string, issue: string): void => {
    before(name, issue);
    arriveLate();
    if (fault(name, issue) === 'down') throw new TrackerFailure(503, true, 'down');
  };

  return {
    issues,
    writes,
    add(issue, workflow, more = {}) {
      const status = workflow.statuses.find((one) => one.name === issue.status) ?? workflow.statuses[0];
      if (status === undefined) throw new Error('a workflow needs a status');
      const made: FakeIssue = {
        issue: { ...issue, status: status.name, statusCategory: status.category }, statusId: status.id, workflow, sprintId: undefined, rank: `0|h${issue.id.padStart(6, '0')}:`,
        links: [], openChildren: 0, secondsLogged: 0, projectKind: 'software', visible: true, canTransition: true, comments: [], changes: [], properties: {}, openSprints: new Set(), ...more,
      };
      issues.set(issue.id, made);
      return made;
    },
    person(id, act, by = 'person-1') {
      const one = get(id);
      switch (act.kind) {
        case 'comment':
          one.comments.push({ id: nextId(), author: by, at: now() });
          return touch(one);
        case 'vote':
          one.issue = { ...one.issue, votes: (one.issue.votes ?? 0) + 1 };
          return undefined;
        case 'watch':
          one.issue = { ...one.issue, watchers: (one.issue.watchers ?? 0) + 1 };
          return undefined;
        case 'assign':
          change(one, by, 'assignee', { from: one.issue.assignee ?? '', to: act.to });
          one.issue = { ...one.issue, assignee: act.to };
          return undefined;
        case 'label':
          change(one, by, 'labels', { from: '', to: act.label });
          one.issue = { ...one.issue, labels: [...one.issue.labels, act.label] };
          return undefined;
        case 'log-work':
          one.secondsLogged += 3_600;
          change(one, by, 'timespent', { from: '0', to: '3600' });
          return undefined;
        case 'move': {
          const step = steps(one).find((each) => each.to === act.status);
          if (step !== undefined) move(one, step, by, {});
          return undefined;
        }
      }
    },
    fetchSiteUrl: async () => 'https://acme.example.com',
    async fetchItem(id) {
      read('fetchItem', id);
      const one = issues.get(id);
      return one === undefined || !one.visible ? { kind: 'not-visible' } : { kind: 'seen', item: freshOf(one) };
    },
    async fetchTransitions(id) {
      read('fetchTransitions', id);
      const one = get(id);
      if (!one.canTransition) return [];
      return steps(one).filter((step) => step.hiddenFromApp !== true).map((step): Transition => ({
        id: step.id, to: statusOf(one.workflow, step.to), requires: step.requires ?? [], ...(step.resolutions === undefined ? {} : { resolutions: step.resolutions }),
      }));
    },
    async fetchKnownPaths(id) {
      read('fetchKnownPaths', id);
      const { workflow } = get(id);
      return workflow.transitions.filter((step) => step.hiddenFromApp !== true && (step.requires ?? []).length === 0 && step.refuses === undefined).flatMap((step) =>
        workflow.statuses.filter((status) => status.id !== step.to && (step.from === 'any' || step.from.includes(status.id))).map((from): KnownPath => ({ from, to: statusOf(workflow, step.to), clearsResolution: step.then?.resolution === 'clear' })),
      );
    },
    async fetchEditableFields(id) {
      read('fetchEditableFields', id);
      return new Set(get(id).workflow.editable);
    },
    async fetchDuplicates(projects) {
      before('fetchDuplicates', '');
      return [...issues.values()].filter((one) => projects.includes(one.issue.project)).flatMap((one) => one.links.filter((link) => link.kind === 'duplicates').map((link) => ({ issue: one.issue.id, of: link.issue, ofKey: link.key, ofIsOpen: link.isOpen })));
    },
    async fetchLikelyOurs(projects) {
      before('fetchLikelyOurs', '');
      return [...issues.values()].filter((one) => projects.includes(one.issue.project) && (one.issue.resolution === 'No customer evidence' || one.properties.marker !== undefined)).map((one) => one.issue.id);
    },
    async findComment(id, op) {
      read('findComment', id);
      return get(id).comments.find((comment) => comment.op === op && comment.author === APP_ACCOUNT)?.id;
    },
    async addComment(id, body, op) {
      return send('addComment', id, op, () => {
        const comment = { id: nextId(), author: APP_ACCOUNT, at: now(), op, body };
        get(id).comments.push(comment);
        touch(get(id));
        return comment.id;
      });
    },
    async saveMarker(id, marker) {
      send('saveMarker', id, marker.op, () => {
        get(id).properties.marker = marker;
      });
    },
    async transition(id, wish) {
      send('transition', id, wish.op, () => {
        const one = get(id);
        const step = one.canTransition ? steps(one).find((each) => each.id === wish.transition && each.hiddenFromApp !== true) : undefined;
        if (step === undefined) throw new WriteRefused(400, 'no such transition from here');
        if (step.refuses !== undefined) throw new WriteRefused(step.refuses, 'validator');
        if ((step.requires ?? []).length > 0) throw new WriteRefused(400, 'field required');
        if (wish.resolution !== undefined && step.resolutions?.includes(wish.resolution) !== true) throw new WriteRefused(400, 'resolution is not on the screen');
        move(one, step, APP_ACCOUNT, wish);
      });
    },
    async editFields(id, edits: FieldEdits, op) {
      send('editFields', id, op, () => {
        const one = get(id);
        const fields = Object.keys(edits).map((field) => (field === 'unassign' ? 'assignee' : field === 'clearResolution' ? 'resolution' : field));
        if (fields.some((field) => !one.workflow.editable.includes(field))) throw new WriteRefused(400, 'field cannot be set');
        for (const field of fields) change(one, APP_ACCOUNT, field, { from: '', to: '' }, op);
        if (edits.unassign === true) one.issue = without(one.issue, 'assignee');
        if (edits.clearResolution === true) one.issue = without(one.issue, 'resolution');
        const { assignee, labels, fixVersions } = edits;
        one.issue = { ...one.issue, ...(assignee === undefined ? {} : { assignee }), ...(labels === undefined ? {} : { labels }), ...(fixVersions === undefined ? {} : { fixVersions }) };
      });
    },
    async putInSprint(id, sprint) {
      send('putInSprint', id, undefined, () => {
        if (!get(id).openSprints.has(sprint)) throw new WriteRefused(400, 'sprint is closed');
        get(id).sprintId = sprint;
      });
    },
    async restoreRank(id, rank) {
      send('restoreRank', id, undefined, () => {
        if (!get(id).workflow.editable.includes('rank')) throw new WriteRefused(403, 'may not rank');
        get(id).rank = rank;
      });
    },
    async saveProperties(id, properties: IssueProperties) {
      send('saveProperties', id, undefined, () => {
        get(id).properties.resurface = properties;
      });
    },
  };
}

function statusOf(workflow: FakeWorkflow, id: string): WorkflowStatus {
  const status = workflow.statuses.find((one) => one.id === id);
  if (status === undefined) throw new Error(`no status ${id}`);
  return status;
}

function without(issue: Issue, field: 'resolution' | 'assignee'): Issue {
  const rest: { -readonly [Field in keyof Issue]: Issue[Field] } = { ...issue };
  delete rest[field];
  return rest;
}

function freshOf(one: FakeIssue): FreshItem {
  const people = [
    ...one.comments.filter((comment) => comment.author !== APP_ACCOUNT).map((comment) => ({ at: comment.at, what: 'comment' as const })),
    ...one.changes.filter((each) => each.author !== APP_ACCOUNT).map((each) => ({ at: each.at, what: 'change' as const })),
  ];
  return {
    issue: one.issue, statusId: one.statusId, projectKind: one.projectKind, hasSecurityLevel: one.issue.visibility === 'hidden', secondsLogged: one.secondsLogged,
    hasDevelopment: false, openChildren: one.openChildren, links: one.links, fixVersionsReleased: one.issue.fixVersions.length > 0, rank: one.rank, acts: people,
    moves: one.changes.filter((each) => each.field === 'status').map((each) => ({ id: each.id, at: each.at, byApp: each.author === APP_ACCOUNT, fromStatus: each.from, toStatus: each.to, ...(each.op === undefined ? {} : { op: each.op }) })),
    canTransition: one.canTransition,
    ...(one.sprintId === undefined ? {} : { sprintId: one.sprintId }),
  };
}
