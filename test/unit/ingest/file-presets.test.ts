import { openApp } from '../../../src/app';
import type { Signal } from '../../../src/domain/signal';
import { dropFile } from '../../fixtures/dropped-file';
import { fakePorts } from '../../fakes/ports';
import { fakeSources } from '../../fakes/sources';

async function world() {
  const ports = fakePorts();
  await ports.stores.products.saveProduct({ id: 'mail', name: 'Mail', projects: ['MAIL'] });
  const app = openApp({ ports, sources: fakeSources(), prepare: async () => undefined });
  const signals = async (): Promise<readonly Signal[]> => (await ports.stores.signals.pageSignals('mail', undefined, 1_000)).rows;
  return { ports, app, signals };
}

const NPS = 'Submitted At,NPS score,Comment,Company\n2025-06-01,9,"Fast, and simple",acme\n2025-06-02,3,The export drops rows,northwind\n2025-06-02,3,The export drops rows,northwind\n2025-06-03,10,,acme\n';
const EXIT = 'Token,Submit Date (UTC),Why did you leave?,ARR\ntok1,2025-06-05 10:00:00,"Too slow\nfor our team",12000\ntok2,2025-06-06 11:00:00,Missing calendar,\n';
/** As SurveyMonkey exports all responses: two lines of header. */
const MONKEY = 'Respondent ID,Collector ID,Date Created,Date Modified,IP Address,How likely is it that you would recommend us?,What is the main reason for your score?,\n,,,,,,Response,Open-Ended Response\n118800001,440000,06/15/2025 10:00:00 AM,06/15/2025 10:01:00 AM,10.0.0.1,3,Other,The export drops rows\n118800002,440000,06/16/2025 10:00:00 AM,06/16/2025 10:01:00 AM,10.0.0.1,9,,Fast and simple\n';
/** As Typeform exports its results; which question holds the words a person says. */
const TYPEFORM = '#,How likely are you to recommend us?,Comments,Response Type,Start Date (UTC),Submit Date (UTC),Network ID,Tags\nabc123def,3,The export drops rows,completed,2025-06-05 10:00:00,2025-06-05 10:01:00,9f2,\n';
const REVIEWS = 'Review ID,Review Submit Date and Time,Star Rating,Review Title,Review Text,App Version Name,Reviewer Language\ngp:1,2025-06-07T09:00:00Z,2,Bad sync,It never syncs,5.4,en\ngp:2,2025-06-08T09:00:00Z,5,,Lovely,5.5,de\n';
const TICKETS = 'Ticket ID,Created at,Subject,Description,Requester Email,Organization,Status\n77,2025-06-09 08:15,Export,The export stops,anna@brightwater.example,Brightwater,open\n78,2025-06-10 08:15,Login,I cannot log in,ben@brightwater.example,Brightwater,solved\n';
/** As Excel writes CSV where a comma stands in numbers. */
const SEMICOLONS = 'sep=;\r\nat_day_first;Score;"Comment; if any";Comment;Company\r\n15.06.2025 10:00;4,5;x;"Too slow;\nfor our team, really";acme\r\n16.06.2025;10 - Extremely likely;;Lovely, thank you;"north;wind"\r\n';

