import { join } from 'node:path';
import { openJournal } from './journal';
import { openOutbox } from './outbox';
import type { Deliver, Outbox } from './outbox';
import { openLedger, openTable } from './table';
import type { Ledger, Table } from './table';
import type { ChangeRow, CommentRow, EventRow, IssueRow, LinkRow, MetaRow, NamedRow, PanelRow, ProjectRow, PropertyRow, RelatedWorkRow, SprintRow, StatusRow, TaskRow, UserRow, VersionRow } from './rows';

/** One site: everything that one customer's Jira knows. Nothing of it is shared with another. */
export interface Tenant {
  readonly name: string;
  /** Where the site stands, for `self` links. */
  readonly baseUrl: string;
  readonly now: () => string;
  readonly meta: Table<MetaRow>;
  readonly users: Table<UserRow>;
  readonly projects: Table<ProjectRow>;
  readonly statuses: Table<StatusRow>;
  readonly resolutions: Table<NamedRow>;
  readonly priorities: Table<NamedRow>;
  readonly issueTypes: Table<NamedRow>;
  readonly linkTypes: Table<NamedRow & { readonly inward: string; readonly outward: string }>;
  readonly versions: Table<VersionRow>;
  readonly relatedWork: Table<RelatedWorkRow>;
  readonly sprints: Table<SprintRow>;
  readonly issues: Table<IssueRow>;
  readonly comments: Table<CommentRow>;
  readonly changes: Table<ChangeRow>;
  readonly links: Table<LinkRow>;
  readonly properties: Table<PropertyRow>;
  readonly tasks: Table<TaskRow>;
  readonly panels: Table<PanelRow>;
  readonly events: Table<EventRow>;
  readonly outbox: Outbox;

  readonly issueByKey: (key: string) => IssueRow | undefined;
  readonly projectByKey: (key: string) => ProjectRow | undefined;
  /** A number never given before on this site. */
  readonly nextId: (counter: string) => string;
  readonly write: Ledger['write'];
  readonly switches: Switches;
  readonly isClosed: () => boolean;
  readonly close: () => void;
}

/** What a test can turn while the site runs; nothing of it is durable. */
export interface Switches {
  /** Project ids that the app may not see (an admin's app access rule). */
  readonly hiddenFromApp: Set<string>;
  /** The issues as search sees them, while its index is held behind; absent: in step. */
  heldIndex: readonly IssueRow[] | undefined;
  /** Entity properties that the app declared as searchable. */
  searchable: readonly SearchableProperty[];
  /** How long a transition is under way; another of the same issue meanwhile is refused with 409. */
  transitionMs: number;
  readonly inTransition: Set<string>;
}

/** A value of a `jira:entityProperty` module. */
export interface SearchableProperty {
  readonly propertyKey: string;
  readonly path: string;
  readonly type: 'number' | 'string' | 'text' | 'date' | 'user';
  readonly alias?: string;
}

export function openTenant(options: { readonly name: string; readonly folder: string; readonly baseUrl: string; readonly now: () => string; readonly deliver: Deliver }): Tenant {
  const journal = openJournal(join(options.folder, `${options.name}.sqlite`));
  const ledger = openLedger(journal);
  const table = <Row extends { readonly id: string }>(kind: string, groupOf?: (row: Row) => string): Table<Row> => openTable<Row>(kind, journal, ledger, groupOf);
  const issues = table<IssueRow>('issue', (row) => row.key);
  const projects = table<ProjectRow>('project', (row) => row.key);
  const meta = table<MetaRow>('meta');
  const events = table<EventRow>('event');
  let closed = false;
  const outbox = openOutbox(options.name, events, ledger, options.deliver);
  return {
    name: options.name,
    baseUrl: options.baseUrl,
    now: options.now,
    meta,
    users: table('user'),
    projects,
    statuses: table('status'),
    resolutions: table('resolution'),
    priorities: table('priority'),
    issueTypes: table('issue-type'),
    linkTypes: table('link-type'),
    versions: table('version', (row) => row.projectId),
    relatedWork: table('related-work', (row) => row.versionId),
    sprints: table('sprint', (row) => row.projectId),
    issues,
    comments: table('comment', (row) => row.issueId),
    changes: table('change', (row) => row.issueId),
    links: table('link'),
    properties: table('property', (row) => row.entity),
    tasks: table('task'),
    panels: table('panel'),
    events,
    outbox,
    issueByKey: (key) => issues.of(key)[0],
    projectByKey: (key) => projects.of(key)[0],
    nextId: (counter) => {
      const next = String(Number(meta.get(`counter:${counter}`)?.value ?? '10000') + 1);
      meta.put({ id: `counter:${counter}`, value: next });
      return next;
    },
    write: (change) => {
      const result = ledger.write(change);
      outbox.wake();
      return result;
    },
    switches: { hiddenFromApp: new Set(), heldIndex: undefined, searchable: [], transitionMs: 2, inTransition: new Set() },
    isClosed: () => closed,
    close: () => {
      closed = true;
      outbox.close();
      journal.close();
    },
  };
}
