import type { Adf } from './state/rows';

/** Plain text as an Atlassian document: blank lines part paragraphs, single ones break the line. */
export function adfOf(text: string): Adf {
  const paragraphs = text.replaceAll('\r\n', '\n').split(/\n{2,}/).filter((part) => part.trim() !== '');
  return { type: 'doc', version: 1, content: paragraphs.map((part) => ({ type: 'paragraph', content: lines(part) })) };
}

function lines(part: string): unknown[] {
  return part.split('\n').flatMap((line, index) => [
    ...(index > 0 ? [{ type: 'hardBreak' }] : []),
    ...(line === '' ? [] : [{ type: 'text', text: line }]),
  ]);
}

/** The words in a document, as search reads them. */
export function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if ('text' in node && typeof node.text === 'string') return node.text;
  if ('type' in node && node.type === 'hardBreak') return '\n';
  if (!('content' in node) || !Array.isArray(node.content)) return '';
  const block = 'type' in node && (node.type === 'doc' || node.type === 'bulletList' || node.type === 'orderedList');
  return node.content.map(textOf).join(block ? '\n' : '');
}
