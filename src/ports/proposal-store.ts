import type { Proposal, ProposalState } from '../domain/proposal';

/** What agents proposed and what people made of it. */
export interface ProposalStore {
  /** Inserts; a proposal whose id is there already stays as it is. */
  addProposal(proposal: Proposal): Promise<void>;
  findProposal(id: string): Promise<Proposal | undefined>;
  /** Newest first. */
  listProposals(product: string, state: ProposalState, limit: number): Promise<readonly Proposal[]>;
  /** Decides an open proposal; false when somebody else was first. */
  decideProposal(decided: Proposal): Promise<boolean>;
}
