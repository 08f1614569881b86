import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { AgentSettingsView } from '../../../../../src/contract/agent';
import type { Sentence } from '../../../../../src/contract/panel';
import { formatNumber, formatSentence } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { NotDone } from '../closing/not-done';
import { useAct } from '../closing/use-act';

interface Props {
  readonly product: string;
  readonly view: AgentSettingsView;
  readonly onView: (view: AgentSettingsView) => void;
}

/** What the month has cost, how far reading has come, and what is not analysed. */
export function Spent({ product, view, onView }: Props) {
  const [answer, setAnswer] = useState<Sentence | undefined>(undefined);
  const { isSaving, failure, act } = useAct();
  const { spent, progress, vectors, tokens, dollars } = view;
  const { isOver } = spent;
  const parked = progress.parked.reduce((sum, { count }) => sum + count, 0);
  const again = parked + (vectors?.parked ?? 0);
  return (
    <div className="rs-stack">
      {view.trouble !== undefined && answer?.id !== 'agent.try.answers' && <p className="rs-problem">{formatSentence(view.trouble)}.</p>}
      <p>
        {spent.month}: {money(spent.dollars)} of {money(dollars)}, {formatNumber(spent.tokens)} of {formatNumber(tokens)} tokens.
        {spent.heldTokens > 0 && ` ${money(spent.heldDollars)} more are promised to questions without an answer yet.`}
        {isOver && ' The budget is spent: rules and extracts answer until it is raised or the month ends.'}
      </p>
      <p>Read by the agent: {formatNumber(progress.read)} signals; {formatNumber(progress.waiting)} wait{parked > 0 ? `; ${formatNumber(parked)} not analysed, which says nothing about them:` : '.'}</p>
      {parked > 0 && <ul className="rs-dashes">{progress.parked.map(({ why, count }) => <li key={why.id} className="rs-note">{formatNumber(count)}: {formatSentence(why)}</li>)}</ul>}
      {vectors !== undefined && <p>{embeddedWords(vectors)}</p>}
      <div className="rs-acts">
        <Button spacing="compact" isLoading={isSaving} onClick={() => void act(() => call('agent.try', { product }), ({ answer: said }) => setAnswer(said))}>Try the model</Button>
        {again > 0 && <Button spacing="compact" isLoading={isSaving} onClick={() => void act(() => call('agent.readAgain', { product }), onView)}>Ask for them again</Button>}
        <span role="status" className="rs-note">{answer === undefined ? '' : `${formatSentence(answer)}.`}</span>
      </div>
      <NotDone failure={failure} />
    </div>
  );
}

function money(dollars: number): string {
  return `$${dollars.toFixed(2)}`;
}

function embeddedWords({ embedded, waiting, parked }: NonNullable<AgentSettingsView['vectors']>): string {
  const all = embedded + waiting + parked;
  if (all === 0) return 'By meaning: nothing is embedded yet; search goes by words until it is.';
  const missing = parked > 0 ? `; ${formatNumber(parked)} came back without an answer` : '';
  const until = embedded < all ? '. Until then search goes by words, or by the vectors of the model before' : '';
  return `By meaning: ${formatNumber(embedded)} of ${formatNumber(all)} blocks embedded${missing}${until}.`;
}
