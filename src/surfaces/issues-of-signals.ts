import type { SignalIssue } from '../contract/panel';
import { SHOWN_FROM, type EvidenceRow, type LinkDecision } from '../domain/evidence';
import type { Issue } from '../domain/issue';
import type { Ports } from '../ports/ports';

/** Issues named beside one signal. */
const NAMED = 3;

interface About {
  readonly signal: string;
  readonly issue: string;
  readonly standing: SignalIssue['standing'];
}

/**
 * Rows of signals with the issues that each is about: where a person confirmed it, or where the issue's own panel suggests it.
 * An issue that the reader may not see is named nowhere. A row without issues says nothing: not that there is none.
 * @param except the issue whose list this is
 * @throws StoreUnavailable TrackerFailure
 */
export async function nameIssues<Row extends { readonly signal: string }>({ stores, tracker }: Pick<Ports, 'stores' | 'tracker'>, product: string, rows: readonly Row[], except?: string): Promise<readonly (Row & { readonly issues?: readonly SignalIssue[] })[]> {
  const ids = rows.map((row) => row.signal);
  if (ids.length === 0) return rows;
  const [links, decisions] = await Promise.all([stores.evidence.linksOfSignals(product, ids), stores.decisions.decisionsOfSignals(product, ids)]);
  const likely = new Set(links.filter((link) => link.confidence >= SHOWN_FROM && link.visibility === 'open').map((link) => link.issue));
  // A link alone may have been held back by its issue's list: what the panel does not show is not said here either.
  const shown = likely.size === 0 ? [] : (await stores.evidence.listDigests(product, [...likely])).flatMap((digest) => digest.evidence.filter((row) => row.shown && row.visibility === 'open'));
  const about = aboutOf(new Set(ids), shown, decisions).filter((one) => one.issue !== except);
  const issues = await visibleIssues({ stores, tracker }, product, [...new Set(about.map((one) => one.issue))]);
  return rows.map((row) => {
    const named = about.flatMap(({ signal, issue, standing }): SignalIssue[] => {
      const found = signal === row.signal ? issues.get(issue) : undefined;
      return found === undefined ? [] : [{ key: found.key, summary: found.summary, standing }];
    });
    return named.length === 0 ? row : { ...row, issues: named.slice(0, NAMED) };
  });
}

/** Confirmed first; the rest as sure as it is. What a person decided otherwise since the engine looked is not in it. */
function aboutOf(asked: ReadonlySet<string>, shown: readonly EvidenceRow[], decisions: readonly LinkDecision[]): readonly About[] {
  const decided = new Set(decisions.map((one) => `${one.signal} ${one.issue}`));
  const suggested = shown.filter((row) => asked.has(row.signal) && !decided.has(`${row.signal} ${row.issue}`)).sort((a, b) => b.confidence - a.confidence);
  return [
    ...decisions.flatMap(({ signal, issue, verdict }): About[] => (verdict === 'confirmed' ? [{ signal, issue, standing: 'confirmed' }] : [])),
    ...suggested.map(({ signal, issue }): About => ({ signal, issue, standing: 'suggested' })),
  ];
}

/** Of this product, open to be shown, and seen by the reader: asked of Jira for each issue, since one may be narrower than its project. */
async function visibleIssues({ stores, tracker }: Pick<Ports, 'stores' | 'tracker'>, product: string, ids: readonly string[]): Promise<ReadonlyMap<string, Issue>> {
  const found = await Promise.all(ids.map((id) => stores.issues.findIssue(id)));
  const own = found.flatMap((one) => (one !== undefined && one.product === product && one.issue.visibility === 'open' ? [one.issue] : []));
  const seen = own.length === 0 ? new Set<string>() : await tracker.browsable(own.map((issue) => issue.id));
  return new Map(own.filter((issue) => seen.has(issue.id)).map((issue) => [issue.id, issue]));
}
