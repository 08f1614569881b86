import { badRequest } from '../errors';

export interface Token {
  /** `word`: bare text; `string`: quoted text; `property`: `issue.property[key].path`; `mark`: operator or punctuation; `end`. */
  readonly kind: 'word' | 'string' | 'property' | 'mark' | 'end';
  readonly text: string;
  readonly key?: string;
  readonly path?: string;
  readonly line: number;
  readonly column: number;
}

const PATTERN = /\s+|issue\.property\[([^\]]+)\]\.([\w.-]+)|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|!=|!~|>=|<=|&&|\|\||[=<>~!(),]|cf\[\d+\]|[^\s=<>~!(),"'|&[\]]+/gy;

/** @throws JiraError 400 naming the character that no token starts with */
export function lex(jql: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(PATTERN);
  let at = 0;
  while (at < jql.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(jql);
    const where = place(jql, at);
    if (match === null) throw badRequest(`Error in the JQL Query: The character '${jql[at] ?? ''}' is a reserved JQL character. You must enclose it in a string or use the escape '\\u' instead. (line ${where.line}, character ${where.column})`);
    at = pattern.lastIndex;
    const [text, key, path, double, single] = match;
    if (/^\s/.test(text)) continue;
    if (key !== undefined && path !== undefined) tokens.push({ kind: 'property', text, key: unquote(key), path, ...where });
    else if (double !== undefined) tokens.push({ kind: 'string', text: unescape(double), ...where });
    else if (single !== undefined) tokens.push({ kind: 'string', text: unescape(single), ...where });
    else if (/^(?:[=<>~!(),]|!=|!~|>=|<=|&&|\|\|)$/.test(text)) tokens.push({ kind: 'mark', text, ...where });
    else tokens.push({ kind: 'word', text, ...where });
  }
  tokens.push({ kind: 'end', text: '', ...place(jql, jql.length) });
  return tokens;
}

function unescape(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}

function unquote(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}

function place(jql: string, at: number): { readonly line: number; readonly column: number } {
  const before = jql.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
