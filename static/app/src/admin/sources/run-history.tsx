import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import { formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import { sourceWords } from '../../../../../src/contract/source-messages';
import type { ConnectionView, ReceiptDayView, ReceiptView, RunsView } from '../../../../../src/contract/sources';
import { call } from '../../api';
import type { Failure } from '../../api';
import { failureText } from '../../components/failure';
import { lasted, secondsOf } from './lasted';
import { RunFacts } from './run-facts';

interface Props {
  readonly connection: Pick<ConnectionView, 'id' | 'receipts' | 'lastReadAt'>;
  readonly asOf: string;
  readonly time: (at: string) => string;
}

/** What each run gave, newest first: a line each, its whole receipt behind it; earlier ones on demand. */
export function RunHistory({ connection: { id, receipts, lastReadAt }, asOf, time }: Props) {
  const [earlier, setEarlier] = useState<RunsView>({ runs: [], days: [] });
  const [isOver, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [newest] = receipts;
  if (newest === undefined && lastReadAt === undefined) return null;
  const firstAt = receipts.at(-1)?.startedAt ?? asOf;
  const more = async (): Promise<void> => {
    setBusy(true);
    const answer = await call('sources.runs', { id, before: earlier.before ?? firstAt });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer);
    if (!answer.ok) return;
    const { runs, days, before } = answer.value;
    setEarlier((known) => ({ runs: [...known.runs, ...runs], days: [...known.days, ...days], ...(before === undefined ? {} : { before }) }));
    setOver(before === undefined);
  };
  // A run that ended meanwhile moves the last ten on: what stands in both is told once.
  const shown = [...receipts, ...earlier.runs.filter((one) => one.startedAt < firstAt)];
  const tellsTotal = [...shown, ...earlier.days].some((one) => one.totalAtSource !== undefined);
  return (
    <details className="rs-receipts">
      <summary>{newest === undefined ? 'Runs: none of late' : `Runs: the last ${time(newest.startedAt)} UTC, ${OUTCOMES[newest.outcome].words}`}</summary>
      <ul className="rs-runs" aria-label="Runs, newest first">
        {shown.map((one) => <Run key={one.startedAt} run={one} when={`${time(one.startedAt)} UTC`} tellsTotal={tellsTotal} />)}
        {earlier.days.map((one) => <Day key={one.day} day={one} tellsTotal={tellsTotal} />)}
      </ul>
      {failure !== undefined && <p role="alert" className="rs-problem">{failureText(failure)}</p>}
      {isOver ? <p className="rs-note">Nothing was read before.</p> : <Button spacing="compact" onClick={() => void more()} isLoading={busy}>Show earlier runs</Button>}
    </details>
  );
}

const OUTCOMES = {
  complete: { words: 'read to the end', appearance: 'success' },
  partial: { words: 'went on later', appearance: 'default' },
  blind: { words: 'not believed', appearance: 'moved' },
} as const;

function Run({ run, when, tellsTotal }: { readonly run: ReceiptView; readonly when: string; readonly tellsTotal: boolean }) {
  const { words, appearance } = OUTCOMES[run.outcome];
  return (
    <li>
      <details className="rs-run">
        <summary><span className="rs-run-when">{when}</span> <Lozenge appearance={appearance}>{words}</Lozenge> <span>{broughtText(run, run.outcome)}</span></summary>
        {run.blindBecause !== undefined && <p className="rs-problem">{sourceWords(run.blindBecause)}</p>}
        {run.heldBack !== undefined && <p className="rs-note">{sourceWords(run.heldBack)}</p>}
        <RunFacts counts={run} end={run.outcome} tellsTotal={tellsTotal} lasted={lasted(secondsOf(run))} />
      </details>
    </li>
  );
}

/** Single runs are kept for some weeks; of older days one sum each. */
function Day({ day, tellsTotal }: { readonly day: ReceiptDayView; readonly tellsTotal: boolean }) {
  const { complete, partial, blind } = day.runs;
  const all = complete + partial + blind;
  const why = Object.entries(day.blindBecause);
  const end = complete > 0 ? 'complete' : blind > 0 ? 'blind' : 'partial';
  return (
    <li>
      <details className="rs-run">
        <summary>
          <span className="rs-run-when">{formatDay(day.day)}</span> <Lozenge appearance={end === 'complete' && blind === 0 ? 'success' : end === 'partial' ? 'default' : 'moved'}>{end === 'complete' ? (blind === 0 ? 'read to the end' : 'heard in part') : OUTCOMES[end].words}</Lozenge>
          {' '}<span>{`${formatNumber(all)} ${all === 1 ? 'run' : 'runs'}: ${broughtText(day, end)}`}</span>
        </summary>
        {why.map(([code, runs]) => <p key={code} className="rs-problem">{`${formatNumber(runs)} not believed: ${sourceWords(code)}`}</p>)}
        <RunFacts counts={day} end={end} tellsTotal={tellsTotal} />
      </details>
    </li>
  );
}

/** Nothing that came of a run that is not believed is no "nothing new". */
function broughtText({ read, kept, removed }: Pick<ReceiptView, 'read' | 'kept' | 'removed'>, end: ReceiptView['outcome']): string {
  if (read === 0 && removed === 0) return end === 'blind' ? 'it was not heard' : end === 'partial' ? 'nothing yet' : 'nothing new';
  return `${formatNumber(read)} read, ${formatNumber(kept)} new or changed${removed === 0 ? '' : `, ${formatNumber(removed)} gone`}`;
}
