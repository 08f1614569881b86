import { z } from 'zod';
import type { Quote } from './panel';

/** Something an agent proposed, with what a person needs to decide it in place. */
export interface ProposalLine {
  readonly id: string;
  readonly issue: { readonly key: string; readonly summary: string };
  readonly what: { readonly kind: 'link'; readonly quote: Quote } | { readonly kind: 'call'; readonly call: 'build' | 'not-now' | 'no' };
  /** In the agent's own words, which nothing proves. */
  readonly reason: string;
  readonly at: string;
  /** Whether this viewer may accept it. */
  readonly canAccept: boolean;
}

export interface ProposalsView {
  readonly open: readonly ProposalLine[];
}

export const DecideProposal = z.object({ id: z.string().min(1).max(80), accept: z.boolean() });
export const PROPOSAL_ENDPOINTS = ['proposals.open', 'proposals.decide'] as const;
/** What agents proposed for the project's product: nothing of it counts before a person accepts. */
export interface ProposalEndpoints {
  'proposals.open': { input: Record<string, never>; output: ProposalsView };
  'proposals.decide': { input: z.input<typeof DecideProposal>; output: ProposalsView };
}
