import { mendsFault } from '../../../../src/understand/evidence/fault-words';
import { understand } from '../../../../src/understand/understand';
import { corpusOf, issueOf, optionsOf, said } from '../corpus-of';

it.each(['Fix display of invoices', '[mac] Fixes the margin', 'Export fails on large address books', 'Cannot open the calendar', 'Handle snooze errors'])('"%s" mends something', (summary) => {
  expect(mendsFault({ summary })).toBe(true);
});

it.each(['Export address book to spreadsheet', 'Add an option to retry when sending fails', 'Do not show errors twice', 'Show missing translations'])('"%s" brings or takes something', (summary) => {
  expect(mendsFault({ summary })).toBe(false);
});

it('takes the type of an issue as a word about it', () => {
  expect(mendsFault({ summary: 'Address book export', type: 'Bug' })).toBe(true);
  expect(mendsFault({ summary: 'Address book export', type: 'Story' })).toBe(false);
});

const TALK = Array.from({ length: 60 }, (_, at) => said(`t${at}`, `The van board number ${at} moves on a Monday`));

function confidenceOf(summary: string, title: string, text = 'Here is what I see each morning.'): number {
  const { evidence } = understand(corpusOf([...TALK, said('s', text, { title })], [issueOf('1', summary), issueOf('2', 'Van board')]), optionsOf());
  return evidence.find((row) => row.issue === '1' && row.signal === 's')?.confidence ?? 0;
}

it.each([
  ['Invoice printing does not work', 'How about invoice printing'],
  ['Rechnung Invoice printing kaputt', 'Rechnung Invoice printing heute'],
])('believes "%s" about a fix more than "%s"', (fault, plain) => {
  expect(confidenceOf('Fix invoice printing', fault)).toBeGreaterThan(confidenceOf('Fix invoice printing', plain));
});

it('believes both the same where the issue mends nothing', () => {
  const brought = (title: string): number => confidenceOf('Sort invoice printing by date', title);
  expect(brought('Invoice printing is stuck')).toBeCloseTo(brought('Invoice printing is fine'), 2);
});

it('hears what is wrong after a greeting when a signal has no heading', () => {
  const { evidence } = understand(corpusOf([...TALK, said('wrong', 'Hello all of you. The invoice printing is broken here.'), said('fine', 'Hello all of you. The invoice printing is blue here.')], [issueOf('1', 'Fix invoice printing'), issueOf('2', 'Van board')]), optionsOf());
  const of = (signal: string): number => evidence.find((row) => row.issue === '1' && row.signal === signal)?.confidence ?? 0;
  expect(of('wrong')).toBeGreaterThan(of('fine'));
});

it('takes a function named in a heading for its crash, not for work on it', () => {
  const heading = 'About PrintQueue::flushAll';
  expect(confidenceOf('Fix PrintQueue::flushAll', heading)).toBeGreaterThan(confidenceOf('Improve PrintQueue::flushAll', heading) + 0.1);
});
