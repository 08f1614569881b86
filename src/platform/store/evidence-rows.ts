import { z } from 'zod';
import type { Assignment, Theme } from '../../domain/theme';
import type { EvidenceRow, Link, Searchability, ThemeIssue } from '../../domain/evidence';
import type { IssueDigest } from '../../ports/stores';
import { count, jsonColumn, visibility } from './columns';
import { present } from './present';

/** Tuples instead of objects: an issue's evidence is the largest thing we derive, and its field names would be half of it. */
const EvidenceTuple = z.tuple([
  z.string(), z.number(), z.number(), z.number(), z.union([z.literal(0), z.literal(1)]),
  z.tuple([z.enum(['title', 'text']), z.number(), z.number()]).nullable(), z.array(z.string()), visibility,
]);
const ThemeTuple = z.tuple([z.string(), z.number(), z.number()]);
const LinkTuple = z.tuple([z.string(), z.number(), z.number(), z.number(), visibility]);

export function evidenceTuples(rows: readonly EvidenceRow[]): string {
  const tuples: readonly z.input<typeof EvidenceTuple>[] = rows.map((row) => [
    row.signal, row.rank, row.score, row.confidence, row.shown ? 1 : 0,
    row.citation === undefined ? null : [row.citation.field, row.citation.start, row.citation.end], [...row.reasons], row.visibility ?? 'open',
  ]);
  return JSON.stringify(tuples);
}

export function themeTuples(rows: readonly ThemeIssue[]): string {
  return JSON.stringify(rows.map((row) => [row.theme, row.strength, row.signals]));
}

export function linkTuples(links: readonly Link[]): string {
  return JSON.stringify(links.map((link) => [link.issue, link.rank, link.score, link.confidence, link.visibility ?? 'open']));
}

export function searchabilityText(one: Searchability): string {
  return JSON.stringify({ searchable: one.searchable, recall: one.recall, reasons: one.reasons });
}

export const DIGEST_COLUMNS = ['product', 'issue_id', 'engine_version', 'computed_at', 'visibility', 'searchability', 'evidence', 'themes'];
export const DigestRow = z.object({
  product: z.string(),
  issue_id: z.string(),
  engine_version: z.string(),
  computed_at: z.string(),
  visibility,
  searchability: jsonColumn(z.object({ searchable: z.boolean(), recall: z.number(), reasons: z.array(z.string()) })),
  evidence: jsonColumn(z.array(EvidenceTuple)),
  themes: jsonColumn(z.array(ThemeTuple)),
});

export function digestOf(row: z.output<typeof DigestRow>): IssueDigest {
  const issue = row.issue_id;
  return {
    issue,
    product: row.product,
    engineVersion: row.engine_version,
    computedAt: row.computed_at,
    searchability: { issue, ...row.searchability },
    evidence: row.evidence.map(([signal, rank, score, confidence, shown, span, reasons, own]) => ({
      issue, signal, rank, score, confidence, shown: shown === 1, reasons, visibility: own,
      ...(span === null ? {} : { citation: { field: span[0], start: span[1], end: span[2] } }),
    })),
    themes: row.themes.map(([theme, strength, signals]) => ({ theme, issue, strength, signals, visibility: row.visibility })),
  };
}

export const LinkRow = z.object({ signal_id: z.string(), best: jsonColumn(z.array(LinkTuple)) });

export function linksOf(row: z.output<typeof LinkRow>): readonly Link[] {
  return row.best.map(([issue, rank, score, confidence, own]) => ({ signal: row.signal_id, issue, rank, score, confidence, visibility: own }));
}

const Lineage = z.object({
  event: z.enum(['born', 'split-from', 'merged-into', 'renamed', 'merged', 'split', 'moved']),
  at: z.string(),
  by: z.enum(['engine', 'person']),
  other: z.string().exactOptional(),
});
const ThemeBody = z.object({
  label: z.string(),
  labelAuthor: z.enum(['engine', 'person', 'model']),
  frozen: z.boolean(),
  exemplars: z.array(z.string()),
  terms: z.array(z.string()),
  lineage: z.array(Lineage),
});
export const ThemeRow = z.object({ theme_id: z.string(), signals: count, open_signals: count, body: jsonColumn(ThemeBody) });

export function themeText(theme: Theme): string {
  const { label, labelAuthor, frozen, exemplars, terms, lineage } = theme;
  return JSON.stringify({ label, labelAuthor, frozen, exemplars, terms, lineage });
}

export function themeOf(row: z.output<typeof ThemeRow>): Theme {
  return { id: row.theme_id, signals: row.signals, openSignals: row.open_signals, ...row.body };
}

export const AssignmentRow = z.object({ signal_id: z.string(), theme_id: z.string().nullable(), fit: z.number(), visibility });

export function assignmentOf(row: z.output<typeof AssignmentRow>): Assignment {
  return { signal: row.signal_id, fit: row.fit, visibility: row.visibility, ...present({ theme: row.theme_id }) };
}

export const ThemeIssueRow = z.object({ theme_id: z.string(), issue_id: z.string(), strength: z.number(), signals: count, visibility });

export function themeIssueOf(row: z.output<typeof ThemeIssueRow>): ThemeIssue {
  return { theme: row.theme_id, issue: row.issue_id, strength: row.strength, signals: row.signals, visibility: row.visibility };
}
