import { useState } from 'react';
import type { PromiseView, ReleaseView } from '../../../../../src/contract/outcomes';
import { formatDay, formatNumber, formatSentence } from '../../../../../src/contract/format-sentence';
import { Asked } from '../../components/asked';
import { CoverageFoot } from '../../components/coverage-foot';
import { IssueLink } from '../../components/issue-link';
import { useAsk } from '../../use-ask';
import { To } from '../to';
import { Members } from './members';
import type { MembersOf } from './members';
import { Promised } from './promised';
import './releases.css';

/** One release, promise by promise: verdict, weeks, and the list behind every number. */
export function Release({ contract }: { readonly contract: string }) {
  const { ask, again, replace } = useAsk('outcomes.release', { contract });
  const [members, setMembers] = useState<MembersOf | undefined>(undefined);
  if (members !== undefined) return <Members of={members} onBack={() => setMembers(undefined)} />;
  return (
    <>
      <p className="rs-crumb"><To route={{ at: 'releases' }}>Releases</To> / Release</p>
      <Asked ask={ask} onRetry={() => void again()}>
        {(view) => <ReleaseBody view={view} onView={replace} onMembers={(promise, window) => setMembers({ contract, promise, window })} />}
      </Asked>
    </>
  );
}

interface Props {
  readonly view: ReleaseView;
  readonly onView: (view: ReleaseView) => void;
  readonly onMembers: (promise: PromiseView, window: 'before' | 'after') => void;
}

function ReleaseBody({ view, onView, onMembers }: Props) {
  const { line } = view;
  return (
    <>
      <header className="rs-top">
        <h1>{line.name}, {formatDay(line.releasedAt)}</h1>
        <p className="rs-lead">
          {formatNumber(line.issues)} {line.issues === 1 ? 'issue' : 'issues'}. What it should change was written down on {formatDay(view.frozenAt)}, before the result.
          {view.mode === 'short-baseline' && ' Little is known from before, so the comparison is weaker.'}
          {line.waiting > 0 && line.nextReadOutAt !== undefined && ` ${formatNumber(line.waiting)} waiting; next read-out ${formatDay(line.nextReadOutAt)}.`}
        </p>
      </header>
      {view.adverse.length > 0 && (
        <section>
          <h2>Above expected since this release</h2>
          <ul className="rs-lines">
            {view.adverse.map((one) => (
              <li key={one.theme}>
                <To route={{ at: 'theme', theme: one.theme }}>{one.label}</To>{' '}
                <span className="rs-is-above">{formatNumber(one.observed)}, about {formatNumber(one.expected)} expected</span>{' '}
                <span className="rs-note">seen after {formatNumber(one.daysAfterRelease)} days</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.promises.map((promise) => <Promised key={`${promise.issue} ${promise.measureKey}`} contract={line.contract} promise={promise} onView={onView} onMembers={onMembers} />)}
      {view.withoutTarget.length > 0 && (
        <section>
          <h2>Cannot be judged</h2>
          <ul className="rs-issues">
            {view.withoutTarget.map((one) => (
              <li key={one.issue}>
                <IssueLink issueKey={one.key} />
                <span>{formatSentence(one.why)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.edits.length > 0 && (
        <section>
          <h2>Changed after it was written down</h2>
          <ul className="rs-lines">{view.edits.map((edit) => <li key={`${edit.at} ${edit.what}`}>{formatSentence({ id: `outcome.edit.${edit.what}`, params: { at: edit.at, detail: edit.detail ?? '' } })}</li>)}</ul>
        </section>
      )}
      <CoverageFoot coverage={view.coverage} />
    </>
  );
}
