import { Suspense, lazy, useState } from 'react';
import type { PanelView } from '../../../../src/contract/panel';
import { FailureNote } from '../components/failure';
import { clockTime } from '../clock-time';
import { useHost } from '../host';
import { Banner } from './banner';
import { openListDialog } from './open-list';
import { openScreen } from './prototype/screens';
import type { Screen } from './prototype/screens';
import type { ListName } from './open-list';
import { PanelBody } from './panel-body';
import { PanelSignals } from './panel-signals';
import { PanelSkeleton } from './panel-skeleton';
import { usePanel } from './use-panel';

const ScreenInPlace = lazy(async () => ({ default: (await import('./prototype/screen-in-place')).ScreenInPlace }));

/** The issue panel: what customers said about this issue, and how sure we may be. */
export function Panel() {
  const panel = usePanel();
  const { timezone } = useHost();
  const [inPlace, setInPlace] = useState<ListName | undefined>(undefined);
  const [screen, setScreen] = useState<Screen | undefined>(undefined);
  const { ask, again } = panel;
  const onScreen = (wanted: Screen): void => {
    openScreen(wanted, () => void again()).catch(() => setScreen(wanted));
  };
  const onList = (list: ListName): void => {
    // Without Jira's dialog the list takes the panel's place; it is never unreachable.
    openListDialog(list, () => void again()).catch(() => setInPlace(list));
  };
  if (inPlace !== undefined) {
    const onBack = (): void => {
      setInPlace(undefined);
      void again();
    };
    return <Frame><PanelSignals list={inPlace} onBack={onBack} /></Frame>;
  }
  if (screen !== undefined) {
    const onBack = (): void => {
      setScreen(undefined);
      void again();
    };
    return <Frame><Suspense fallback={<PanelSkeleton />}><ScreenInPlace screen={screen} onBack={onBack} /></Suspense></Frame>;
  }
  const shown: PanelView | undefined = ask.kind === 'ready' ? ask.value : ask.kind === 'failed' ? ask.last?.value : undefined;
  return (
    <Frame>
      <Banner />
      {ask.kind === 'loading' && <PanelSkeleton />}
      {ask.kind === 'failed' && (
        <FailureNote failure={ask.failure} isAsking={ask.isAsking} onRetry={() => void again()}>
          {ask.last === undefined
            ? 'Nothing can be said about this issue’s customers until it loads. Answers given earlier are safe.'
            : `Below is what was known at ${clockTime(ask.last.at.toISOString(), Date.now(), timezone)}. Answers are safe.`}
        </FailureNote>
      )}
      {shown !== undefined && <PanelBody view={shown} panel={panel} onList={onList} onScreen={onScreen} />}
      <p className="rs-sr" role="status" aria-live="polite">{panel.said}</p>
    </Frame>
  );
}

function Frame({ children }: { readonly children: React.ReactNode }) {
  return (
    <main className="rs-panel" aria-label="Customer evidence">
      <div className="rs-panel-in">{children}</div>
    </main>
  );
}
