import { attacksProof } from './agent-proofs/attacks';
import { hostileRepliesProof } from './agent-proofs/hostile-replies';
import { quotesProof } from './agent-proofs/quotes';
import { screensProof } from './agent-proofs/screens';
import type { Proof } from './closing-proofs/proof';

/** What holds of the agent whatever a model says. `npm run deep` runs them whole, `npm test` a slice of each. */
export const agentProofs: readonly Proof[] = [quotesProof, hostileRepliesProof, attacksProof, screensProof];
