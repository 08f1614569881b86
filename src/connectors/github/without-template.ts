/** What a form leaves of a field that nobody filled in. */
const NO_RESPONSE = /^\s*_No response_\s*$/u;
/** Headings, fields in bold and boxes to tick: what a template asks. */
const ASKED = /^ {0,3}#{1,6}(?:\s|$)|^\s*(?:\*\*|__)[^*_\n]{1,200}(?:\*\*|__)\s*:?\s*$|^\s*[-*+] \[[ xX]\]\s/u;
/** GitHub's own templates, which most repositories begin with: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests */
const PROMPT = /^\s*(?:a clear and concise description of .{3,120}|if applicable, add screenshots .{3,60}|add any other (?:context|screenshots) .{3,80}|steps to reproduce the behaviou?r:?|\d\. (?:go to|click on|scroll down to) '\.+'|4\. see error|[-*+] (?:os|browser|version|device):? \[e\.g\. [^\]\n]{1,60}\])\s*$/iu;
/** No template asks in more; a longer line is somebody's words behind a `#`. */
const LONGEST_ASKED = 300;
const FENCE = /^ {0,3}(`{3,}|~{3,})/u;

/** The words of an issue or discussion as they were written, with the questions of the repository's template behind marks of quotation: they are ours, and the same in all. */
export function withMarkedTemplate(body: string): string {
  let fence: string | undefined;
  return withoutComments(body).split('\n').flatMap((line) => {
    const wasCode = fence !== undefined;
    fence = fenceAfter(fence, line);
    if (wasCode || fence !== undefined) return [line];
    if (NO_RESPONSE.test(line)) return [];
    return [line.length <= LONGEST_ASKED && (ASKED.test(line) || PROMPT.test(line)) ? `> ${line.trimStart()}` : line];
  }).join('\n').trim();
}

/** Without what nobody who opens the page can see: HTML comments, with which templates explain themselves. Code keeps them. Linear in the length of the body. */
export function withoutComments(body: string): string {
  if (!body.includes('<!--')) return body;
  const lastEnd = body.lastIndexOf('-->');
  let [fence, isHidden, offset]: [string | undefined, boolean, number] = [undefined, false, 0];
  return body.split('\n').flatMap((line) => {
    const wasCode = fence !== undefined;
    if (!isHidden) fence = fenceAfter(fence, line);
    const seen = wasCode || fence !== undefined ? { text: line, isHidden: false } : seenOf(line, isHidden, lastEnd - offset);
    offset += line.length + 1;
    isHidden = seen.isHidden;
    return seen.text.trim() === '' && line.trim() !== '' ? [] : [seen.text];
  }).join('\n');
}

/** What of a line is outside of comments. One that begins in the middle of a line and never ends (the last end is at `lastEnd`) is no comment; one at its beginning hides all that follows. */
function seenOf(line: string, hiddenBefore: boolean, lastEnd: number): { readonly text: string; readonly isHidden: boolean } {
  let [text, isHidden, isInCode, hasShown, at] = ['', hiddenBefore, false, false, 0];
  while (at < line.length) {
    if (isHidden) {
      const end = line.indexOf('-->', at);
      if (end === -1) return { text, isHidden };
      [at, isHidden] = [end + 3, false];
    }
    const sign = line.indexOf('<!--', at);
    const part = line.slice(at, sign === -1 ? line.length : sign);
    for (const character of part) isInCode = character === '`' ? !isInCode : isInCode;
    text += part;
    hasShown ||= /\S/u.test(part);
    if (sign === -1) return { text, isHidden };
    isHidden = !hasShown || (!isInCode && sign < lastEnd);
    if (!isHidden) [text, hasShown] = [`${text}<!--`, true];
    at = sign + 4;
  }
  return { text, isHidden };
}

/** The mark that ends a block of code which is open behind this line. */
function fenceAfter(open: string | undefined, line: string): string | undefined {
  const mark = FENCE.exec(line)?.[1];
  if (mark === undefined) return open;
  if (open === undefined) return mark;
  return mark[0] === open[0] && mark.length >= open.length ? undefined : open;
}
