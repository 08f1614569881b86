import { crashPointsProof } from './closing/crash-points';
import { floorsProof } from './closing/floors';
import { interleavingsProof } from './closing/interleavings';
import { lostAnswersProof } from './closing/lost-answers';
import type { Proof } from './closing/proof';
import { undoProof } from './closing/undo';

/** The proofs of closing. `npm run deep` runs them whole, `npm test` a slice of each. */
export const closingProofs: readonly Proof[] = [floorsProof, crashPointsProof, lostAnswersProof, undoProof, interleavingsProof];
