import { isUpkeep } from '../../../../src/understand/evidence/developer-title';
import { searchabilityOf, type SearchTrace } from '../../../../src/understand/evidence/searchability';
import { readCorpus } from '../../../../src/understand/text/read-corpus';
import { understand } from '../../../../src/understand/understand';
import type { ThemeIssue } from '../../../../src/domain/evidence';
import type { Issue } from '../../../../src/domain/issue';
import type { SaidSignal } from '../../../../src/domain/signal';
import { corpusOf, issueOf, optionsOf, said, smallShop } from '../corpus-of';

it.each(['Port bug 1343837 to Mail', 'Refactor nsMsgDBFolder::CloseDB', 'Add tests for spell check before send', 'Remove usage of PluralForm.sys.mjs', 'Update ical.js to the latest version', 'Fix intermittent failure in browser_dragDrop.js', 'Try to fix intermittent test timeout', 'Bump node to 24'])('reads "%s" as upkeep', (title) => {
  expect(isUpkeep(title)).toBe(true);
});

it.each(['Export address book to spreadsheet', 'Allow dragging recipients between windows', 'Hide the reply button for newsgroups', 'Photos lost without reception', 'Remove read folders from Unread Folders view'])('reads "%s" as something a customer may want', (title) => {
  expect(isUpkeep(title)).toBe(false);
});

function searchOf(summary: string): { searchable: boolean; reasons: readonly string[] } | undefined {
  const { signals } = smallShop();
  return understand(corpusOf(signals, [issueOf('9', summary)]), optionsOf()).searchability[0];
}

it('believes silence when the title speaks like customers and nothing comes near', () => {
  expect(searchOf('Calendar results in margin')).toMatchObject({ searchable: true, reasons: [] });
});

it.each([
  ['Refactor address book export', 'developer-title'],
  ['Persist spool queue', 'rare-words'],
  ['Export', 'too-short'],
])('abstains on "%s": %s', (summary, reason) => {
  const found = searchOf(summary);
  expect(found?.searchable).toBe(false);
  expect(found?.reasons).toContain(reason);
});

it('abstains where customers come near and none can be told to mean it', () => {
  expect(searchOf('Export calendar entries to archived spreadsheet folders')?.searchable).toBe(false);
});

/** Customers ask for the order of their agendas in many words; the title shares one with them, and two with nobody's need. */
function bridgedShop(): { readonly signals: SaidSignal[]; readonly issue: Issue } {
  const asks = ['Please let me sort agendas by name', 'I want to sort agendas by name'];
  const others = ['The printer cuts the margin of letters', 'Photos are lost without reception', 'Replies contain my signature twice', 'Search finds nothing in archived folders', 'Reminders cannot be snoozed today', 'Contacts are missing in the list of people', 'My notes are in the wrong place', 'Passwords are asked for again and again'];
  const loud = Array.from({ length: 40 }, (_, at) => said(`a${at}`, asks[at % asks.length]!, { author: `p${at}` }));
  const quiet = Array.from({ length: 320 }, (_, at) => said(`q${at}`, others[at % others.length]!, { author: `o${at}` }));
  return { signals: [...loud, ...quiet], issue: issueOf('9', 'Agendas: their place in a list') };
}

it('abstains where most of the nearest signals are in one theme, though none comes near in words', () => {
  const { signals, issue } = bridgedShop();
  const { themeIssues, evidence, searchability } = understand(corpusOf(signals, [issue]), optionsOf());
  expect(evidence.filter((row) => row.shown)).toEqual([]);
  expect(themeIssues[0]?.strength).toBeGreaterThanOrEqual(0.5);
  expect(searchability[0]).toMatchObject({ searchable: false, reasons: ['measured-recall'] });
});

const spoken = (bridges: readonly ThemeIssue[], trace: Partial<SearchTrace> = {}) => {
  const { signals } = smallShop();
  const issues = [issueOf('9', 'Calendar results in margin')];
  const none: SearchTrace = { lookalikes: Int32Array.of(0), hasEvidence: Uint8Array.of(0), known: { links: 0, found: 0 }, nearByMeaning: Uint8Array.of(0) };
  return searchabilityOf(readCorpus(signals, issues), issues, { ...none, ...trace }, bridges)[0]?.reasons;
};
const bridge = (strength: number): readonly ThemeIssue[] => [{ theme: 't', issue: '9', strength, signals: 30 }];

it('takes a theme for near from one half on', () => {
  expect(spoken(bridge(0.5))).toEqual(['measured-recall']);
  expect(spoken(bridge(0.49))).toEqual([]);
  expect(spoken([{ ...bridge(0.9)[0]!, issue: 'other' }])).toEqual([]);
});

it('abstains on what is near by meaning only', () => {
  expect(spoken([], { nearByMeaning: Uint8Array.of(1) })).toEqual(['measured-recall']);
});

it('has nothing to doubt where evidence is shown', () => {
  expect(spoken(bridge(0.9), { nearByMeaning: Uint8Array.of(1), hasEvidence: Uint8Array.of(1) })).toEqual([]);
});

it('lets proven recall excuse nearness by words, never a theme or meaning', () => {
  const known = { links: 100, found: 99 };
  expect(spoken([], { known, lookalikes: Int32Array.of(3) })).toEqual([]);
  expect(spoken(bridge(0.6), { known })).toEqual(['measured-recall']);
  expect(spoken([], { known, nearByMeaning: Uint8Array.of(1) })).toEqual(['measured-recall']);
});

it.each([
  ['its code', 'Bei uns kommt 0x80070005 am Morgen'],
  ['the address of its page', 'Wir sehen https://app.example.com/agenda/print?tab=2 nicht'],
  ['its key', 'Was ist mit CRW-9 geworden'],
  ['its key in small letters', 'was ist mit crw-9 geworden'],
])('abstains where a customer who says none of its words holds %s', (_what, text) => {
  const { signals } = smallShop();
  const issue = issueOf('9', 'Calendar results in margin', { key: 'CRW-9', description: 'Calendar results in margin. 0x80070005, https://app.example.com/agenda/print' });
  const of = (said_: readonly SaidSignal[]) => understand(corpusOf(said_, [issue]), optionsOf());
  const [without, held] = [of([...signals, said('s', 'Was ist am Morgen geworden')]), of([...signals, said('s', text)])];
  expect(without.searchability[0]?.reasons).not.toContain('measured-recall');
  expect(held.evidence.filter((row) => row.shown)).toEqual([]);
  expect(held.searchability[0]).toMatchObject({ searchable: false });
  expect(held.searchability[0]?.reasons).toContain('measured-recall');
});
