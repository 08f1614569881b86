import type { ReactNode } from 'react';
import type { AgentReadView, BriefLineView, BriefQuoteView, BriefView } from '../../../../../src/contract/agent';
import { formatNumber, formatSentence } from '../../../../../src/contract/format-sentence';
import { Quote } from '../../components/quote';
import './brief.css';

const BY = { person: 'confirmed by a person', agent: 'read by the agent', engine: 'suggested by the engine', wording: 'by its wording only' } as const;

/** What changed, the strongest words on either side, who is missing, what would change the verdict, and whose words this is. */
export function BriefBody({ view }: { readonly view: BriefView }) {
  const { verdict, wordedBy, changed, strongestFor, strongestAgainst, againstSearch, missing, wouldChange, agent } = view;
  return (
    <section className="rs-brief" aria-label="Brief">
      <header className="rs-sec"><h3>Brief</h3></header>
      {verdict.kind === 'written' && <p className="rs-brief-verdict"><Line line={verdict} /></p>}
      <Lines title="What changed" lines={changed} />
      {strongestFor.length > 0 && <Quotes title="Strongest for" quotes={strongestFor} />}
      {(strongestFor.length > 0 || strongestAgainst.length > 0) && (
        <Quotes title="Says otherwise" quotes={strongestAgainst}>
          {againstNote(strongestAgainst.length, againstSearch, agent)}
        </Quotes>
      )}
      <Lines title="Who is missing" lines={missing} />
      <Lines title="What would change this" lines={wouldChange} />
      <p className="rs-note rs-brief-foot">{wordedBy.kind === 'model' ? `Written by ${wordedBy.model}, numbers and quotes from the store.` : `Put together by rules: ${formatSentence(wordedBy.because)}.`}{agent === undefined ? '' : ` ${readText(agent)}`}</p>
    </section>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly BriefLineView[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul className="rs-dashes">{lines.map((line, index) => <li key={index}><Line line={line} /></li>)}</ul>
    </>
  );
}

function Line({ line }: { readonly line: BriefLineView }) {
  if (line.kind === 'rule') return <>{formatSentence(line.sentence)}</>;
  return <>{line.text} <span className="rs-note">({line.cites === 1 ? 'one quote' : `${line.cites} quotes`})</span></>;
}

function Quotes({ title, quotes, children }: { readonly title: string; readonly quotes: readonly BriefQuoteView[]; readonly children?: ReactNode }) {
  return (
    <>
      <h4>{title}</h4>
      {children}
      {quotes.map(({ quote, by, alike }) => <Quote key={quote.signal} quote={quote} showStanding={false}><span>{BY[by]}{alike === undefined ? '' : ` · and ${formatNumber(alike)} more in the same words`}</span></Quote>)}
    </>
  );
}

function againstNote(found: number, search: BriefView['againstSearch'], agent: AgentReadView | undefined): ReactNode {
  if (search === 'wording') return <p className="rs-note">{found > 0 ? 'Found by their wording; nobody has read for the opposite.' : 'No plain wording against it; nobody has read for the opposite.'}</p>;
  if (found > 0) return null;
  const left = agent === undefined ? 0 : agent.shown - agent.read + agent.unproven;
  if (agent?.read === 0 && agent.shown > 0) return <p className="rs-note">{`Nothing has been read for the opposite yet: ${formatNumber(agent.shown)} of ${formatNumber(agent.shown)} signals are not analysed.`}</p>;
  return <p className="rs-note">{left > 0 ? `None in what was read; ${formatNumber(left)} of ${formatNumber(agent?.shown ?? 0)} signals are not analysed.` : 'The agent read every signal here and found none.'}</p>;
}

function readText({ read, shown, supports, contradicts, unrelated, unproven }: AgentReadView): string {
  if (shown === 0) return '';
  const lost = unproven === 0 ? '' : `, ${formatNumber(unproven)} not proven`;
  const found = read === 0 ? '' : `: ${formatNumber(supports)} for, ${formatNumber(contradicts)} against, ${formatNumber(unrelated)} about something else${lost}`;
  return `Read by the agent: ${formatNumber(read)} of ${formatNumber(shown)} signals${found}. Read by the engine: all.`;
}
