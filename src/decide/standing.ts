import type { IsoTime } from '../domain/time';
import type { Standing, Verdict } from '../domain/verdict';

/** Sorts verdicts of one judging into lists; every item is in exactly one. */
export function standingOf(verdicts: readonly Verdict[], at: IsoTime): Standing {
  const of = (holds: (verdict: Verdict) => boolean): readonly string[] => verdicts.filter(holds).map((verdict) => verdict.issue);
  const cannotJudge: Record<string, string[]> = {};
  for (const { issue, judgement } of verdicts) if (judgement.kind === 'abstain') (cannotJudge[judgement.reason] ??= []).push(issue);
  return {
    at,
    confirmed: of(({ judgement }) => judgement.kind === 'supported' && judgement.by === 'confirmed'),
    suggested: of(({ judgement }) => judgement.kind === 'supported' && judgement.by === 'suggested'),
    unsupported: of(({ judgement }) => judgement.kind === 'unsupported'),
    cannotJudge,
  };
}

/** What of it is still open. */
export function stillOpen(standing: Standing, open: ReadonlySet<string>): Standing {
  const left = (issues: readonly string[]): readonly string[] => issues.filter((issue) => open.has(issue));
  const cannotJudge = Object.entries(standing.cannotJudge).map(([reason, issues]) => [reason, left(issues)] as const).filter(([, issues]) => issues.length > 0);
  return { at: standing.at, confirmed: left(standing.confirmed), suggested: left(standing.suggested), unsupported: left(standing.unsupported), cannotJudge: Object.fromEntries(cannotJudge) };
}

/** How many items it holds. */
export function sizeOf({ confirmed, suggested, unsupported, cannotJudge }: Standing): number {
  return confirmed.length + suggested.length + unsupported.length + Object.values(cannotJudge).reduce((sum, issues) => sum + issues.length, 0);
}
