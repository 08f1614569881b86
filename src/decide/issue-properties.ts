import type { IssueProperties } from '../domain/issue-properties';
import type { EvidenceRow, LinkDecision } from '../domain/evidence';
import { isoDay } from '../domain/time';
import type { VisibilityClass } from '../domain/visibility';
import type { Verdict } from '../domain/verdict';
import type { SpokenBy } from './weigh-support';

export interface PropertiesCase {
  readonly verdict?: Verdict;
  readonly evidence: readonly EvidenceRow[];
  readonly decisions: readonly LinkDecision[];
  readonly signal: (id: string) => (SpokenBy & { readonly visibility: VisibilityClass }) | undefined;
  readonly outcome?: string;
}

/**
 * What JQL may know of an issue. Everyone who sees the issue can read it, so it counts only signals that everyone in the project may see;
 * support that rests on others reads `cannot-judge`, never `unsupported` and never `supported`.
 */
export function issueProperties({ verdict, evidence, decisions, signal, outcome }: PropertiesCase): IssueProperties {
  const verdicts = new Map(decisions.map((decision) => [decision.signal, decision.verdict]));
  const ids = [...verdicts].filter(([, said]) => said === 'confirmed').map(([id]) => id);
  for (const row of evidence) if (row.shown && !verdicts.has(row.signal)) ids.push(row.signal);
  const open = ids.map(signal).filter((one) => one?.visibility === 'open');
  const last = open.reduce((newest, one) => ((one?.at ?? '') > newest ? (one?.at ?? '') : newest), '');
  return {
    ...(verdict === undefined ? {} : { verdict: verdictWord(verdict, open.length > 0) }),
    accounts: new Set(open.map((one) => one?.customer)).size,
    ...(last === '' ? {} : { lastSignal: isoDay(last) }),
    ...(outcome === undefined ? {} : { outcome }),
  };
}

function verdictWord({ judgement }: Verdict, hasOpenSupport: boolean): NonNullable<IssueProperties['verdict']> {
  if (judgement.kind === 'unsupported') return 'unsupported';
  return judgement.kind === 'supported' && hasOpenSupport ? 'supported' : 'cannot-judge';
}
