import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MESSAGES } from '../../../src/contract/messages';

const SOURCE = join(__dirname, '../../../src');

/** Ids written out in `sentence('…')`, and the beginnings of those put together in a template. */
function idsInCode(): { readonly whole: readonly string[]; readonly begun: readonly string[] } {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const code = files.map((name) => readFileSync(join(SOURCE, name), 'utf8')).join('\n');
  const inCalls = [...code.matchAll(/sentence\(([^()]*)/g)].map(([, argument = '']) => argument).join('\n');
  return {
    whole: [...inCalls.matchAll(/'([a-z-]+\.[a-z0-9.-]+)'/g)].map(([, id = '']) => id),
    begun: [...inCalls.matchAll(/`([a-z-]+\.)\$\{/g)].map(([, begin = '']) => begin),
  };
}

it('has a text for every sentence that the server may say', () => {
  const { whole, begun } = idsInCode();
  expect(whole.length).toBeGreaterThan(10);
  expect([...new Set(whole)].filter((id) => !(id in MESSAGES))).toEqual([]);
  expect([...new Set(begun)].filter((begin) => !Object.keys(MESSAGES).some((id) => id.startsWith(begin)))).toEqual([]);
});
