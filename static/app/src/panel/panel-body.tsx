import type { PanelView } from '../../../../src/contract/panel';
import { CoverageFoot } from '../components/coverage-foot';
import { CountsOnly } from './counts-only';
import { Brief } from './brief/brief';
import { Evidence } from './evidence';
import { OutcomeLine } from './outcome-line';
import { NextSteps } from './next-steps';
import type { ListName } from './open-list';
import type { Screen } from './prototype/screens';
import { CannotRecognise, NotConnected, Reading, Silent, SourceGap } from './silences';
import type { PanelState } from './use-panel';

interface Props {
  readonly view: PanelView;
  readonly panel: PanelState;
  readonly onList: (list: ListName) => void;
  readonly onScreen: (screen: Screen) => void;
}

/** States of which there is more to say than their one text. */
const BRIEFED: ReadonlySet<PanelView['kind']> = new Set(['evidence', 'silent', 'not-searchable', 'gap']);

/** One state, one text. Each silence says why it is silent; only one of them is a finding. */
export function PanelBody(props: Props) {
  const { view } = props;
  return (
    <>
      <State {...props} />
      {BRIEFED.has(view.kind) && <Brief />}
      <OutcomeLine />
      {hasNextSteps(view) && <NextSteps onPrototype={() => props.onScreen('prototype')} onDebate={() => props.onScreen('debate')} />}
      {view.kind !== 'not-connected' && view.kind !== 'reading' && (
        <CoverageFoot coverage={view.coverage} synthetic={view.synthetic} />
      )}
    </>
  );
}

function State({ view, panel, onList }: Props) {
  switch (view.kind) {
    case 'evidence':
      return <Evidence view={view} panel={panel} onList={onList} />;
    case 'counts-only':
      return <CountsOnly view={view} />;
    case 'not-connected':
      return <NotConnected canConnect={view.canConnect} />;
    case 'reading':
      return <Reading coverage={view.coverage} />;
    case 'silent':
      return <Silent view={view} onList={onList} />;
    case 'not-searchable':
      return <CannotRecognise view={view} onList={onList} />;
    case 'gap':
      return <SourceGap view={view} onList={onList} />;
  }
}

/** Before anything was read, and where nothing may be derived, there is nothing to build on. */
function hasNextSteps({ kind }: PanelView): boolean {
  return kind !== 'not-connected' && kind !== 'reading' && kind !== 'restricted';
}
