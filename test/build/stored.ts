import type { ImportRun } from '../../src/domain/import';
import type { Issue } from '../../src/domain/issue';
import type { Link } from '../../src/domain/evidence';
import { signalId, type Signal } from '../../src/domain/signal';
import type { Theme } from '../../src/domain/theme';
import type { EvidenceRun, IssueDigest } from '../../src/ports/stores';

const AT = '2025-07-01T00:00:00.000Z';

export function aSignal(externalId: string, over: Partial<Signal> = {}, source = 'forum'): Signal {
  const said = over.kind === 'did' ? {} : { text: `words of ${externalId}` };
  return { id: signalId(source, externalId), source, externalId, at: AT, kind: 'said', visibility: 'open', ...said, ...over };
}

export function anIssue(id: string, key: string, over: Partial<Issue> = {}): Issue {
  return {
    id, key, project: key.split('-')[0] ?? key, summary: `summary of ${key}`, status: 'To Do', statusCategory: 'todo', createdAt: AT,
    fixVersions: [], labels: [], visibility: 'open', ...over,
  };
}

export function aLink(signal: string, issue: string, rank: number): Link {
  return { signal, issue, rank, score: 1 / rank, confidence: 0.9 / rank };
}

export function aTheme(id: string, signals: number): Theme {
  return {
    id, label: `theme ${id}`, labelAuthor: 'engine', frozen: false, signals, exemplars: [], terms: ['a', 'b'],
    lineage: [{ event: 'born', at: AT, by: 'engine' }, { event: 'split-from', at: AT, by: 'person', other: 't0' }],
  };
}

export function aDigest(issue: string, signals: readonly string[], product = 'mail'): IssueDigest {
  return {
    issue,
    product,
    engineVersion: '1',
    computedAt: AT,
    searchability: { issue, searchable: true, recall: 0.62, reasons: ['vocabulary'] },
    evidence: signals.map((signal, index) => ({
      issue, signal, rank: index + 1, score: 10.123456789 / (index + 1), confidence: 0.7, shown: index === 0, reasons: ['shared-terms', 'theme'],
      ...(index % 2 === 0 ? { citation: { field: 'text' as const, start: 3, end: 17 } } : {}),
    })),
    themes: [],
  };
}

export function aRun(over: Partial<EvidenceRun> = {}): EvidenceRun {
  return { engineVersion: '1', computedAt: AT, signals: 1, digests: [], links: [], themes: [], assignments: [], themeIssues: [], ...over };
}

export function anImportRun(id: string, over: Partial<ImportRun> = {}): ImportRun {
  return {
    id, product: 'mail', kind: 'signals', format: 'jsonl', fileName: 'export.jsonl', visibility: 'open', startedAt: AT, startedBy: 'ann', state: 'done',
    offered: 0, kept: 0, unchanged: 0, rejected: 0, ...over,
  };
}
