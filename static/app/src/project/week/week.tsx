import type { WeekView } from '../../../../../src/contract/page';
import { formatDay, formatSentence, formatShortDay } from '../../../../../src/contract/format-sentence';
import { Asked } from '../../components/asked';
import { CoverageFoot, SyntheticMark } from '../../components/coverage-foot';
import { Quote } from '../../components/quote';
import { useAsk } from '../../use-ask';
import { NotYet, noProduct } from '../not-yet';
import { To } from '../to';
import { AboveList } from './above-list';
import { LoudList } from './loud-list';
import { ProposalLines } from './proposal-lines';
import { SinceFriday } from './since-friday';
import { TalkLines } from './talk-lines';

/** Monday morning: a customer's words, what is unusual, what changed, what is loud and unplanned. */
export function Week() {
  const { ask, again } = useAsk('page.week', {});
  return (
    <Asked ask={ask} onRetry={() => void again()} instead={noProduct}>
      {(view) => <WeekBody view={view} />}
    </Asked>
  );
}

function WeekBody({ view }: { readonly view: WeekView }) {
  return (
    <>
      <p className="rs-when">
        <span>
          <b>This week</b>, {formatShortDay(view.since)} to {formatDay(view.asOf)}
        </span>
        {view.synthetic && <SyntheticMark />}
      </p>
      <NotYet coverage={view.coverage} />
      {view.quote !== undefined && (
        <Quote quote={view.quote} size="large" showStanding={false}>
          {view.quoteTheme !== undefined && <To route={{ at: 'theme', theme: view.quoteTheme.id }}>{view.quoteTheme.label}</To>}
        </Quote>
      )}
      {view.friday !== undefined && <SinceFriday friday={view.friday} />}
      {view.coverage.state !== 'nothing-connected' && (
        <section>
          <h2>{formatSentence(view.finding)}</h2>
          {view.above.length > 0 && <AboveList themes={view.above} />}
        </section>
      )}
      {view.changes.length > 0 && (
        <section>
          <h2>Changed since {formatShortDay(view.since)}</h2>
          <ul className="rs-lines">
            {view.changes.map((change) => <li key={formatSentence(change)}>{formatSentence(change)}</li>)}
          </ul>
        </section>
      )}
      {view.loudUnplanned.length > 0 && (
        <section>
          <h2>Loud but unplanned</h2>
          <p className="rs-note">Many customers, and no open work that is planned. <To route={{ at: 'roadmap', show: 'unplanned' }}>All on the roadmap</To></p>
          <LoudList themes={view.loudUnplanned} ticks={view.ticks} />
        </section>
      )}
      {view.coverage.state !== 'nothing-connected' && <ProposalLines />}
      {view.coverage.state !== 'nothing-connected' && <TalkLines />}
      {view.coverage.state !== 'nothing-connected' && <CoverageFoot coverage={{ ...view.coverage, asOf: view.coverage.asOf ?? view.asOf, synthetic: false }} />}
    </>
  );
}
