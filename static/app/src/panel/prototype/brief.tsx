import Lozenge from '@atlaskit/lozenge';
import type { BriefView } from '../../../../../src/contract/prototype';
import { formatDay, formatNumber, formatSentence } from '../../../../../src/contract/format-sentence';
import { CopyButton } from '../../components/copy-button';
import { Quote } from '../../components/quote';

const WORDED = { rules: 'written by rule', model: 'need and smallest thing worded by AI from these quotes, the rest by rule', person: 'written by a person' } as const;

/** The brief as it is read, with its two copies: for people and for a coding agent. */
export function Brief({ brief }: { readonly brief: BriefView }) {
  return (
    <section aria-label="Brief" className="rs-brief">
      <dl>
        <dt>We believe</dt>
        <dd dir="auto">{brief.hypothesis}</dd>
        <dt>In their words</dt>
        <dd>
          {brief.quotes.map((quote) => <Quote key={quote.signal} quote={quote} />)}
          {brief.quotes.length === 0 && <span className="rs-problem">The customers’ words behind this brief are gone.</span>}
        </dd>
        <dt>Riskiest</dt>
        <dd dir="auto">{brief.riskiest}</dd>
        <dt>Smallest thing to show</dt>
        <dd dir="auto">{brief.smallest}</dd>
        <dt>Show it to</dt>
        <dd dir="auto">{brief.showTo.length === 0 ? 'Nobody can be named yet' : brief.showTo.map((one) => one.name).join(' · ')}</dd>
        <dt>Stop when</dt>
        <dd dir="auto">{brief.kill}</dd>
      </dl>
      <div className="rs-acts">
        <CopyButton text={() => brief.markdown}>Copy as Markdown</CopyButton>
        <CopyButton text={() => brief.prompt}>Copy for a coding agent</CopyButton>
        <span className="rs-note">
          {formatNumber(brief.words)} of 250 words · {WORDED[brief.wordedBy]}{brief.because === undefined ? '' : `: ${formatSentence(brief.because)}`} · {brief.isExpired ? <Lozenge appearance="moved">Expired</Lozenge> : `expires ${formatDay(brief.expiresAt)}`}
        </span>
      </div>
    </section>
  );
}
