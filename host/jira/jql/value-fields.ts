import { textOf } from '../adf';
import type { IssueRow } from '../state/rows';
import type { Scope } from './scope';

/** Instants in milliseconds, by JQL name. */
export const DATE_FIELDS: Readonly<Record<string, (issue: IssueRow) => number | undefined>> = {
  created: (issue) => ms(issue.createdAt),
  createddate: (issue) => ms(issue.createdAt),
  updated: (issue) => ms(issue.updatedAt),
  updateddate: (issue) => ms(issue.updatedAt),
  resolved: (issue) => ms(issue.resolvedAt),
  resolutiondate: (issue) => ms(issue.resolvedAt),
  due: (issue) => ms(issue.dueDate),
  duedate: (issue) => ms(issue.dueDate),
  statuscategorychangeddate: (issue) => ms(issue.statusChangedAt),
};

export const NUMBER_FIELDS: Readonly<Record<string, (issue: IssueRow) => number>> = {
  votes: (issue) => issue.namelessVotes + issue.voters.length,
  watchers: (issue) => issue.namelessWatchers + issue.watchers.length,
};

export const TEXT_FIELDS: Readonly<Record<string, (issue: IssueRow, scope: Scope) => string>> = {
  summary: (issue) => issue.summary,
  description: (issue) => textOf(issue.description),
  comment: comments,
  text: (issue, scope) => [issue.summary, textOf(issue.description), comments(issue, scope)].join('\n'),
};

/** Every word must occur; `"…"` inside the value is a phrase, a trailing `*` a prefix. */
export function containsText(text: string, query: string): boolean {
  const words = wordsOf(text);
  const line = ` ${words.join(' ')} `;
  const wanted = query.match(/"[^"]+"|\S+/g) ?? [];
  return wanted.every((part) => {
    if (part.startsWith('"')) return line.includes(` ${wordsOf(part).join(' ')} `);
    const prefix = part.endsWith('*') || part.endsWith('?');
    const of = wordsOf(part);
    return of.every((word, index) => (prefix && index === of.length - 1 ? words.some((one) => one.startsWith(word)) : words.includes(word)));
  });
}

function comments(issue: IssueRow, { tenant, sight }: Scope): string {
  return tenant.comments.of(issue.id).filter(sight.seesComment).map((one) => textOf(one.body)).join('\n');
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function ms(at: string | undefined): number | undefined {
  return at === undefined ? undefined : Date.parse(at);
}
