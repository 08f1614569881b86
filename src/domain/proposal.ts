import type { Call } from './decision';
import type { IsoTime } from './time';

/** What may be proposed. Each becomes something only when a person with the right to do it accepts it. */
export type ProposedAct =
  | { readonly kind: 'link'; readonly signal: string; readonly issue: string }
  | { readonly kind: 'call'; readonly subject: { readonly kind: 'issue' | 'theme'; readonly id: string }; readonly call: Call };

export type ProposalState = 'open' | 'accepted' | 'dismissed';

/** Something an agent suggests on behalf of whoever asked it. It changes nothing by itself. */
export interface Proposal {
  readonly id: string;
  readonly product: string;
  readonly act: ProposedAct;
  /** Why, as the agent wrote it: anybody's text, shown as text. */
  readonly reason: string;
  /** Jira account id of whoever asked the agent. */
  readonly by: string;
  readonly at: IsoTime;
  readonly state: ProposalState;
  readonly decidedBy?: string;
  readonly decidedAt?: IsoTime;
}
