import { SourceUnreadable } from '../../domain/source-errors';
import type { HttpAnswer } from '../../ports/http';

const DEEPEST = 64;

/** A JSON answer. A page of HTML, an empty body, half a document or one nested beyond reason is a failure, never an empty answer. @throws SourceUnreadable */
export function readJson({ headers, text }: Pick<HttpAnswer, 'headers' | 'text'>): unknown {
  const type = headers['content-type'] ?? '';
  if (!/\bjson\b/i.test(type)) throw new SourceUnreadable(`the answer is ${type === '' ? 'of no kind' : type.split(';')[0]}, not JSON`);
  if (text.trim() === '') throw new SourceUnreadable('the answer is empty');
  if (depthOf(text) > DEEPEST) throw new SourceUnreadable('the answer is nested too deeply');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SourceUnreadable('the answer is not whole JSON', { cause: error instanceof Error ? error.name : error });
  }
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isInText = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isInText) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) isInText = false;
    } else if (code === QUOTE) isInText = true;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1;
  }
  return deepest;
}

const [QUOTE, BACKSLASH, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];
