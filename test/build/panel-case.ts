import type { EvidenceRow } from '../../src/domain/evidence';
import type { Signal } from '../../src/domain/signal';
import type { PanelCase } from '../../src/surfaces/panel/case';

export const NOW = '2025-07-01T08:00:00.000Z';

export function signal(id: string, changes: Partial<Signal> = {}): Signal {
  return {
    id: `forum:${id}`, source: 'forum', externalId: id, at: '2025-06-20T10:00:00.000Z', kind: 'said', title: `Title ${id}`,
    text: `The folder will not compact, says ${id}.`, author: `author-${id}`, visibility: 'open', ...changes,
  };
}

export function row(id: string, changes: Partial<EvidenceRow> = {}): EvidenceRow {
  return { issue: '100', signal: `forum:${id}`, rank: 1, score: 1, confidence: 0.9, shown: true, reasons: [], citation: { field: 'text', start: 0, end: 27 }, ...changes };
}

/** A panel case that was read completely and is searchable, with the given evidence rows and signals. */
export function panelCase(changes: Partial<PanelCase> & { rows?: readonly EvidenceRow[]; saying?: readonly Signal[]; searchable?: boolean } = {}): PanelCase {
  const { rows = [], saying = [], searchable = true, ...rest } = changes;
  return {
    issue: { id: '100', key: 'TB-1', summary: 'Compact folders', visibility: 'open' },
    digest: {
      issue: '100', product: 'tb', engineVersion: 'e1', computedAt: NOW, evidence: rows, themes: [],
      searchability: { issue: '100', searchable, recall: searchable ? 0.9 : 0.2, reasons: searchable ? [] : ['developer-title'] },
    },
    decisions: [],
    signals: new Map(saying.map((one) => [one.id, one])),
    themeLabels: new Map(),
    sources: new Map([['forum', { name: 'support.example', kind: 'file' }]]),
    coverage: { state: 'complete', read: 100, total: 100, skipped: 0, sources: 1, gaps: [] },
    since: '2024-07-01T00:00:00.000Z',
    wholeSince: '2024-07-01T00:00:00.000Z',
    releases: [],
    now: NOW,
    canDecide: true,
    canConnect: false,
    synthetic: false,
    ...rest,
  };
}
