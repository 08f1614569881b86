import type { EvidenceRow } from '../../src/domain/evidence';
import type { Corpus, Understanding } from '../../src/understand/engine';
import { understand } from '../../src/understand/understand';
import { engineOptions } from '../engine-options';
import { textAt } from '../shared-data';
import { bugs, inBacklog, isQuestionBefore2025, knownLinks, questions } from '../linking/thunderbird';

const AS_OF = '2025-07-01';
const DONE_SINCE = '2023-07-01';

/** Thunderbird's real year as it stood on 2025-07-01: twelve months of questions, the backlog of that day, links made before 2025. */
export function realYear(): Corpus {
  const signals = questions('feedback_12m_en.jsonl.gz');
  const issues = bugs(AS_OF, inBacklog(AS_OF));
  return { signals, issues, decisions: [], releases: [], asOf: `${AS_OF}T00:00:00.000Z` };
}

/** The same as the app holds it: beside the backlog, what was done in the two years before, which competes for every signal. */
export function realYearAsHosted(): Corpus {
  return { ...realYear(), issues: bugs(AS_OF, (row) => textAt(row, 'filed_by') < AS_OF && textAt(row, 'fixed_at') >= DONE_SINCE) };
}

const EARLIER = { from: '2023-07-01', to: '2024-07-01', doneSince: '2022-07-01' };

/** The year before as the app would have held it then: most of the pairs that confidence was fitted on come from it. */
export function yearBefore(): Corpus {
  const signals = questions('feedback_2023_2024_all_locales.jsonl.gz', (row) => isQuestionBefore2025(row) && textAt(row, 'created_at') >= EARLIER.from && textAt(row, 'created_at') < EARLIER.to);
  const issues = bugs(EARLIER.to, (row) => textAt(row, 'filed_by') < EARLIER.to && textAt(row, 'fixed_at') >= EARLIER.doneSince);
  return { signals, issues, decisions: [], releases: [], asOf: `${EARLIER.to}T00:00:00.000Z` };
}

/** The real year with the links that volunteers had made by then, as a connected help desk would give them. */
export function realYearWithLinks(): Corpus {
  return { ...realYear(), decisions: knownLinks().map((one) => one.decision) };
}

/** Every pair of the backlog alone and of the year as the app holds it, once, with the confidence of the run where the app would show it: the later one. */
export function evidenceBothWays(alone: Understanding): EvidenceRow[] {
  const rows = [...alone.evidence, ...understand(realYearAsHosted(), engineOptions()).evidence];
  return [...new Map(rows.map((row) => [`${row.issue} ${row.signal}`, row])).values()];
}

export function understandRealYear(): { corpus: Corpus; understanding: Understanding } {
  const corpus = realYear();
  return { corpus, understanding: understand(corpus, engineOptions()) };
}
