// npm run deep [-- WORD …]: the long proofs, whole; only those whose name holds a word, where words are given; with `--cases N` so many of each instead of the whole. Seeds are printed; the last line is JSON.
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { agentProofs } from './agent';
import { closingProofs, SEED } from './closing';
import { killWorkersProof } from './closing-proofs/kill-workers';
import type { Proof } from './closing-proofs/proof';
import { engineBadInputProof } from './engine-bad-input';
import { deepKills } from './kills';
import { linkingInPartsProof } from './linking-in-parts';
import { manyRowsProof } from './many-rows';
import { firefoxProof, outcomesProof } from './outcomes';
import { quietMondaysProof } from './quiet-mondays';
import { sourcesProof } from './sources';

const PROOFS: readonly Proof[] = [...closingProofs, killWorkersProof, outcomesProof, firefoxProof, engineBadInputProof, ...agentProofs, sourcesProof, manyRowsProof, quietMondaysProof, linkingInPartsProof];

/** Progress goes beside the results, so that these can be read alone. */
function teller(name: string): (progress: string) => void {
  const from = performance.now();
  return (progress) => console.error(`${name}, ${Math.round((performance.now() - from) / 1000)} s: ${progress}`);
}

async function runProof(proof: Proof, most: number | undefined): Promise<string> {
  // The outcomes' seed 1 is the seed of their evaluation.
  const { name, seed, cases, covered, violations } = await proof.run(proof === outcomesProof ? 1 : SEED, most ?? proof.whole, teller(proof.name));
  if (violations.length > 0) throw new Error(`${violations.length} violations with seed ${seed}: ${violations.slice(0, 5).join('; ')}`);
  return `${name}: ${cases} cases, seed ${seed}, no violation; ${Object.entries(covered).map(([what, count]) => `${what} ${count}`).join(', ')}`;
}

async function main(): Promise<void> {
  const { values, positionals: asked } = parseArgs({ allowPositionals: true, options: { cases: { type: 'string' } } });
  const most = values.cases === undefined ? undefined : z.coerce.number().int().min(1).parse(values.cases);
  const result: Record<string, string> = {};
  const all = [...PROOFS.map((proof) => ({ name: proof.name, run: () => runProof(proof, most) })), { name: 'kills while reading', run: deepKills }];
  const unknown = asked.filter((word) => !all.some(({ name }) => name.includes(word)));
  if (unknown.length > 0) {
    console.error(`No proof's name holds ${unknown.map((word) => `"${word}"`).join(', ')}. There are:\n  ${all.map(({ name }) => name).join('\n  ')}`);
    process.exitCode = 1;
    return;
  }
  for (const { name, run } of all) {
    if (asked.length > 0 && !asked.some((word) => name.includes(word))) continue;
    const from = performance.now();
    try {
      console.log(await run());
      result[name] = `held, ${Math.round((performance.now() - from) / 1000)} s`;
    } catch (error) {
      process.exitCode = 1;
      result[name] = error instanceof Error ? error.message : String(error);
    }
  }
  console.log(JSON.stringify(result));
}

void main();
