import type { Searchability } from '../../domain/evidence';
import type { Issue } from '../../domain/issue';
import type { ReadCorpus } from '../text/read-corpus';

const HOUSEKEEPING = /^(port|bump|update|upgrade|uplift|backout|back out|revert|rebase|refactor|rewrite|migrate|convert|replace|rename|move|remove|drop|delete|clean ?up|lint|format|run|disable|enable|re-?enable|add (a )?(unit |mochi|browser )?tests?|test|tests|fix (intermittent|perma|win perma|test|lint|eslint|bustage|build)|follow-?up|use|switch|make .* (async|const|static)|simplify|merge|sync|pin|deprecate|document|vendor)\b/i;
const CODE_WORD = /(\w+::\w+|\w+\(\)|\b\w+\.(js|jsm|mjs|cpp|h|css|ts|tsx|py|java|xhtml|ftl|json|sys\.mjs)\b|\b[a-z]+[A-Z]\w+|\b[A-Z][a-z]+[A-Z]\w+|\bns[A-Z]\w+|`[^`]+`|\b[A-Z_]{6,}\b|[\w/]+\/[\w/]+)/g;
const BUG_NUMBER = /\bbug \d{5,}/i;
const SEARCHABLE_FROM = 0.5;

/** Whether each issue's customers could have been found, from its words against what customers say. */
export function searchabilityOf(corpus: ReadCorpus, issues: readonly Issue[]): Searchability[] {
  return issues.map((issue, row) => {
    const { share, strongest } = spokenShare(corpus, row);
    const codeWords = issue.summary.match(CODE_WORD)?.length ?? 0;
    const reasons: string[] = [];
    if (BUG_NUMBER.test(issue.summary)) reasons.push('refers-to-another-issue');
    if (HOUSEKEEPING.test(issue.summary)) reasons.push('upkeep');
    if (codeWords > 0) reasons.push('developer-words');
    if (share < 0.6) reasons.push('words-customers-do-not-use');
    if (strongest < 2.5) reasons.push('only-common-words');
    const recall = Math.max(0.02, Math.min(0.95, 0.75 * share - 0.15 * reasons.length));
    return { issue: issue.id, searchable: reasons.length === 0 && recall >= SEARCHABLE_FROM, recall, reasons };
  });
}

/** Share of the title's weight in words that customers use, and the weight of its strongest such word. */
function spokenShare(corpus: ReadCorpus, row: number): { share: number; strongest: number } {
  const { starts, columns } = corpus.issues.counts;
  let all = 0;
  let spoken = 0;
  let strongest = 0;
  for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
    const weight = corpus.termWeight[columns[at]!]!;
    all += weight;
    if (corpus.signalsPerTerm[columns[at]!]! < 5) continue;
    spoken += weight;
    strongest = Math.max(strongest, weight);
  }
  return { share: all === 0 ? 0 : spoken / all, strongest };
}
