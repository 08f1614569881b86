import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { understand } from '../../src/understand/understand';
import { engineOptions } from '../engine-options';
import { judgements } from '../judgements';
import { realYearAsHosted } from '../judge/real-year';
import { shuffled } from '../statistics';
import { textAt } from '../shared-data';

const SEED = 20250701;
/** What a judge reads of a text: as much as a person would before saying what it is about. */
const READ = 1_500;
/** Words of somebody who wants a thing back or gone; contradictions are too rare to be met by drawing at random. */
const AGAINST = /\b(turn(ed)? off|disable|get rid of|go back|revert|old (version|look|layout|way)|hate|do(n't| not) want|unwanted|remove the new|undo|annoy\w*|without my|prefer)\b/i;

interface Pair {
  readonly issue: string;
  readonly signal: string;
}

/**
 * Draws the golden set's pairs from the real year, seeded: 70 that an earlier judge called right, 60 candidates in whose text somebody is against
 * something, 70 candidates at random. Writes a shuffled sheet (texts, no scores, no stratum) and its key (ids).
 * Usage: draw-golden.ts FOLDER.
 */
function main([folder]: readonly string[]): void {
  if (folder === undefined) throw new Error('usage: draw-golden.ts FOLDER');
  const corpus = realYearAsHosted();
  const signals = new Map(corpus.signals.map((signal) => [signal.id, signal]));
  const issues = new Map(corpus.issues.map((issue) => [issue.id, issue]));
  const candidates = shuffled(understand(corpus, engineOptions()).evidence.map(({ issue, signal }): Pair => ({ issue, signal })), SEED);
  const right = [...judgements('pairs'), ...judgements('hosted')].filter((one) => one.right.includes(1)).map(({ of }): Pair => ({ issue: textAt(of, 'issue'), signal: textAt(of, 'signal') }));
  const taken = new Map<string, Pair>();
  const take = (from: readonly Pair[], count: number): void => {
    const fresh = from.filter((pair) => !taken.has(`${pair.issue} ${pair.signal}`) && issues.has(pair.issue) && signals.has(pair.signal)).slice(0, count);
    for (const pair of fresh) taken.set(`${pair.issue} ${pair.signal}`, pair);
    console.log(`${fresh.length} of ${count}`);
  };
  take(shuffled(right, SEED), 70);
  take(candidates.filter(({ signal }) => AGAINST.test(`${signals.get(signal)?.title} ${signals.get(signal)?.text}`)), 60);
  take(candidates, 200 - taken.size);
  const drawn = shuffled([...taken.values()], SEED + 1);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'golden.key.jsonl'), drawn.map((pair) => `${JSON.stringify(pair)}\n`).join(''));
  writeFileSync(join(folder, 'golden.sheet.txt'), drawn.map(({ issue, signal }, at) => {
    const said = signals.get(signal)!;
    return `[${at + 1}] WORK ITEM: ${issues.get(issue)!.summary}\nTITLE: ${said.title ?? ''}\nTEXT: ${said.text.slice(0, READ)}\n\n`;
  }).join(''));
}

main(process.argv.slice(2));
