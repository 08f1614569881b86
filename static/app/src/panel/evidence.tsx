import { useMemo } from 'react';
import type { PanelView } from '../../../../src/contract/panel';
import { formatCount, formatNumber } from '../../../../src/contract/format-sentence';
import { Quote } from '../components/quote';
import { Words } from '../words';
import { Facts } from './facts';
import type { ListName } from './open-list';
import { Suggestion } from './suggestion';
import type { PanelState } from './use-panel';
import { useKeys } from './use-keys';

interface Props {
  readonly view: Extract<PanelView, { kind: 'evidence' }>;
  readonly panel: PanelState;
  readonly onList: (list: ListName) => void;
}

/** Verdict, facts, their words, one suggestion at a time. What says otherwise stands in the brief. */
export function Evidence({ view, panel, onList }: Props) {
  const { counts } = view;
  const next = view.suggestions[0];
  const { decide, undo, answered, isDeciding } = panel;
  const canAnswer = view.canDecide && !isDeciding && next !== undefined;
  const actions = useMemo(
    () => ({
      y: canAnswer ? () => void decide(next, 'confirmed') : undefined,
      n: canAnswer ? () => void decide(next, 'rejected') : undefined,
      r: canAnswer ? () => void decide(next, 'related') : undefined,
      u: answered !== undefined && !isDeciding ? () => void undo() : undefined,
    }),
    [canAnswer, next, decide, undo, answered, isDeciding],
  );
  const keys = useKeys(actions);
  const signals = counts.confirmedSignals;
  return (
    <>
      <h2 className="rs-verdict">
        <Words of={view.verdict} />
      </h2>
      <Facts counts={counts} trend={view.trend} lastSignalAt={view.lastSignalAt} asOf={view.coverage.asOf} onList={onList} />
      {view.quotes.length > 0 && (
        <section>
          <header className="rs-sec">
            <h3>In their words</h3>
            <button type="button" className="rs-link" onClick={() => onList('confirmed')}>
              All {formatCount(signals, 'signal')}
            </button>
          </header>
          {view.quotes.map((quote) => (
            <Quote key={quote.signal} quote={quote} />
          ))}
        </section>
      )}
      <Suggestion view={view} panel={panel} keysOn={keys.isOn} onToggleKeys={keys.toggle} onList={onList} />
      {view.themes.length > 0 && (
        <p className="rs-note rs-themes">
          {view.themes.length === 1 ? 'Theme: ' : 'Themes: '}
          {view.themes.map((theme) => `${theme.label} (${formatNumber(theme.signals)})`).join(' · ')}
        </p>
      )}
    </>
  );
}
