/** Elements of which editors and mail programs make texts. Others (`<project>`, `<T>`, `<button>`) are somebody's code. */
const PROSE = new Set(
  'html head body meta title style p div br span a b strong i em u s del ins strike sub sup small big font center blockquote q cite ul ol li dl dt dd h1 h2 h3 h4 h5 h6 hr pre code tt kbd img table caption colgroup col thead tbody tfoot tr td th abbr mark wbr address figure figcaption o:p'.split(' '),
);
/** What makes a text of lines; an inline element alone (`<b>`, `<code>`) may be meant as it stands. */
const BLOCK = /<(?:p|div|ul|ol|blockquote|table|h[1-6]|body|html)(?:\s[^<>]*)?>/i;
const TAG = /<(?:\/?([a-z][a-z0-9:-]*)(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?\/?|!doctype[^<>]*|!--[\s\S]*?--)>/giu;
/** Of a document, not of what somebody would paste of one. */
const DOCUMENT = /^<(?:!doctype html|html|head|body)\b/i;
const SCRIPT = /<(script|noscript|template|svg)\b[\s\S]*?<\/\1\s*>/gi;
const STYLE = /<style\b[^<>]*>[\s\S]*?<\/style\s*>/gi;
const LINE_END = /\S<br\s*\/?>/gi;
const LEAST_LINE_ENDS = 2;
/** Above this nobody looks at it whole, and what is not whole is not clearly anything. */
const LONGEST = 400_000;

/**
 * Whether a text is clearly HTML: it begins with a tag and ends with one, or its lines end in two and more `<br>`; every tag is one that editors and mail
 * programs write, something makes lines of it, and no bare `<` stands between. A text that only holds tags, code, generics or `a < b` is none. Linear.
 */
export function isHtml(text: string): boolean {
  if (!text.includes('<') || text.length > LONGEST) return false;
  const trimmed = text.trim();
  const bare = (DOCUMENT.test(trimmed) ? trimmed.replace(SCRIPT, '') : trimmed).replace(STYLE, '');
  if (bare.includes('```')) return false;
  const whole = bare.trim().startsWith('<') && bare.trim().endsWith('>') && BLOCK.test(bare);
  if (!whole && [...bare.matchAll(LINE_END)].length < LEAST_LINE_ENDS) return false;
  let isKnown = true;
  const rest = bare.replace(TAG, (_tag, name: string | undefined) => {
    if (name !== undefined && !PROSE.has(name.toLowerCase())) isKnown = false;
    return '';
  });
  return isKnown && !rest.includes('<');
}
