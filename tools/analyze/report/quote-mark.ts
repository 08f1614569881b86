import { html, type Markup } from './markup';
import type { Quote } from './quote';
import { day } from './words';

/** A customer's words: as written, in their language and direction, with where and when. */
export function quoteMark(quote: Quote): Markup {
  const where = quote.source === 'file' ? `signal ${quote.signal}` : `${quote.source}, signal ${quote.signal}`;
  const link = quote.url === undefined ? html`${where}` : html`<a href="${quote.url}" rel="noopener noreferrer">${where}</a>`;
  const lang = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(quote.locale ?? '') ? html` lang="${quote.locale}"` : undefined;
  const when = quote.at.startsWith('2000-01-01') ? undefined : html`, ${day(quote.at)}`;
  return html`<figure><blockquote dir="auto"${lang}>${quote.text}${quote.isBeginning ? ' […]' : ''}</blockquote><figcaption>${link}${when}</figcaption></figure>`;
}
