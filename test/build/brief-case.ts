import type { BriefCase } from '../../src/agent/brief/brief-case';
import type { SourceCoverage } from '../../src/domain/coverage';
import type { PairReading, SignalReading } from '../../src/domain/reading';
import type { Signal } from '../../src/domain/signal';
import type { Standing } from '../../src/domain/standings';
import { customerCounts } from '../../src/domain/issue-verdict';

export const NOW = '2025-07-01T00:00:00.000Z';

export function aVoice(id: string, text: string, extra: Partial<Signal> = {}): Signal {
  return { id: `desk:${id}`, source: 'desk', externalId: id, at: '2025-06-20T00:00:00.000Z', kind: 'said', text, account: id, visibility: 'open', ...extra };
}

export function stands(signal: Signal, confidence = 0.5): Standing {
  return { signal, row: { issue: '1', signal: signal.id, rank: 1, score: 1, confidence, shown: true, reasons: [], citation: { field: 'text', start: 0, end: signal.text?.length ?? 0 } } };
}

export function aSource(source: string, extra: Partial<SourceCoverage> = {}): SourceCoverage {
  return { source, name: source.toUpperCase(), kind: 'file', total: 100, totalBy: 'offered', read: 100, kept: 100, skipped: {}, oldestAt: '2024-07-01T00:00:00.000Z', newestAt: NOW, gaps: [], ...extra };
}

export function aBriefCase(confirmed: readonly Signal[], suggested: readonly Signal[], extra: Partial<BriefCase> = {}): BriefCase {
  const standings = { confirmed: confirmed.map((one) => stands(one)), suggested: suggested.map((one) => stands(one)), related: [], possible: [] };
  return {
    product: 'shop', issue: { id: '1', key: 'A-1', summary: 'Export loses rows' }, state: 'evidence', standings, counts: customerCounts(standings), withheld: 0,
    readings: new Map(), agentReads: false, sources: [aSource('desk')], releases: [], decidedAt: [], read: 100, total: 100, since: '2024-07-01T00:00:00.000Z', now: NOW, ...extra,
  };
}

export function aReading(signal: Signal, pair: PairReading, extra: Partial<SignalReading> = {}): [string, SignalReading] {
  return [signal.id, { signal: signal.id, hash: `h-${signal.id}`, needKind: 'problem', severity: 'hinders', pairs: [pair], hidden: 0, model: 'openai:x', readAt: NOW, ...extra }];
}
