/**
 * Plain text of an Atlassian document (or of a plain string). Unknown nodes give their children's text; block nodes end a line; emoji, dates and cards are the
 * words that stand for them, people that are mentioned `@…`.
 * @param marksQuotes what somebody else said earlier stands behind marks of quotation
 */
export function textOfAdf(document: unknown, marksQuotes = false): string {
  if (typeof document === 'string') return document.trim();
  return read(document, 0, marksQuotes).replace(/\n{3,}/g, '\n\n').trim();
}

/** Deep nesting is cut: a hostile document must not exhaust the stack. */
const DEEPEST = 64;
const BLOCKS = new Set(['paragraph', 'heading', 'listItem', 'blockquote', 'codeBlock', 'tableRow', 'panel', 'rule']);
const LAST_DAY_MS = 8.64e15;

function read(node: unknown, depth: number, marksQuotes: boolean): string {
  if (depth > DEEPEST || typeof node !== 'object' || node === null) return '';
  const type = 'type' in node ? node.type : undefined;
  if (type === 'text' && 'text' in node && typeof node.text === 'string') return node.text;
  if (type === 'hardBreak') return '\n';
  const inside = 'content' in node && Array.isArray(node.content) ? node.content.map((child) => read(child, depth + 1, marksQuotes)).join('') : '';
  if (typeof type !== 'string') return inside;
  if (type === 'blockquote' && marksQuotes) return `${inside.trimEnd().replace(/^/gm, '> ')}\n`;
  return BLOCKS.has(type) ? `${inside}\n` : `${inside}${standsFor(type, node)}`;
}

/** Nodes without text of their own, as a reader sees them: https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ */
function standsFor(type: string, node: object): string {
  const attrs: object = 'attrs' in node && typeof node.attrs === 'object' && node.attrs !== null ? node.attrs : {};
  const text = (name: string): string => {
    const value: unknown = Object.entries(attrs).find(([key]) => key === name)?.[1];
    return typeof value === 'string' ? value : '';
  };
  if (type === 'mention') return '@…';
  if (type === 'emoji') return text('text') === '' ? text('shortName') : text('text');
  if (type === 'inlineCard') return text('url');
  const at = type === 'date' && text('timestamp') !== '' ? Number(text('timestamp')) : Number.NaN;
  return Math.abs(at) <= LAST_DAY_MS ? new Date(at).toISOString().slice(0, 10) : '';
}
