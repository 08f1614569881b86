import { useState } from 'react';
import type { ReleaseView } from '../../../../../src/contract/outcomes';
import { capital, formatDay, formatNumber, formatSentence } from '../../../../../src/contract/format-sentence';
import { Asked } from '../../components/asked';
import { CoverageFoot } from '../../components/coverage-foot';
import { IssueLink } from '../../components/issue-link';
import { Members } from '../../components/outcome-members';
import type { MembersOf } from '../../components/outcome-members';
import { useAsk } from '../../use-ask';
import { To } from '../to';
import { ChooseMeasure } from './choose-measure';
import { Flags } from './flags';
import { Promised } from './promised';
import { promisesText } from './promises-text';
import { Rules } from './rules';
import './releases.css';

/** More promises than one sees at once are summed up first. */
const MANY = 3;

/** One release, promise by promise: verdict, weeks, and the list behind every number. */
export function Release({ contract }: { readonly contract: string }) {
  const { ask, again, replace } = useAsk('outcomes.release', { contract });
  const [members, setMembers] = useState<MembersOf | undefined>(undefined);
  if (members !== undefined) return <Members of={members} onBack={() => setMembers(undefined)} />;
  return (
    <>
      <p className="rs-crumb"><To route={{ at: 'releases' }}>Releases</To> / Release</p>
      <Asked ask={ask} onRetry={() => void again()}>
        {(view) => <ReleaseBody view={view} onView={replace} onMembers={setMembers} />}
      </Asked>
    </>
  );
}

interface Props {
  readonly view: ReleaseView;
  readonly onView: (view: ReleaseView) => void;
  readonly onMembers: (of: MembersOf) => void;
}

function ReleaseBody({ view, onView, onMembers }: Props) {
  const { line } = view;
  return (
    <>
      <header className="rs-top">
        <h1>{line.name}, {formatDay(line.releasedAt)}</h1>
        <p className="rs-lead">
          {formatNumber(line.issues)} {line.issues === 1 ? 'issue' : 'issues'}. {writtenDown(view)}
          {view.mode === 'short-baseline' && ' Little is known from before, so the comparison is weaker.'}
          {line.waiting > 0 && line.nextReadOutAt !== undefined && ` ${formatNumber(line.waiting)} waiting; next read-out ${formatDay(line.nextReadOutAt)}.`}
          {view.exposed !== undefined && ` ${formatNumber(view.exposed)} customers had it first: they are compared with those who do not have it yet.`}
        </p>
      </header>
      {view.promises.length > MANY && <p className="rs-lead">{capital(promisesText(line))}.</p>}
      {view.withdrawn !== undefined && <p className="rs-problem">{formatSentence(view.withdrawn)}.</p>}
      <Flags flags={view.adverse} onMembers={(flag) => onMembers({ kind: 'flag', flag })} />
      {view.promises.map((promise) => <Promised key={`${promise.issue} ${promise.measureKey}`} contract={line.contract} promise={promise} onView={onView} onMembers={(window) => onMembers({ kind: 'promise', contract: line.contract, promise, window })} />)}
      {view.waiting.length > 0 && (
        <section>
          <h2>Waiting</h2>
          <ul className="rs-issues">
            {view.waiting.map((one) => (
              <li key={`${one.issue} ${one.labels.join(' ')}`}>
                <IssueLink issueKey={one.key} />
                <span className="rs-measured">
                  <span dir="auto">{one.summary}</span>
                  <ChooseMeasure release={view.release} issue={one.issue} issueKey={one.key} onView={onView} />
                </span>
                <span className="rs-note">{one.labels.length === 0 ? 'measured by what customers do' : `measured by: ${one.labels.join(', ')}`}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.withoutTarget.length > 0 && (
        <section>
          <h2>Cannot be judged</h2>
          <ul className="rs-issues">
            {view.withoutTarget.map((one) => (
              <li key={one.issue}>
                <IssueLink issueKey={one.key} />
                <span>{formatSentence(one.why)}</span>
                {view.line.state === 'live' && <ChooseMeasure release={view.release} issue={one.issue} issueKey={one.key} onView={onView} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.edits.length > 0 && (
        <section>
          <h2>Changed after it was written down</h2>
          <ul className="rs-lines">{view.edits.map((edit) => <li key={`${edit.at} ${edit.what} ${edit.detail ?? ''}`}>{formatSentence({ id: `outcome.edit.${edit.what}`, params: { at: edit.at, detail: edit.detail ?? '' } })}</li>)}</ul>
        </section>
      )}
      <Rules view={view} onView={onView} />
      <CoverageFoot coverage={view.coverage} />
    </>
  );
}

const DAY_IN_MS = 86_400_000;

/** A contract that was frozen long after its release does not claim to have known nothing. */
function writtenDown({ line, frozenAt }: ReleaseView): string {
  const late = Math.floor((Date.parse(frozenAt) - Date.parse(line.releasedAt)) / DAY_IN_MS);
  if (late <= 7) return `What it should change was written down on ${formatDay(frozenAt)}, before the result.`;
  return `What it should change was written down on ${formatDay(frozenAt)}, ${formatNumber(late)} days after it shipped: fixed rules, but not blind.`;
}
