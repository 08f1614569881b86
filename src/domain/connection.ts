import type { IsoTime } from './time';
import type { VisibilityClass } from './visibility';

/** `needs-attention`: nothing can be read until a person does something; what is missing meanwhile is a gap. */
export type ConnectionState = 'active' | 'paused' | 'needs-attention' | 'removed';

/** One site's authorised link to a source. */
export interface Connection {
  /** At most 40 characters. Also the id of its source in coverage, and the first part of its signals' ids. */
  readonly id: string;
  /** Which connector reads it, e.g. `zendesk`. */
  readonly connector: string;
  /** Where its signals go unless a rule routes them elsewhere. */
  readonly product: string;
  readonly name: string;
  readonly visibility: VisibilityClass;
  /** What an admin typed or chose, by field; never a secret. */
  readonly settings: Readonly<Record<string, string>>;
  readonly state: ConnectionState;
  /** How far back the first read goes. */
  readonly since: IsoTime;
  readonly createdAt: IsoTime;
  /** Jira account id. */
  readonly createdBy: string;
  /** Code of the failure that needs a person, e.g. `source/unauthorised`. */
  readonly attention?: string;
}

/** Why everything of a connection is read anew after it was changed; no failure. */
export const CHANGED = 'changed';

/** Under which key a connection's secret stands in the secret store; written once, never read back to a screen. */
export function secretKey(connection: string, field: string): string {
  return `source-secret:${connection}:${field}`;
}
