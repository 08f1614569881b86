import type { Page } from 'playwright-core';
import { manyAccounts, noAccounts } from './fixtures/accounts';
import { ADMIN_STATES, importView } from './fixtures/admin';
import { CARD_STATES, FIVE_HUNDRED, REMEDIED, STRANGE_NAMES, STRANGE_PREVIEW, TESTS, TRANSCRIPTS, connectorViews, hugeRoutes } from './fixtures/connectors';
import { down, ok } from './fixtures/panel';
import { previewView, SOURCE_STATES } from './fixtures/sources';
import type { SubjectView } from '../../../src/contract/subject';
import { SUBJECT_STATES } from './fixtures/subject';
import type { Scene } from './scene';
import type { Script } from './serve';

const admin = ADMIN_STATES['running'] ?? { products: [], projects: [], synthetic: false };
const running: Script = { 'admin.open': () => ok(admin) };
const everything = CARD_STATES['everything'] ?? { connectors: [], connections: [], asOf: '2025-06-30T09:00:00.000Z' };
const scene = (name: string, script: Script, act?: Scene['act']): Scene => ({ name, page: 'admin.html', script: { ...running, ...script }, ...(act === undefined ? {} : { act }) });
const connect = (name: string) => async (page: Page): Promise<void> => page.getByRole('button', { name: `Connect ${name}`, exact: true }).click();

/** Each kind's form, as an admin meets it first. */
const forms = connectorViews.map(({ id, name }) => scene(`form-${id}`, { 'sources.open': () => ok(everything) }, connect(name)));

const tested = Object.entries(TESTS).map(([name, found]) => scene(`test-${name}`, { 'sources.open': () => ok(everything), 'sources.test': () => ok(found) }, async (page) => {
  await connect('Zendesk')(page);
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page.locator('.rs-test-good, .rs-alert').first().waitFor();
}));
const remedied = REMEDIED.map(([name, kind, found]) => scene(`remedy-${name}`, { 'sources.open': () => ok(everything), 'sources.test': () => ok(found) }, async (page) => {
  await connect(kind)(page);
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page.locator('.rs-alert').first().waitFor();
}));
const looking = (name: string, over: Script): Scene => scene(`look-${name}`, { 'sources.open': () => ok(everything), 'sources.test': () => ok({ ok: true, found: '12,034 tickets at acme.zendesk.com', warnings: [] }), ...over }, async (page) => {
  await connect('Zendesk')(page);
  await page.getByRole('button', { name: 'Show the first twenty' }).click();
  await page.locator('.rs-first-signals, .rs-problem').first().waitFor();
});

const cards = Object.entries(CARD_STATES).map(([name, view]) => scene(`card-${name}`, { 'sources.open': () => ok(view) }));
const leaving = (what: 'Pause' | 'Remove'): Scene => scene(`card-${what.toLowerCase()}-asked`, { 'sources.open': () => ok(CARD_STATES['unrouted'] ?? everything) }, async (page) => page.getByRole('button', { name: what, exact: true }).click());
const accepting = ['shrunk', 'lists-unread'].map((name) => scene(`card-accept-${name}`, { 'sources.open': () => ok(SOURCE_STATES[name] ?? everything) }, async (page) => page.getByRole('button', { name: 'It is really so' }).first().click()));
const nothingMissing = ['not-readable', 'strange-shape'].map((name) => scene(`card-accept-${name}`, { 'sources.open': () => ok(CARD_STATES[name] ?? everything) }, async (page) => page.getByRole('button', { name: 'It is really so' }).first().click()));
const pausingPushed = scene('card-pushed-pause-asked', { 'sources.open': () => ok(CARD_STATES['pushed'] ?? everything) }, async (page) => page.getByRole('button', { name: 'Pause', exact: true }).last().click());
const noting = scene('card-known-gap', { 'sources.open': () => ok(CARD_STATES['unrouted'] ?? everything) }, async (page) => page.getByText('Note a time of which it has nothing itself').click());

