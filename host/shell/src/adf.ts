/// <reference lib="dom" />
import { h } from './dom';
import { listAt, textAt } from './read';

/** An Atlassian document as elements. Text stays text; links open only over http and https; what is unknown shows the words in it. */
export function showAdf(node: unknown): Node {
  const children = (): Node[] => listAt(node, 'content').map(showAdf);
  switch (textAt(node, 'type')) {
    case 'text':
      return marked(node);
    case 'hardBreak':
      return h('br');
    case 'paragraph':
      return h('p', {}, ...children());
    case 'bulletList':
      return h('ul', {}, ...children());
    case 'orderedList':
      return h('ol', {}, ...children());
    case 'listItem':
      return h('li', {}, ...children());
    case 'heading':
      return h('h3', {}, ...children());
    case 'codeBlock':
      return h('pre', {}, ...children());
    case 'blockquote':
      return h('blockquote', {}, ...children());
    case 'rule':
      return h('hr');
    default: {
      const all = document.createDocumentFragment();
      all.append(...children());
      return all;
    }
  }
}

function marked(node: unknown): Node {
  return listAt(node, 'marks').reduce<Node>((inner, mark) => {
    const href = textAt(mark, 'attrs.href');
    switch (textAt(mark, 'type')) {
      case 'strong':
        return h('strong', {}, inner);
      case 'em':
        return h('em', {}, inner);
      case 'code':
        return h('code', {}, inner);
      case 'link':
        return href !== undefined && /^https?:/.test(href) ? h('a', { href }, inner) : inner;
      default:
        return inner;
    }
  }, document.createTextNode(textAt(node, 'text') ?? ''));
}

/** A person's plain words as an Atlassian document. */
export function adfOfText(text: string): unknown {
  const paragraphs = text.split(/\n{2,}/).filter((part) => part.trim() !== '');
  return { type: 'doc', version: 1, content: paragraphs.map((part) => ({ type: 'paragraph', content: [{ type: 'text', text: part }] })) };
}
