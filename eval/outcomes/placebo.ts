import type { Coverage } from '../../src/domain/coverage';
import type { OutcomeTarget, OutcomeVerdict } from '../../src/domain/outcome';
import type { SaidSignal } from '../../src/domain/signal';
import { isoTime } from '../../src/domain/time';
import { freezeContract } from '../../src/measure/freeze-contract';
import { judgeContract } from '../../src/measure/judge-contract';
import { indexMoments } from '../../src/measure/moment-index';
import { OUTCOME_POLICY } from '../../src/measure/policy';
import type { Moment } from '../../src/ports/outcome-store';
import { understand } from '../../src/understand/understand';
import { engineOptions } from '../engine-options';
import { sharedRows, textAt } from '../shared-data';

const SOURCE = 'forum';
/** Days with sixteen weeks before and nine after them; nothing is known to have been done to all themes on any of them. */
const DAYS = ['2024-11-05', '2024-12-10', '2025-01-14', '2025-02-11', '2025-03-11', '2025-04-08'];
const END = '2025-07-01T00:00:00.000Z';

export interface PlaceboResult {
  readonly judged: number;
  readonly byVerdict: Readonly<Record<string, number>>;
}

/** Real weeks, made-up releases: every theme of a real year judged on six days as if something had been shipped for it alone. */
export function runPlacebo(): PlaceboResult {
  const signals = sharedRows('thunderbird/feedback_12m_en.jsonl.gz').map((row): SaidSignal => {
    const author = textAt(row, 'author');
    const id = textAt(row, 'id');
    return {
      id: `${SOURCE}:${id}`, source: SOURCE, externalId: id, at: isoTime(Date.parse(textAt(row, 'created_at'))), kind: 'said', title: textAt(row, 'title'), text: textAt(row, 'body'),
      visibility: 'open', ...(author === '' ? {} : { author }),
    };
  });
  const { themes, assignments } = understand({ signals, issues: [], decisions: [], releases: [], asOf: END }, engineOptions());
  const themeOf = new Map(assignments.map((one) => [one.signal, one.theme]));
  const moments = signals.map(({ id, source, at, kind, visibility, author }): Moment => {
    const theme = themeOf.get(id);
    return { signal: id, source, at, kind, visibility, ...(author === undefined ? {} : { author }), ...(theme === undefined ? {} : { theme }) };
  });
  const oldestAt = moments.reduce((first, one) => (one.at < first ? one.at : first), END);
  const known = { source: SOURCE, name: SOURCE, kind: 'file', total: moments.length, totalBy: 'offered' as const, read: moments.length, kept: moments.length, skipped: {}, oldestAt, gaps: [] };
  const coverage: Coverage = { state: 'complete', total: moments.length, read: moments.length, sources: [known] };
  const index = indexMoments(moments, new Set([SOURCE]));
  const byId = new Map(themes.map((theme) => [theme.id, theme]));
  const byVerdict: Record<string, number> = {};
  for (const day of DAYS) {
    const releasedAt = `${day}T00:00:00.000Z`;
    for (const theme of themes) {
      const target: OutcomeTarget = { issue: theme.id, issueKey: theme.id, measure: { kind: 'theme', themes: [theme.id] }, direction: 'fewer', decidedAt: releasedAt };
      const frozen = freezeContract(
        { release: { id: day, product: 'placebo', name: 'placebo', releasedAt, issues: [] }, origin: 'by-hand', issues: [], themes, issueThemes: [], byHand: { targets: [target] }, coverage, moments: [], now: END },
        OUTCOME_POLICY,
      );
      if (frozen.kind === 'refused') throw new Error(frozen.reason);
      for (const { outcome } of judgeContract({ contract: frozen.contract, index, themes: byId, coverage, confirmations: [], past: [], trails: new Map(), now: END }, 8, OUTCOME_POLICY)) {
        const name = nameOf(outcome.verdict);
        byVerdict[name] = (byVerdict[name] ?? 0) + 1;
      }
    }
  }
  return { judged: DAYS.length * themes.length, byVerdict };
}

function nameOf(verdict: OutcomeVerdict): string {
  return 'reason' in verdict ? `${verdict.kind} (${verdict.reason})` : verdict.kind;
}
