import type { Sha256 } from '../ports/sha256';
import type { Verdict } from '../domain/verdict';
import { canonical } from './ledger-chain';

/** Digest of all a verdict rests on: two verdicts on the same evidence, coverage and policy have the same. */
export function evidenceHash(verdict: Verdict, sha256: Sha256): string {
  return sha256(canonical({ issue: verdict.issue, judgement: verdict.judgement, inputs: verdict.inputs, policy: verdict.policyVersion, engine: verdict.engineVersion }));
}
