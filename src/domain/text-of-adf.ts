/** Plain text of an Atlassian document (or of a plain string). Unknown nodes give their children's text; block nodes end a line. */
export function textOfAdf(document: unknown): string {
  if (typeof document === 'string') return document.trim();
  return read(document, 0).replace(/\n{3,}/g, '\n\n').trim();
}

/** Deep nesting is cut: a hostile document must not exhaust the stack. */
const DEEPEST = 64;
const BLOCKS = new Set(['paragraph', 'heading', 'listItem', 'blockquote', 'codeBlock', 'tableRow', 'panel', 'rule']);

function read(node: unknown, depth: number): string {
  if (depth > DEEPEST || typeof node !== 'object' || node === null) return '';
  const type = 'type' in node ? node.type : undefined;
  if (type === 'text' && 'text' in node && typeof node.text === 'string') return node.text;
  if (type === 'hardBreak') return '\n';
  const inside = 'content' in node && Array.isArray(node.content) ? node.content.map((child) => read(child, depth + 1)).join('') : '';
  return typeof type === 'string' && BLOCKS.has(type) ? `${inside}\n` : inside;
}
