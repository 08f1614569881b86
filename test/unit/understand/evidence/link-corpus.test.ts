import { understand } from '../../../../src/understand/understand';
import { corpusOf, day, decisionOf, issueOf, optionsOf, said, smallShop } from '../corpus-of';

const best = (links: readonly { signal: string; issue: string; rank: number }[], signal: string): string | undefined => links.find((link) => link.signal === signal && link.rank === 1)?.issue;

it('links signals to the issue they are about and shows a literal quote', () => {
  const corpus = smallShop();
  const { links, evidence } = understand(corpus, optionsOf());
  expect(best(links, 'n0-0')).toBe('1');
  expect(best(links, 'n5-1')).toBe('4');
  const row = evidence.find((one) => one.issue === '4' && one.signal === 'n5-0');
  expect(row).toMatchObject({ shown: true, citation: { field: 'text', start: 0 } });
  const text = corpus.signals.find((signal) => signal.id === 'n5-0')?.text ?? '';
  expect(text.slice(row?.citation?.start, row?.citation?.end)).toBe('The signature is added twice to replies');
});

it('shows nothing of a refactoring', () => {
  const { evidence } = understand(smallShop(), optionsOf());
  expect(evidence.filter((row) => row.issue === '3' && row.shown)).toEqual([]);
});

it('puts an issue that a customer names first', () => {
  const corpus = corpusOf([said('s', 'Same here as in MAIL-7, any news?')], [issueOf('6', 'Any news widget'), issueOf('7', 'Margins are cut off', { key: 'MAIL-7' })]);
  const { links, evidence } = understand(corpus, optionsOf());
  expect(best(links, 's')).toBe('7');
  expect(evidence.find((row) => row.issue === '7')?.reasons).toContain('exact-key');
});

it('never brings a rejected pair back, as link or as evidence', () => {
  const corpus = { ...smallShop(), decisions: [decisionOf('n5-0', '4', 'rejected')] };
  const { links, evidence } = understand(corpus, optionsOf());
  expect(links.some((link) => link.signal === 'n5-0' && link.issue === '4')).toBe(false);
  expect(evidence.some((row) => row.signal === 'n5-0' && row.issue === '4')).toBe(false);
});

it('takes back a rejection that was confirmed later', () => {
  const corpus = { ...smallShop(), decisions: [decisionOf('n5-0', '4', 'rejected', day(2)), decisionOf('n5-0', '4', 'confirmed', day(3))] };
  expect(understand(corpus, optionsOf()).evidence.find((row) => row.signal === 'n5-0' && row.issue === '4')?.confidence).toBeGreaterThan(0.9);
});

it('ranks what is like a confirmed signal higher at once, though the title shares no word with it', () => {
  const signals = [said('old', 'Letters get lost when the lid closes', { at: day(1) }), said('new', 'The lid closes and my letters get lost', { at: day(10) }), ...smallShop().signals];
  const issues = [issueOf('90', 'Persist spool queue on suspend'), ...smallShop().issues];
  const before = understand(corpusOf(signals, issues), optionsOf());
  expect(best(before.links, 'new')).not.toBe('90');
  const after = understand(corpusOf(signals, issues, { decisions: [decisionOf('old', '90', 'confirmed', day(2))] }), optionsOf());
  expect(best(after.links, 'new')).toBe('90');
});

it('ranks each signal of the past with only the decisions made before it', () => {
  const signals = smallShop().signals.map((signal, at) => ({ ...signal, at: day(1 + at) }));
  const decisions = [decisionOf('n0-0', '2', 'confirmed', day(9)), decisionOf('n1-0', '1', 'confirmed', day(12)), decisionOf('n5-0', '4', 'rejected', day(15))];
  const without = understand(corpusOf(signals, smallShop().issues), optionsOf({ prequential: true })).links;
  const withAll = understand(corpusOf(signals, smallShop().issues, { decisions }), optionsOf({ prequential: true })).links;
  const early = (links: typeof without): typeof without => links.filter((link) => (signals.find((signal) => signal.id === link.signal)?.at ?? '') <= day(9));
  expect(early(withAll)).toEqual(early(without));
  expect(withAll).not.toEqual(without);
});

it('ranks as many signals per issue as asked, and no more links per signal than asked', () => {
  const { links, evidence } = understand(smallShop(), optionsOf({ evidencePerIssue: 2, linksPerSignal: 1 }));
  for (const issue of smallShop().issues) expect(evidence.filter((row) => row.issue === issue.id).length).toBeLessThanOrEqual(2);
  for (const signal of smallShop().signals) expect(links.filter((link) => link.signal === signal.id).length).toBeLessThanOrEqual(1);
});

it('takes a name from source code as said only where all of it is: a word of it in a heading is a word', () => {
  const issues = [issueOf('51', 'Correctly sort notifications by percent_chance'), issueOf('52', 'Fix PrintQueueOverflow crash'), ...smallShop().issues];
  const signals = [said('word', 'They are gone since the update.', { title: 'Missing 80 percent of my letters' }), said('name', 'It happens each morning.', { title: 'Crash in PrintQueueOverflow' }), ...Array.from({ length: 8 }, (_, at) => said(`chance${at}`, `Is there any chance to get window ${at} back?`)), ...smallShop().signals];
  const { evidence } = understand(corpusOf(signals, issues), optionsOf());
  expect(evidence.find((row) => row.issue === '51' && row.signal === 'word')?.confidence ?? 0).toBeLessThan(0.2);
  expect(evidence.find((row) => row.issue === '52' && row.signal === 'name')?.confidence).toBeGreaterThan(0.5);
});
