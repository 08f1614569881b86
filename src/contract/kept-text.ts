import { plainOf, textOfHtml } from '../domain/text-of-html';

/** Fields of a file's rows that hold words. */
const WORDS = new Set(['text', 'body', 'title', 'description']);

/** What a cell of a file will be kept as, for its preview: words of a field that is HTML without their tags, everything else as it stands. */
export function keptText(field: string, cell: string): string {
  if (field === 'text_html') return textOfHtml(cell);
  return WORDS.has(field) ? plainOf(cell) : cell;
}
