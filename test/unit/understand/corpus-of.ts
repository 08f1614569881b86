import type { LinkDecision } from '../../../src/domain/evidence';
import type { Issue } from '../../../src/domain/issue';
import type { SaidSignal } from '../../../src/domain/signal';
import type { Corpus, EngineOptions } from '../../../src/understand/engine';

export const AT = '2025-06-01T00:00:00.000Z';

/** A day of June 2025. */
export function day(number: number): string {
  return `2025-06-${String(number).padStart(2, '0')}T00:00:00.000Z`;
}

export function said(id: string, text: string, more: Partial<SaidSignal> = {}): SaidSignal {
  return { id, source: 'forum', externalId: id, at: AT, kind: 'said', text, visibility: 'open', ...more };
}

export function issueOf(id: string, summary: string, more: Partial<Issue> = {}): Issue {
  return { id, key: `P-${id}`, project: 'P', summary, status: 'To Do', statusCategory: 'todo', createdAt: AT, fixVersions: [], labels: [], visibility: 'open', ...more };
}

export function decisionOf(signal: string, issue: string, verdict: LinkDecision['verdict'], at = AT): LinkDecision {
  return { signal, issue, verdict, at, by: 'person' };
}

export function corpusOf(signals: readonly SaidSignal[], issues: readonly Issue[], more: Partial<Corpus> = {}): Corpus {
  return { signals, issues, decisions: [], releases: [], asOf: '2025-07-01T00:00:00.000Z', ...more };
}

export function optionsOf(more: Partial<EngineOptions> = {}): EngineOptions {
  return { evidencePerIssue: 100, linksPerSignal: 10, prequential: false, nowMs: () => 0, ...more };
}

/** A small shop: what customers of an invented mail client said about six needs, several times each. */
export function smallShop(): Corpus {
  const needs: readonly (readonly string[])[] = [
    ['Export of the address book to a spreadsheet fails', 'The address book export writes an empty spreadsheet', 'How do I export my address book as a spreadsheet?'],
    ['Reminders cannot be snoozed, the dialog comes back', 'Snoozing a reminder does nothing, the reminder dialog returns at once', 'I snooze reminders and they pop up again'],
    ['Printing a letter cuts off the right margin', 'The right margin is cut off when I print', 'Print preview cuts the margin on the right'],
    ['Search finds nothing in archived folders', 'Archived folders are missing from search results', 'Searching archived mail gives no results'],
    ['Dark theme makes the calendar unreadable', 'In the dark theme calendar entries are black on black', 'Calendar is unreadable with the dark theme'],
    ['The signature is added twice to replies', 'Every reply has my signature twice', 'Replies contain the signature two times'],
  ];
  const signals = needs.flatMap((texts, need) => texts.map((text, at) => said(`n${need}-${at}`, text, { author: `a${need}-${at}` })));
  const issues = [issueOf('1', 'Export address book to spreadsheet'), issueOf('2', 'Snoozed reminders reappear at once'), issueOf('3', 'Refactor nsMsgDBFolder::CloseDB'), issueOf('4', 'Signature added twice to replies'), issueOf('5', 'Support tablet stylus gestures')];
  return corpusOf(signals, issues);
}
