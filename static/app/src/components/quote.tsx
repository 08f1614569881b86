import { useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import type { Quote as QuoteView } from '../../../../src/contract/panel';
import { formatDay } from '../../../../src/contract/format-sentence';
import { openOutside, webAddress } from '../host';
import { AccountFacts } from './account-facts';
import { Icon, SourceIcon } from './icon';

const LONG = 280;
const STANDING = { confirmed: 'confirmed', suggested: 'suggested', related: 'related' } as const;

interface Props {
  readonly quote: QuoteView;
  /** The standing is said beside the quote unless its surroundings say it. */
  readonly showStanding?: boolean;
  readonly size?: 'large';
  readonly children?: ReactNode;
}

/** A customer's literal words with where they stand. Only line breaks are folded; "more" shows the rest of a long quote. */
export function Quote({ quote, showStanding = true, size, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const isLong = quote.text.length > LONG;
  return (
    <figure className={size === 'large' ? 'rs-quote rs-quote-large' : 'rs-quote'}>
      <blockquote dir="auto" lang={quote.locale} className={isLong && !isOpen ? 'rs-clamped' : undefined}>
        {quote.text}
      </blockquote>
      {isLong && (
        <button type="button" className="rs-link rs-more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'less' : 'more'}
        </button>
      )}
      <figcaption className="rs-meta">
        <SourceIcon kind={quote.source.kind} />
        <span className="rs-who">
          {quote.source.name}
          {quote.account !== undefined && <> · {quote.account}</>}
          <AccountFacts facts={quote.facts} />
        </span>
        <time dateTime={quote.at}>{formatDay(quote.at)}</time>
        {showStanding && <Standing standing={quote.standing} />}
        {children}
        <OpenLink url={quote.url} source={quote.source.name} />
      </figcaption>
    </figure>
  );
}

function Standing({ standing }: { readonly standing: QuoteView['standing'] }) {
  return (
    <span className={`rs-standing rs-standing-${standing}`}>
      {standing === 'confirmed' ? <Icon name="check" /> : <span className="rs-outline-mark" aria-hidden="true" />}
      <span className="rs-word">{STANDING[standing]}</span>
    </span>
  );
}

/** The way to the source itself, in a new tab. */
export function OpenLink({ url, source }: { readonly url: string | undefined; readonly source: string }) {
  const address = webAddress(url);
  if (address === undefined) return null;
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    void openOutside(address);
  };
  return (
    <a className="rs-open" href={address} target="_blank" rel="noreferrer noopener" onClick={open}>
      Open<span className="rs-sr"> at {source}, in a new tab</span>
      <Icon name="open" small />
    </a>
  );
}