const reach = scene('card-reach', { 'sources.open': () => ok(SOURCE_STATES['reach'] ?? everything) }, async (page) => {
  for (const one of await page.getByText('Read further back').all()) await one.click();
});

const strange = scene('card-strange-names', { 'sources.open': () => ok(STRANGE_NAMES) }, async (page) => {
  for (const [at, what] of ['Pause', 'Remove', 'Remove'].entries()) await page.locator('.rs-connection').nth(at).getByRole('button', { name: what, exact: true }).click();
});
const resuming = scene('card-resume-failed', { 'sources.open': () => ok(CARD_STATES['paused'] ?? everything), 'sources.resume': () => down }, async (page) => page.getByRole('button', { name: /^(?:Go on|Resume)/ }).first().click());

const spoken = (name: string, script: Script, act?: Scene['act']): Scene => scene(`call-${name}`, script, async (page) => {
  await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'Weekly with Northwind.txt', mimeType: 'text/plain', buffer: Buffer.from('Marta Lindqvist: it forgets our second warehouse\nSpeaker 2: thanks\n') });
  await page.getByText('Weekly with Northwind.txt').waitFor();
  await act?.(page);
});
const keeping = async (page: Page): Promise<void> => {
  await page.getByRole('group', { name: /Marta/ }).getByLabel('A customer').check();
  await page.getByLabel('Day of the call').fill('2025-06-27');
  await page.getByLabel('Name of the source').fill('Success calls');
  await page.getByRole('button', { name: 'Keep what customers said' }).click();
};
const calls: readonly Scene[] = [
  ...Object.entries(TRANSCRIPTS).map(([name, view]) => spoken(name, { 'calls.read': () => ok(view) })),
  spoken('loading', { 'calls.read': () => new Promise(() => undefined) }),
  spoken('unreadable', { 'calls.read': () => ({ ok: false, code: 'edge/bad-input', retryable: false, detail: 'text: WebVTT captions without a single cue' }) }),
  spoken('error', { 'calls.read': () => down }),
  spoken('kept', { 'calls.read': () => ok(TRANSCRIPTS['plan'] ?? { format: '', turns: 0, withoutSpeaker: 0, crosstalk: 0, speakers: [], problems: [] }), 'calls.keep': () => ok({ importId: 'i7', said: 41, skipped: [{ reason: 'said by us', turns: 37 }, { reason: 'several spoke at once', turns: 8 }, { reason: 'speaker unknown', turns: 6 }], takenBack: 37 }) }, async (page) => {
    await keeping(page);
    await page.getByText('Somebody was named wrongly').waitFor();
  }),
];

const table = (name: string, script: Script, text: string): Scene => scene(`columns-${name}`, script, async (page) => {
  await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'nps-export.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByText('nps-export.csv').waitFor();
});
const STRANGE = 'Lfd. Nr.,Wann,"Was uns gesagt wurde (Freitext, ungekürzt)",Punkte,Kundennummer\n1,2025-06-14,Der Export bricht ab,3,K-1\n2,2025-06-15,Alles gut,9,K-2\n';

/** A file whose sending was left, one that was thrown away because of it, and one that is being read. */
export const leftFiles: Script = { 'admin.open': () => ok({ ...admin, products: admin.products.map((product) => ({ ...product, imports: [
  importView({ id: 'i5', fileName: 'reviews-of-the-whole-year.csv', state: 'receiving', offered: 0, kept: 0, rejected: 0 }), importView({ id: 'i6', fileName: 'exit-survey.csv', state: 'broken-off', offered: 0, kept: 0, rejected: 0 }),
  importView({ id: 'i7', fileName: 'nps.csv', state: 'reading', offered: 0, kept: 0, rejected: 0 }), ...product.imports,
] })) }) };
const left = [
  scene('files-left', leftFiles),
  scene('files-left-failed', { ...leftFiles, 'admin.breakOffImport': () => down }, async (page) => page.getByRole('button', { name: 'Throw it away' }).click()),
];

