import type { AdfBlock, AdfDocument, AdfInline } from '../ports/closing-tracker';

/** Rich text for Jira, from four pieces only: no mention, no media, no card, no markup that could come from a text. */
export function adfDocument(...content: readonly AdfBlock[]): AdfDocument {
  return { version: 1, type: 'doc', content };
}

export function paragraph(...content: readonly (string | AdfInline)[]): AdfBlock {
  return { type: 'paragraph', content: content.map((one) => (typeof one === 'string' ? plain(one) : one)) };
}

export function bullets(...items: readonly string[]): AdfBlock {
  return { type: 'bulletList', content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })) };
}

export function plain(text: string): AdfInline {
  return { type: 'text', text: readable(text) };
}

export function strong(text: string): AdfInline {
  return { type: 'text', text: readable(text), marks: [{ type: 'strong' }] };
}

/** A link within the same site; anything else becomes its text. */
export function siteLink(text: string, href: string): AdfInline {
  return /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+\/[A-Za-z0-9/_.?=&%-]*$/.test(href) ? { type: 'text', text: readable(text), marks: [{ type: 'link', attrs: { href } }] } : plain(text);
}

/** Jira refuses an empty text node; control and direction-changing characters have no place in a sentence of ours. */
function readable(text: string): string {
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, ' ');
  return clean.trim() === '' ? '–' : clean.slice(0, 2_000);
}
