import type { LinkDecision } from '../../src/domain/evidence';
import type { Issue } from '../../src/domain/issue';
import type { SaidSignal } from '../../src/domain/signal';
import { isTrueAt, sharedRows, textAt, type Row } from '../shared-data';

const SOURCE = 'support-forum';

/** Support questions as signals. */
export function questions(file: string, keep: (row: Row) => boolean = () => true): SaidSignal[] {
  return sharedRows(`thunderbird/${file}`)
    .filter(keep)
    .map((row): SaidSignal => {
      const version = textAt(row, 'version');
      const base = { id: `${SOURCE}:${textAt(row, 'id')}`, source: SOURCE, externalId: textAt(row, 'id'), at: instant(textAt(row, 'created_at')), kind: 'said' as const, title: textAt(row, 'title'), text: textAt(row, 'body'), author: textAt(row, 'author'), locale: textAt(row, 'locale'), visibility: 'open' as const };
      return version === '' ? base : { ...base, version };
    });
}

/** Bugs as issues, as they stood at `asOf`: what was fixed later is open and nothing says when it will be fixed. */
export function bugs(asOf: string, keep: (row: Row) => boolean = () => true): Issue[] {
  return sharedRows('thunderbird/issues.jsonl.gz')
    .filter(keep)
    .map((row): Issue => {
      const isDone = textAt(row, 'fixed_at') < asOf;
      const fixVersion = textAt(row, 'first_stable_fix_version');
      const base = { id: textAt(row, 'key'), key: textAt(row, 'key'), project: 'TB', summary: textAt(row, 'title'), status: isDone ? 'Done' : 'Open', createdAt: instant(textAt(row, 'filed_by')), labels: [], visibility: 'open' as const };
      return isDone ? { ...base, statusCategory: 'done', resolvedAt: instant(textAt(row, 'fixed_at')), fixVersions: fixVersion === '' ? [] : [fixVersion] } : { ...base, statusCategory: 'todo', fixVersions: [] };
    });
}

/** Was in the backlog at the time: filed before, fixed later. */
export function inBacklog(asOf: string): (row: Row) => boolean {
  return (row) => textAt(row, 'filed_by') < asOf && textAt(row, 'fixed_at') >= asOf;
}

export interface KnownLink {
  readonly signal: string;
  readonly issue: string;
  readonly decision: LinkDecision;
  readonly isEnglish: boolean;
}

/** Links that support volunteers made before 2025. */
export function knownLinks(): KnownLink[] {
  return sharedRows('thunderbird/KEY_links_before_2025.jsonl.gz')
    .filter((row) => isTrueAt(row, 'bug_in_pool'))
    .map((row) => {
      const signal = `${SOURCE}:${textAt(row, 'question_id')}`;
      const issue = `TB-${textAt(row, 'bug')}`;
      return { signal, issue, isEnglish: textAt(row, 'locale') === 'en-US', decision: { signal, issue, verdict: 'confirmed', at: instant(textAt(row, 'posted_at')), by: SOURCE } };
    });
}

/** English questions before 2025 that are not marked as spam. */
export function isQuestionBefore2025(row: Row): boolean {
  return textAt(row, 'created_at') < '2025-01-01' && textAt(row, 'locale') === 'en-US' && !isTrueAt(row, 'is_spam');
}

export function instant(at: string): string {
  return new Date(at).toISOString();
}
