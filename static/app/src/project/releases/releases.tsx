import type { ReleaseLine, ReleasesView } from '../../../../../src/contract/outcomes';
import { formatDay, formatNumber, formatSentence } from '../../../../../src/contract/format-sentence';
import { Asked } from '../../components/asked';
import { CoverageFoot } from '../../components/coverage-foot';
import { VERDICTS } from '../../components/verdict-mark';
import { useAsk } from '../../use-ask';
import { NotYet, noProduct } from '../not-yet';
import { To } from '../to';
import { Annotations } from './annotations';
import { promisesText } from './promises-text';
import { WriteDown } from './write-down';
import './releases.css';

/** Releases by what customers did afterwards. */
export function Releases() {
  const { ask, again } = useAsk('outcomes.releases', {});
  return (
    <Asked ask={ask} onRetry={() => void again()} instead={noProduct}>
      {(view) => <ReleasesBody view={view} onChange={() => void again()} />}
    </Asked>
  );
}

function ReleasesBody({ view, onChange }: { readonly view: ReleasesView; readonly onChange: () => void }) {
  const { scoreboard } = view;
  const live = view.releases.filter(({ state }) => state === 'live');
  return (
    <>
      <NotYet coverage={view.coverage} />
      <header className="rs-top">
        <h1>{formatSentence(view.finding)}</h1>
        <p className="rs-lead">Releases are judged by what customers did afterwards, never by points.</p>
      </header>
      {view.releases.length > 0 && (
        <section>
          <h2 className="rs-sr">By verdict</h2>
          <ul className="rs-verdicts">
            {VERDICTS.map(({ kind, name, shape }) => (
              <li key={kind} className={`rs-verdict-${kind}`}>
                <span className="rs-shape" aria-hidden="true">{shape}</span>
                <span>{name}</span>
                <b>{formatNumber(scoreboard.byVerdict[kind])}</b>
                <span className="rs-chips">
                  {live.filter(({ byVerdict }) => byVerdict[kind] > 0).map((line) => (
                    <To key={line.contract} route={{ at: 'release', contract: line.contract }}>{line.name}{line.byVerdict[kind] > 1 && ` ×${line.byVerdict[kind]}`}</To>
                  ))}
                  {kind === 'more' && live.filter((line) => line.adverse > 0 && line.byVerdict.more === 0).map((line) => (
                    <span key={line.contract}><To route={{ at: 'release', contract: line.contract }}>{line.name}</To> <span className="rs-note">flagged early</span></span>
                  ))}
                  {kind === 'fewer' && scoreboard.judgeable > 0 && <span className="rs-note">about {formatNumber(scoreboard.expectedFalseFewer)} by chance alone</span>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.releases.length === 0 && <p className="rs-note">A version that is released in Jira stands here within a day, with what it should change. Its first result is read four weeks after most customers have it.</p>}
      {view.releases.length > 0 && <Lines releases={view.releases} />}
      <WriteDown key={view.releases.length} onDone={onChange} />
      <Annotations />
      <CoverageFoot coverage={view.coverage} synthetic={view.synthetic} />
    </>
  );
}

function Lines({ releases }: { readonly releases: readonly ReleaseLine[] }) {
  return (
    <section>
      <h2>Every release, newest first</h2>
      <ul className="rs-issues rs-releases">
        {releases.map((line) => (
          <li key={line.contract}>
            <To route={{ at: 'release', contract: line.contract }}>{line.name}</To>
            <span>{promisesText(line)}</span>
            <span className="rs-note">{formatDay(line.releasedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
