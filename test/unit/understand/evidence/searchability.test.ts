import { isUpkeep } from '../../../../src/understand/evidence/developer-title';
import { understand } from '../../../../src/understand/understand';
import { corpusOf, issueOf, optionsOf, smallShop } from '../corpus-of';

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
