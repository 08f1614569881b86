import { newConfirmations } from '../../../../src/understand/evidence/confirmations';
import { readCorpus } from '../../../../src/understand/text/read-corpus';
import { smallShop } from '../corpus-of';

const { signals, issues } = smallShop();
const corpus = readCorpus(signals, issues);

function cosine(a: number, b: number): number {
  const { starts, columns, weights } = corpus.signalVectors;
  let sum = 0;
  for (let x = starts[a]!; x < starts[a + 1]!; x += 1) for (let y = starts[b]!; y < starts[b + 1]!; y += 1) if (columns[x] === columns[y]) sum += weights[x]! * weights[y]!;
  return sum;
}

it('finds for every issue the likest confirmed signal, as comparing all would', () => {
  const confirmations = newConfirmations(corpus);
  const confirmed = signals.map((_, signal) => ({ signal, issue: signal % issues.length })).filter((_, at) => at % 2 === 0);
  for (const { signal, issue } of confirmed) confirmations.add(signal, issue, 0);
  signals.forEach((_, signal) => {
    const expected = new Map<number, number>();
    for (const one of confirmed) {
      const likeness = one.signal === signal ? 0 : cosine(signal, one.signal);
      if (likeness > 0) expected.set(one.issue, Math.max(likeness, expected.get(one.issue) ?? 0));
    }
    const found = new Map(confirmations.near(signal, 1000).map((one) => [one.issue, one.words]));
    expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
    for (const [issue, likeness] of expected) expect(found.get(issue)).toBeCloseTo(likeness, 5);
  });
});

it('names issues newest confirmation first', () => {
  const confirmations = newConfirmations(corpus);
  confirmations.add(0, 3, 10);
  confirmations.add(1, 4, 20);
  confirmations.add(2, 3, 30);
  expect(confirmations.latest(5)).toEqual([3, 4]);
  expect(confirmations.count(3)).toBe(2);
  expect(confirmations.lastAtMs(1)).toBeNaN();
});
