import { Parser } from 'htmlparser2';
import { isHtml } from './is-html';

/** What is no words, with everything in it. */
const DROPPED = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'math', 'iframe', 'object', 'select', 'textarea', 'button']);
/** Blocks with an empty line around them, and those that only end a line. */
const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'table', 'pre', 'blockquote', 'figure', 'hr']);
const LINES = new Set(['div', 'li', 'dt', 'dd', 'tr', 'caption', 'figcaption', 'address', 'section', 'article', 'header', 'footer', 'center', 'body', 'html']);
const CELLS = new Set(['td', 'th']);
/** No end tag of theirs ever comes. */
const EMPTY = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
/** A picture that stands for a sign, as mail programs set one for 😀. */
const SIGN = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\p{S}|\u200D|\uFE0F){1,8}$/u;
const UNSEEN = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** Whom somebody answers stands in such a block, in the programs that set no `<blockquote>`. */
const ANSWERED = /(?:^|\s)(?:gmail_quote|yahoo_quoted|moz-cite-prefix|protonmail_quote)(?:\s|$)/;
const MARK = '> ';

interface Open {
  readonly name: string;
  readonly isDropped: boolean;
  readonly isQuote: boolean;
  readonly isPre: boolean;
}

/**
 * The words of a text that is HTML: paragraphs and lines as they are shown, list items on lines of their own, cells of a table beside each other, entities
 * read, scripts, styles and what is not shown left out; lines of a quotation behind `> `, as in a mail. Never throws; linear in the length.
 */
export function textOfHtml(html: string): string {
  const open: Open[] = [];
  const lines: string[] = [];
  let line = '';
  let gap = 0;
  const is = (what: 'isDropped' | 'isPre'): boolean => open.some((one) => one[what]);
  const depth = (): number => open.filter(({ isQuote }) => isQuote).length;
  let lineDepth = 0;
  const endLine = (): void => {
    const words = line.replace(/[ \t]+$/, '');
    line = '';
    if (words.trim() === '') return;
    if (gap > 1 && lines.length > 0) lines.push('');
    lines.push(MARK.repeat(lineDepth) + words);
    gap = 0;
  };
  const leave = (empty: number): void => {
    endLine();
    gap = Math.max(gap, empty);
  };
  const add = (words: string): void => {
    if (line === '') lineDepth = depth();
    line += words;
  };
  const border = (name: string): void => {
    if (PARAGRAPHS.has(name)) leave(2);
    else if (LINES.has(name)) leave(1);
    else if (CELLS.has(name) && line.trim() !== '') line = `${line.trimEnd()} `;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'br' && !is('isDropped')) {
          if (line.trim() === '') gap += 1;
          endLine();
          gap = Math.max(gap, 1);
        }
        border(name);
        if (name === 'img' && SIGN.test(attributes['alt'] ?? '') && !is('isDropped')) add(attributes['alt'] ?? '');
        if (EMPTY.has(name)) return;
        open.push({
          name,
          isDropped: DROPPED.has(name) || UNSEEN.test(attributes['style'] ?? '') || attributes['hidden'] !== undefined,
          isQuote: name === 'blockquote' || ANSWERED.test(attributes['class'] ?? ''),
          isPre: name === 'pre',
        });
        if (ANSWERED.test(attributes['class'] ?? '')) leave(1);
      },
      ontext(text) {
        if (is('isDropped')) return;
        if (is('isPre')) {
          for (const [at, piece] of text.split(/\r\n?|\n/).entries()) {
            if (at > 0) leave(line === '' ? 2 : 1);
            add(piece);
          }
          return;
        }
        const words = text.replace(/[ \t\r\n\f\u00A0]+/g, ' ');
        add(line === '' || line.endsWith(' ') ? words.replace(/^ /, '') : words);
      },
      onclosetag(name) {
        if (EMPTY.has(name)) return;
        border(name);
        const at = open.findLastIndex((one) => one.name === name);
        if (at === -1) return;
        if (open.slice(at).some(({ isQuote }) => isQuote)) leave(1);
        open.length = at;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  endLine();
  return lines.join('\n').trim();
}

/** A text as people wrote it, from a field of which nobody said what is in it: of what is clearly HTML its words, anything else letter for letter. */
export function plainOf(text: string): string {
  return isHtml(text) ? textOfHtml(text) : text;
}