describe('a file dropped on the admin page', () => {
  it.each<[string, string, readonly Partial<Signal>[]]>([
    ['NPS verbatims', NPS, [{ text: 'Fast, and simple', rating: 9, account: 'acme', at: '2025-06-01T00:00:00.000Z' }, { text: 'The export drops rows', rating: 3, account: 'northwind' }, { text: 'The export drops rows', rating: 3, account: 'northwind' }]],
    ['an exit survey', EXIT, [{ externalId: 'tok1', text: 'Too slow\nfor our team', value: 12_000, at: '2025-06-05T10:00:00.000Z' }, { externalId: 'tok2', text: 'Missing calendar' }]],
    ['SurveyMonkey', MONKEY, [{ externalId: '118800001', text: 'The export drops rows', at: '2025-06-15T10:00:00.000Z' }, { externalId: '118800002', text: 'Fast and simple' }]],
    ['Typeform', TYPEFORM, [{ externalId: 'abc123def', text: 'The export drops rows', at: '2025-06-05T10:01:00.000Z' }]],
    ['store reviews', REVIEWS, [{ externalId: 'gp:1', title: 'Bad sync', text: 'It never syncs', rating: 2, version: '5.4', locale: 'en' }, { externalId: 'gp:2', text: 'Lovely', rating: 5, version: '5.5' }]],
    ['a spreadsheet that writes semicolons', SEMICOLONS, [{ text: 'Too slow;\nfor our team, really', rating: 4.5, account: 'acme', at: '2025-06-15T10:00:00.000Z' }, { text: 'Lovely, thank you', rating: 10, account: 'north;wind' }]],
    ['tickets of a desk', TICKETS, [{ externalId: '77', title: 'Export', text: 'The export stops', account: 'Brightwater', status: 'open' }, { externalId: '78', title: 'Login', status: 'solved' }]],
  ])('of %s is read under the names its columns mean, and the same file again stores nothing twice', async (_what, file, expected) => {
    const { app, signals } = await world();
    await dropFile(app, 'export.csv', file);
    const first = await signals();
    expect(first).toHaveLength(expected.length);
    for (const one of expected) expect(first).toContainEqual(expect.objectContaining(one));
    await dropFile(app, 'export-again.csv', file);
    expect(await signals()).toEqual(first);
  });

  it('whose second line is header too, refuses no row for it, and says the lines of the others as the file has them', async () => {
    const { ports, app, signals } = await world();
    const { importId } = await dropFile(app, 'monkey.csv', MONKEY.replace('118800002,', ','));
    expect((await signals()).map((one) => one.externalId)).toEqual(['118800001']);
    expect((await ports.stores.imports.pageProblems(importId, undefined, 50)).rows.filter((one) => one.note !== true)).toEqual([expect.objectContaining({ line: 4, field: 'id' })]);
  });

  it('keeps no address of whoever wrote a ticket, and one stand-in a person', async () => {
    const { app, signals } = await world();
    await dropFile(app, 'tickets.csv', TICKETS);
    const found = await signals();
    expect(JSON.stringify(found)).not.toContain('@');
    expect(new Set(found.map((one) => one.author)).size).toBe(2);
  });

  it('without ids knows its rows by their content: rows alike in everything are as many as there are, a row more is one more, and the report says so', async () => {
    const { ports, app, signals } = await world();
    const { importId } = await dropFile(app, 'nps.csv', NPS);
    const ids = (await signals()).map((one) => one.externalId);
    expect(new Set(ids).size).toBe(3);
    const header = NPS.slice(0, NPS.indexOf('\n'));
    await dropFile(app, 'nps-2.csv', `${header}\n2025-05-01,1,An earlier answer,acme\n${NPS.slice(header.length + 1)}`);
    const after = (await signals()).map((one) => one.externalId);
    expect(after).toHaveLength(4);
    expect(after).toEqual(expect.arrayContaining(ids));
    expect((await ports.stores.imports.pageProblems(importId, undefined, 20)).rows).toContainEqual(expect.objectContaining({ line: 1, field: 'id', note: true }));
  });

  it('whose rows have ids but for one, turns that one away', async () => {
    const { ports, app, signals } = await world();
    const { importId } = await dropFile(app, 'a.jsonl', '{"id":"1","at":"2025-06-01","text":"a"}\n{"at":"2025-06-01","text":"b"}\n');
    expect(await signals()).toHaveLength(1);
    expect((await ports.stores.imports.pageProblems(importId, undefined, 20)).rows).toEqual([expect.objectContaining({ line: 2, field: 'id', reason: 'missing' })]);
  });

  it('of JSON Lines without ids is known by content too', async () => {
    const { app, signals } = await world();
    const lines = '{"at":"2025-06-01","text":"a"}\n{"at":"2025-06-01","text":"b"}\n';
    await dropFile(app, 'a.jsonl', lines);
    await dropFile(app, 'b.jsonl', lines);
    expect((await signals()).map((one) => one.text).sort()).toEqual(['a', 'b']);
  });

  it('remembers what somebody said its columns were, for a file with the same columns and no other', async () => {
    const { app, signals } = await world();
    const columns = ['Wann', 'Was sie sagten', 'Kunde'];
    await app.columns.save(columns, ['at', 'text', 'account']);
    await dropFile(app, 'umfrage.csv', `${columns.join(',')}\n2025-06-01,Der Export bricht ab,acme\n`);
    expect(await signals()).toEqual([expect.objectContaining({ text: 'Der Export bricht ab', account: 'acme' })]);
    expect(await app.columns.find([...columns].reverse())).toBeUndefined();
  });
});
