import { invoke } from '@forge/bridge';
import type { AgentAdminEndpoints, AgentEndpoints } from '../../../src/contract/agent';
import type { AdminEndpoints } from '../../../src/contract/admin';
import type { Answer } from '../../../src/contract/answer';
import type { BacklogEndpoints, ClosingAdminEndpoints, ClosingEndpoints } from '../../../src/contract/backlog';
import type { AccountEndpoints } from '../../../src/contract/accounts';
import type { ColumnEndpoints } from '../../../src/contract/columns';
import type { KeptSourceEndpoints } from '../../../src/contract/kept-sources';
import type { InboundEndpoints } from '../../../src/contract/inbound';
import type { DebateEndpoints } from '../../../src/contract/debate';
import type { CallEndpoints } from '../../../src/contract/calls';
import type { OutcomeEndpoints } from '../../../src/contract/outcomes';
import type { PageEndpoints } from '../../../src/contract/page';
import type { PanelEndpoints } from '../../../src/contract/panel';
import type { ProposalEndpoints } from '../../../src/contract/proposals';
import type { PrototypeEndpoints } from '../../../src/contract/prototype';
import type { RouteEndpoints } from '../../../src/contract/routes';
import type { SourceEndpoints } from '../../../src/contract/sources';
import type { SubjectEndpoints } from '../../../src/contract/subject';
import type { TalkEndpoints } from '../../../src/contract/talk';

export interface Endpoints extends PanelEndpoints, AdminEndpoints, PageEndpoints, BacklogEndpoints, ClosingEndpoints, ClosingAdminEndpoints, OutcomeEndpoints, SourceEndpoints, TalkEndpoints, AgentEndpoints, AgentAdminEndpoints, InboundEndpoints, KeptSourceEndpoints, AccountEndpoints, SubjectEndpoints, RouteEndpoints, PrototypeEndpoints, DebateEndpoints, ProposalEndpoints, ColumnEndpoints, CallEndpoints {}
export type EndpointName = keyof Endpoints;
export type Input<Name extends EndpointName> = Endpoints[Name]['input'];
export type Output<Name extends EndpointName> = Endpoints[Name]['output'];
/** A failure that a screen names and offers to retry. */
export type Failure = Extract<Answer<never>, { readonly ok: false }>;

/**
 * Asks the server. Never throws: a call that did not come through is a failure with a code,
 * so that no screen can mistake it for an empty answer.
 */
export async function call<Name extends EndpointName>(endpoint: Name, input: Input<Name>): Promise<Answer<Output<Name>>> {
  try {
    const answer: unknown = await invoke(endpoint, { ...input });
    if (isAnswer<Output<Name>>(answer)) return answer;
    return { ok: false, code: 'bridge/unreadable-answer', retryable: true };
  } catch (error) {
    return { ok: false, code: 'bridge/failed', retryable: true, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** The envelope is checked here; what is in it was shaped by our own server from the same contract. */
function isAnswer<Value>(answer: unknown): answer is Answer<Value> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  if (answer.ok === true) return 'value' in answer;
  return answer.ok === false && 'code' in answer && typeof answer.code === 'string' && 'retryable' in answer;
}
