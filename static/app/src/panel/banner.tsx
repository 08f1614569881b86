import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { BannerView } from '../../../../src/contract/backlog';
import type { Answer } from '../../../../src/contract/answer';
import { formatSentence } from '../../../../src/contract/format-sentence';
import { call } from '../api';
import type { Failure } from '../api';
import { failureText } from '../components/failure';
import { Icon } from '../components/icon';
import { Quote } from '../components/quote';
import { useAsk } from '../use-ask';

/** Whether this issue is about to close, was closed or came back, with the one thing a person can do about it. */
export function Banner() {
  const { ask, again, replace } = useAsk('closing.banner', {});
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [isSaving, setSaving] = useState(false);
  const act = async (ask_: () => Promise<Answer<BannerView>>): Promise<void> => {
    setSaving(true);
    const answer = await ask_();
    setSaving(false);
    setFailure(answer.ok ? undefined : answer);
    if (answer.ok) replace(answer.value);
  };
  if (ask.kind === 'loading') return null;
  if (ask.kind === 'failed' && ask.last === undefined) {
    return (
      <p className="rs-note" role="alert">
        Whether this issue is about to close could not be read.{' '}
        <button type="button" className="rs-link" onClick={() => void again()}>Try again</button>
      </p>
    );
  }
  const view = ask.kind === 'ready' ? ask.value : ask.last?.value;
  if (view === undefined || view.kind === 'none') return null;
  return (
    <section className={view.kind === 'noticed' ? 'rs-alert' : 'rs-quiet'} aria-label="Closing">
      <Icon name={view.kind === 'noticed' ? 'clock' : 'file'} />
      <div className="rs-banner">
        <p className="rs-alert-title">{formatSentence(view.title)}</p>
        <BannerText view={view} />
        <BannerAction view={view} isSaving={isSaving} onAct={(ask_) => void act(ask_)} />
        {failure !== undefined && <p role="alert" className="rs-problem">Not done. {failureText(failure)}.</p>}
      </div>
    </section>
  );
}

function BannerText({ view }: { readonly view: BannerView }) {
  switch (view.kind) {
    case 'noticed':
      return <p className="rs-alert-text">{formatSentence(view.reason)}. Not because it is bad.</p>;
    case 'closed':
      return (
        <>
          <p className="rs-alert-text">{formatSentence(view.reason)}.</p>
          {view.losses.map((loss) => <p key={formatSentence(loss)} className="rs-alert-text">{formatSentence(loss)}.</p>)}
        </>
      );
    case 'asked-again':
      return <>{view.quotes.map((quote) => <Quote key={quote.signal} quote={quote} showStanding={false} />)}</>;
    case 'none':
    case 'kept':
    case 'came-back':
      return null;
  }
}

interface ActionProps {
  readonly view: BannerView;
  readonly isSaving: boolean;
  readonly onAct: (ask: () => Promise<Answer<BannerView>>) => void;
}

function BannerAction({ view, isSaving, onAct }: ActionProps) {
  if (view.kind === 'noticed' && view.canKeep) return <div className="rs-alert-act"><Button spacing="compact" isLoading={isSaving} onClick={() => onAct(() => call('closing.keep', {}))}>Keep</Button></div>;
  if (view.kind === 'closed' && view.canUndo) return <div className="rs-alert-act"><Button spacing="compact" isLoading={isSaving} onClick={() => onAct(() => call('closing.undo', {}))}>Undo</Button></div>;
  if (view.kind === 'asked-again' && view.canReopen) return <div className="rs-alert-act"><Button spacing="compact" isLoading={isSaving} onClick={() => onAct(() => call('closing.undo', {}))}>Reopen</Button></div>;
  return null;
}
