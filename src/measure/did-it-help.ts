import type { OutcomeContract } from '../domain/outcome';
import { sentence, type Sentence } from '../domain/sentence';
import type { Moment } from '../ports/outcome-store';

/** A question to one customer at the place where they spoke. A draft: a person sends it or not, we never do. */
export interface HelpDraft {
  readonly signal: string;
  readonly source: string;
  readonly account?: string;
  readonly text: Sentence;
}

/** One draft per customer for an issue, on their newest signal before the release; only where the signal may be shown. Newest first. */
export function draftHelpQuestions(contract: OutcomeContract, issueKey: string, moments: readonly Moment[]): HelpDraft[] {
  const { releasedAt, name } = contract.release;
  const newest = new Map<string, Moment>();
  for (const moment of moments) {
    if (moment.visibility !== 'open' || moment.kind !== 'said' || moment.at >= releasedAt) continue;
    const customer = moment.account ?? moment.author ?? moment.signal;
    const known = newest.get(customer);
    if (known === undefined || moment.at > known.at) newest.set(customer, moment);
  }
  return [...newest.values()]
    .sort((a, b) => (a.at === b.at ? (a.signal < b.signal ? -1 : 1) : a.at < b.at ? 1 : -1))
    .map(({ signal, source, account, at }) => ({
      signal,
      source,
      ...(account === undefined ? {} : { account }),
      text: sentence('outcome.did-it-help', { release: name, issue: issueKey, saidAt: at, releasedAt }),
    }));
}