const subject = (name: string, script: Script, act?: Scene['act']): Scene => scene(`subject-${name}`, script, async (page) => {
  await page.getByLabel('Their e-mail address', { exact: true }).fill('anna@brightwater.example');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await act?.(page);
});
const numbered = (name: string, view: SubjectView): Scene => scene(`subject-numbered-${name}`, { 'admin.findSubject': () => ok(view) }, async (page) => {
  await page.getByLabel('Find by').selectOption('author');
  await page.getByLabel('The id their source gives them', { exact: true }).fill('4711');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByText('whom a source numbers so').waitFor();
});

/** Everything that an admin meets about sources, beside what the other scenes show of them. */
export const SOURCE_SCENES: readonly Scene[] = [
  ...forms, ...tested, ...remedied, ...cards, leaving('Pause'), leaving('Remove'), ...accepting, ...nothingMissing, pausingPushed, noting, reach, strange, resuming, scene('card-five-hundred', { 'sources.open': () => ok(FIVE_HUNDRED) }), ...calls,
  looking('first', { 'sources.preview': () => ok(previewView) }),
  looking('strange', { 'sources.preview': () => ok(STRANGE_PREVIEW) }),
  looking('empty', { 'sources.preview': () => ok({ isOfAnyTime: false, looked: 'looked', signals: [], skipped: { 'agent-words': 41 } }) }),
  looking('error', { 'sources.preview': () => ({ ok: false, code: 'edge/bad-input', retryable: false, detail: 'source: source/unreadable' }) }),
  scene('routes-huge', { 'admin.routes': () => ok(hugeRoutes) }),
  scene('routes-whole', { 'admin.routes': () => ok(hugeRoutes) }, async (page) => page.getByRole('button', { name: 'Show all 50 groups' }).click()),
  scene('routes-error', { 'admin.routes': () => down }),
  table('strange', {}, STRANGE),
  table('remembered', { 'admin.columns': () => ok({ fields: ['id', 'at', 'text', 'rating', 'account'] }) }, STRANGE),
  table('dates', {}, 'id,Date,Comment\n1,07/01/2025,The export stops\n2,03/04/2025,It forgets\n'),
  table('dates-told', {}, 'id,Date,Comment\n1,31/01/2025,The export stops\n2,03/04/2025,It forgets\n'),
  table('known', {}, 'id,at,text\n1,2025-06-14,The export stops\n'),
  ...left,
  subject('none', { 'admin.findSubject': () => ok(SUBJECT_STATES.nothing) }),
  subject('documents', { 'admin.findSubject': () => ok(SUBJECT_STATES.documents) }),
  subject('named', { 'admin.findSubject': () => ok(SUBJECT_STATES.named) }),
  numbered('one', SUBJECT_STATES.numberedToo),
  numbered('several', SUBJECT_STATES.numbered),
  subject('much', { 'admin.findSubject': () => ok(SUBJECT_STATES.much) }),
  subject('error', { 'admin.findSubject': () => down }),
  subject('erased', { 'admin.findSubject': () => ok(SUBJECT_STATES.signals), 'admin.eraseSubject': () => ok({ erased: 14 }) }, async (page) => {
    await page.getByRole('button', { name: 'Erase…' }).click();
    await page.getByRole('button', { name: 'Erase all of it' }).click();
    await page.getByText('14 signals are erased').waitFor();
  }),
  scene('accounts-huge', { 'admin.accounts': () => ok(manyAccounts) }, async (page) => {
    const more = page.getByRole('button', { name: /^Show 50 of/ });
    while ((await more.count()) > 0) await more.first().click();
  }),
  scene('accounts-none', { 'admin.accounts': () => ok(noAccounts) }),
];
