import { crashPointsProof } from './closing-proofs/crash-points';
import { floorsProof } from './closing-proofs/floors';
import { interleavingsProof } from './closing-proofs/interleavings';
import { killWorkersProof } from './closing-proofs/kill-workers';
import { lostAnswersProof } from './closing-proofs/lost-answers';
import type { Proof } from './closing-proofs/proof';
import { undoProof } from './closing-proofs/undo';

/** The proofs of closing that need no other process. `npm run deep` runs them whole, `npm test` a slice of each. */
export const closingProofs: readonly Proof[] = [floorsProof, crashPointsProof, lostAnswersProof, undoProof, interleavingsProof];

export const SEED = 20_250_603;

/** All of them whole. @throws Error with the first violations and the seed that replays them */
export async function deepClosing(): Promise<string> {
  const lines: string[] = [];
  for (const proof of [...closingProofs, killWorkersProof]) {
    const report = await proof.run(SEED, proof.whole);
    if (report.violations.length > 0) throw new Error(`${report.name} (seed ${report.seed}): ${report.violations.join('; ')}`);
    lines.push(`closing: ${report.name}: ${report.cases} cases, seed ${report.seed}, no violation; ${Object.entries(report.covered).map(([what, count]) => `${what} ${count}`).join(', ')}`);
  }
  return lines.join('\n');
}
