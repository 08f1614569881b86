import { Suspense, lazy } from 'react';
import type { PromiseView, ReleaseView } from '../../../../../src/contract/outcomes';
import { formatCount, formatSentence } from '../../../../../src/contract/format-sentence';
import { IssueLink } from '../../components/issue-link';
import { VerdictMark } from '../../components/verdict-mark';
import { AskThem } from './ask-them';

const OutcomeChart = lazy(async () => ({ default: (await import('../../components/outcome-chart')).OutcomeChart }));

/** Notes that stand beside what can be done about them. */
const ELSEWHERE: readonly string[] = ['outcome.silent-accounts', 'outcome.confirmed', 'outcome.confirmed-by-usage', 'outcome.disputed'];

interface Props {
  readonly contract: string;
  readonly promise: PromiseView;
  readonly onView: (view: ReleaseView) => void;
  readonly onMembers: (window: 'before' | 'after') => void;
}

/** One promise: the verdict sentence first, then its weeks, its numbers and what is not known. */
export function Promised({ contract, promise, onView, onMembers }: Props) {
  return (
    <section className="rs-promise">
      <VerdictMark kind={promise.verdict.kind} isEvent={promise.measure.kind === 'event'} confirmed={promise.confirmed.kind} />
      <h2>{formatSentence(promise.title)}</h2>
      <p className="rs-note">
        <IssueLink issueKey={promise.key} /> <span dir="auto">{promise.summary}</span>
        {promise.labels.length > 0 && ` · measured by: ${promise.labels.join(', ')}`}
        {promise.measure.kind === 'event' && ` · measured by: ${promise.measure.event}`}
      </p>
      {promise.points.length > 0 && (
        <Suspense fallback={<div className="rs-bone rs-bone-wait" />}>
          <OutcomeChart view={promise} />
        </Suspense>
      )}
      {promise.lists.length > 0 && (
        <p className="rs-window-links">
          {promise.lists.map((list) => (
            <button key={list.window} type="button" className="rs-link" onClick={() => onMembers(list.window)}>
              {formatCount(list.count, promise.unit)} {list.window}, {formatCount(list.signals, 'signal')}
            </button>
          ))}
        </p>
      )}
      {promise.silentAccounts.length > 0 && (
        <details className="rs-note">
          <summary>{promise.notes.filter(({ id }) => id === 'outcome.silent-accounts').map(formatSentence)}</summary>
          <p dir="auto">{promise.silentAccounts.join(', ')}. Content, or gone: ask before calling it a success.</p>
        </details>
      )}
      <ul className="rs-plain-list">{promise.notes.filter(({ id }) => !ELSEWHERE.includes(id)).map((note) => <li key={formatSentence(note)} className="rs-note">{formatSentence(note)}</li>)}</ul>
      <AskThem contract={contract} promise={promise} onView={onView} />
    </section>
  );
}
