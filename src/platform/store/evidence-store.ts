import { findPointer, readCurrent } from './current-run';
import {
  AssignmentRow, assignmentOf, DIGEST_COLUMNS, DigestRow, digestOf, LinkRow, linksOf, ThemeIssueRow, themeIssueOf, ThemeRow, themeOf,
} from './evidence-rows';
import type { Assignment, Theme } from '../../domain/theme';
import type { Link, ThemeIssue } from '../../domain/evidence';
import type { EvidenceStore, IssueDigest, Page } from '../../ports/stores';
import { batchesOf } from './insert-rows';
import { VALUES_PER_IN } from './limits';
import { removedSupport } from './removed-support';
import { saveEvidenceRun } from './save-evidence-run';
import { marks, selectRows, whole } from './statement';

/** An issue's digest is some 10 kB (at most 100 rows of evidence), a theme 1 kB, an assignment 100 bytes. */
const DIGESTS_AN_ANSWER = 100;
const THEMES_A_PAGE = 500;
const THEME_ISSUES_A_PAGE = 10_000;

export function evidenceStore(): EvidenceStore {
  return { saveRun: saveEvidenceRun, findDigest, listDigests, linksOfSignals, listThemes, pageAssignments, listThemeIssues, findRun, ...removedSupport };
}

const ownColumns = DIGEST_COLUMNS.map((column) => `d.${column}`).join(', ');

/** One statement: what a panel waits for. */
async function findDigest(issue: string): Promise<IssueDigest | undefined> {
  const text = `SELECT ${ownColumns} FROM digests d INNER JOIN engine_runs r ON r.product = d.product AND r.run_no = d.run_no WHERE d.issue_id = ?`;
  const [row] = await selectRows('digests', DigestRow, text, [issue]);
  return row === undefined ? undefined : digestOf(row);
}

/** In the order asked for; issues without a digest are left out. */
async function listDigests(product: string, issues: readonly string[]): Promise<readonly IssueDigest[]> {
  const asked = [...new Set(issues)];
  const rows = await readCurrent(product, async (run) => {
    const found: IssueDigest[] = [];
    for (const some of batchesOf(asked, () => 0, DIGESTS_AN_ANSWER)) {
      const text = `SELECT ${DIGEST_COLUMNS.join(', ')} FROM digests WHERE product = ? AND run_no = ? AND issue_id IN (${marks(some.length)})`;
      found.push(...(await selectRows('digests', DigestRow, text, [product, run, ...some])).map(digestOf));
    }
    return found;
  });
  const byIssue = new Map(rows.map((digest) => [digest.issue, digest]));
  return asked.flatMap((issue) => byIssue.get(issue) ?? []);
}

/** In the order of the signals asked for, best first. */
async function linksOfSignals(product: string, signals: readonly string[]): Promise<readonly Link[]> {
  const asked = [...new Set(signals)];
  const rows = await readCurrent(product, async (run) => {
    const found: { signal: string; links: readonly Link[] }[] = [];
    for (const some of batchesOf(asked, () => 0, VALUES_PER_IN)) {
      const text = `SELECT signal_id, best FROM links WHERE product = ? AND run_no = ? AND signal_id IN (${marks(some.length)})`;
      for (const row of await selectRows('links', LinkRow, text, [product, run, ...some])) found.push({ signal: row.signal_id, links: linksOf(row) });
    }
    return found;
  });
  const bySignal = new Map(rows.map((row) => [row.signal, row.links]));
  return asked.flatMap((signal) => bySignal.get(signal) ?? []);
}

/** Largest first. */
async function listThemes(product: string): Promise<readonly Theme[]> {
  const themes = await readCurrent(product, async (run) => {
    const found: Theme[] = [];
    for (;;) {
      const text = `SELECT theme_id, signals, open_signals, body FROM themes
        WHERE product = ? AND run_no = ? AND theme_id > ? ORDER BY theme_id LIMIT ${THEMES_A_PAGE}`;
      const rows = await selectRows('themes', ThemeRow, text, [product, run, found.at(-1)?.id ?? '']);
      found.push(...rows.map(themeOf));
      if (rows.length < THEMES_A_PAGE) return found;
    }
  });
  return [...themes].sort((a, b) => b.signals - a.signals);
}

/** A page shows the run that is current when it is read: between two pages the run may change. */
async function pageAssignments(product: string, after: string | undefined, limit: number): Promise<Page<Assignment>> {
  const text = `SELECT a.signal_id, a.theme_id, a.fit, a.visibility FROM assignments a
    INNER JOIN engine_runs r ON r.product = a.product AND r.run_no = a.run_no
    WHERE a.product = ? AND a.signal_id > ? ORDER BY a.signal_id LIMIT ${whole(limit)}`;
  const rows = await selectRows('assignments', AssignmentRow, text, [product, after ?? '']);
  const last = rows.at(-1);
  return { rows: rows.map(assignmentOf), ...(last === undefined || rows.length < limit ? {} : { next: last.signal_id }) };
}

/** Strongest first. */
async function listThemeIssues(product: string): Promise<readonly ThemeIssue[]> {
  const rows = await readCurrent(product, async (run) => {
    const found: ThemeIssue[] = [];
    for (;;) {
      const last = found.at(-1);
      const text = `SELECT theme_id, issue_id, strength, signals, visibility FROM theme_issues
        WHERE product = ? AND run_no = ? AND (theme_id > ? OR (theme_id = ? AND issue_id > ?)) ORDER BY theme_id, issue_id LIMIT ${THEME_ISSUES_A_PAGE}`;
      const page = await selectRows('theme_issues', ThemeIssueRow, text, [product, run, last?.theme ?? '', last?.theme ?? '', last?.issue ?? '']);
      found.push(...page.map(themeIssueOf));
      if (page.length < THEME_ISSUES_A_PAGE) return found;
    }
  });
  return [...rows].sort((a, b) => b.strength - a.strength);
}

async function findRun(product: string): ReturnType<EvidenceStore['findRun']> {
  const pointer = await findPointer(product);
  if (pointer === undefined) return undefined;
  return { engineVersion: pointer.engine_version, computedAt: pointer.computed_at, signals: pointer.signals };
}
