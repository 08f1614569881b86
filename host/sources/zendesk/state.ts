/** A Zendesk account as its API shows it: https://developer.zendesk.com/api-reference/ */
export interface ZendeskUser {
  readonly id: number;
  readonly role: 'end-user' | 'agent' | 'admin';
  readonly email: string;
  readonly locale: string;
}

export interface ZendeskComment {
  readonly id: number;
  author: number;
  readonly isPublic: boolean;
  body: string;
  readonly at: number;
  readonly type?: 'VoiceComment';
  readonly channel?: string;
}

export interface ZendeskTicket {
  readonly channel?: string;
  readonly id: number;
  subject: string;
  status: string;
  requester: number;
  readonly submitter: number;
  readonly organization?: number;
  readonly createdAt: number;
  updatedAt: number;
  /** Exports are ordered by this and the id. */
  generatedAt: number;
  readonly comments: ZendeskComment[];
  /** The default brand where absent. */
  brand?: number;
  readonly tags: string[];
  satisfaction?: { readonly score: string; readonly comment: string | null };
}

export interface ZendeskOrganization {
  readonly id: number;
  readonly name: string;
  readonly domains: readonly string[];
  readonly fields: Readonly<Record<string, string | number>>;
}

export interface ZendeskLink {
  readonly id: number;
  readonly ticket: number;
  readonly issueId: string;
  readonly issueKey: string;
  readonly at: number;
}

export interface ZendeskState {
  readonly users: Map<number, ZendeskUser>;
  readonly brands: Map<number, string>;
  /** How often people were renamed. */
  renamed: number;
  readonly tickets: Map<number, ZendeskTicket>;
  readonly organizations: ZendeskOrganization[];
  readonly links: ZendeskLink[];
  /** Grows when cursors given so far are forgotten. */
  epoch: number;
  isRevoked: boolean;
  /** The administrator became an agent with nothing assigned: everything is valid and empty. */
  /** So many tickets are seen, the first ones. */
  sees: number;
  /** The account's own, where there are several at one time. */
  readonly key?: { readonly email: string; readonly token: string };
}

export const ADMIN = 1;
export const AGENT = 2;
export const KEY = { email: 'admin@acme.test', token: 'zendesk-token' };

export function emptyState(): ZendeskState {
  const users = new Map<number, ZendeskUser>([
    [ADMIN, { id: ADMIN, role: 'admin', email: KEY.email, locale: 'en-US' }],
    [AGENT, { id: AGENT, role: 'agent', email: 'agent@acme.test', locale: 'en-US' }],
  ]);
  return { users, tickets: new Map(), brands: new Map([[7, 'Mail'], [8, 'elsewhere']]), renamed: 0, organizations: [], links: [], epoch: 0, isRevoked: false, sees: Number.POSITIVE_INFINITY };
}
