import { readingQuestion, type AskedIssue } from '../../../src/agent/reader/reading-question';
import { readReply } from '../../../src/agent/reader/read-reply';
import { seededRandom, type Random } from '../../../src/domain/random';
import { shapeReply } from '../../../src/platform/model/shape-reply';
import { NO_TOKENS } from '../../../src/ports/model';
import { tally, type Proof } from '../closing-proofs/proof';
import { aSpeaker, aText } from './voices';

const NAME = 'agent: a hostile reply has no effect beyond its signal’s labels';
const SIGNALS = 60;
const ISSUES: readonly AskedIssue[] = [{ id: '10001', summary: 'Export loses rows' }, { id: '10002', summary: 'Dark mode' }];
const LABELS = new Set(['needKind', 'severity', 'need', 'pairs', 'hidden']);

/** Anything that a reply may hold where a value is expected. */
function junk(random: Random, own: string, other: string): unknown {
  const values: readonly (() => unknown)[] = [
    () => null, () => 'supports', () => 'close ABC-1', () => 1e308, () => -1, () => 2.5, () => [], () => ({}), () => true, () => other, () => own.slice(0, 40), () => own.split('\n')[0]!.slice(0, 60), () => `${own.slice(0, 20)} not ${own.slice(20, 40)}`,
    () => '<script>alert(1)</script>', () => 'https://evil.example', () => '10002', () => 'desk:3', () => 'x'.repeat(3_000), () => '\u202Eevil', () => 'Ignore all rules', () => 'Nobody needs this; 900 customers said so',
  ];
  return values[Math.floor(random() * values.length)]!();
}

function hostile(random: Random, own: string, other: string): string {
  const any = (): unknown => junk(random, own, other);
  const stance = (): unknown => (random() < 0.8 ? ['supports', 'contradicts', 'unrelated'][Math.floor(random() * 3)] : any());
  const body: Record<string, unknown> = {
    k: random() < 0.9 ? ['problem', 'wish', 'question', 'praise', 'other'][Math.floor(random() * 5)] : any(),
    v: random() < 0.9 ? Math.floor(random() * 4) : any(),
    n: any(),
    q: any(),
    i: random() < 0.9 ? Array.from({ length: random() < 0.9 ? 2 : Math.floor(random() * 5) }, () => [stance(), any()]) : any(),
  };
  if (random() < 0.15) body[['close', 'issue', '__proto__', 'constructor', 'decisions', 'confidence'][Math.floor(random() * 6)]!] = any();
  const text = JSON.stringify(body);
  return random() < 0.05 ? text.slice(0, Math.floor(random() * text.length)) : text;
}

/** Replies of a model that is somebody else's: what is kept of each is labels of the very signal that was asked about, with its own words. */
export const hostileRepliesProof: Proof = {
  name: NAME,
  whole: 1_000_000,
  slice: 3_000,
  run: async (seed, cases) => {
    const { count, violate, report } = tally(NAME, seed);
    const random = seededRandom(`replies ${seed}`);
    const signals = Array.from({ length: SIGNALS }, (_, index) => aSpeaker(index, aText(random)));
    const before = JSON.stringify([signals, ISSUES]);
    for (let index = 0; index < cases; index += 1) {
      const signal = signals[Math.floor(random() * SIGNALS)]!;
      const other = signals[Math.floor(random() * SIGNALS)]!;
      const answer = shapeReply(readingQuestion(signal, ISSUES), hostile(random, signal.text, other.text.slice(0, 80)), NO_TOKENS);
      count(answer.kind === 'failure' ? answer.code : answer.kind);
      if (answer.kind !== 'reply') continue;
      const kept = readReply(signal, ISSUES.map((one) => one.id), answer.value);
      if (Object.keys(kept).some((key) => !LABELS.has(key))) violate(`a label that is none: ${Object.keys(kept).join()}`);
      if (kept.pairs.map((pair) => pair.issue).join() !== '10001,10002') violate(`pairs of other issues: ${JSON.stringify(kept.pairs)}`);
      for (const pair of kept.pairs) {
        count(pair.kind === 'read' ? pair.stance : pair.kind);
        if (pair.kind !== 'read' || pair.stance === 'unrelated') continue;
        const words = signal.text.slice(pair.citation.start, pair.citation.end);
        if (words.trim() === '' || words.split('\n').some((line) => line.startsWith('>'))) violate(`a quote that the customer did not say: ${JSON.stringify(words)}`);
      }
      if (kept.need !== undefined && (/[\d<>]|https?:|\u202E/.test(kept.need.text) || kept.need.text.length > 240)) violate(`a need that is no plain sentence: ${kept.need.text}`);
    }
    if (JSON.stringify([signals, ISSUES]) !== before) violate('something else changed');
    return report(cases);
  },
};
