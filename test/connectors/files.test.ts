import { openApp } from '../../src/app';
import { NotUtf8 } from '../../static/app/src/admin/file/read-records';
import { dropFile } from '../fixtures/dropped-file';
import { manyRows } from '../deep/many-rows';
import { fakePorts } from '../fakes/ports';
import { fakeSources } from '../fakes/sources';

async function world() {
  const ports = fakePorts();
  await ports.stores.products.saveProduct({ id: 'mail', name: 'Mail', projects: ['MAIL'] });
  const app = openApp({ ports, sources: fakeSources(), prepare: async () => undefined });
  const texts = async (): Promise<readonly (string | undefined)[]> => (await ports.stores.signals.pageSignals('mail', undefined, 100_000)).rows.map((one) => one.text);
  const problems = async (importId: string): Promise<readonly string[]> => (await ports.stores.imports.pageProblems(importId, undefined, 100)).rows.map((one) => `${one.line} ${one.field}: ${one.reason}`);
  return { ports, app, texts, problems };
}

const HEADER = 'id,at,text,account\n';

describe('F44: a file', () => {
  it('with wrong quotes: every bad row is named by its line, and the good ones around it are kept', async () => {
    const { app, texts, problems } = await world();
    const { importId } = await dropFile(app, 'a.csv', `${HEADER}1,2025-06-01,first,acme\n2,2025-06-01,"never closed,acme\n3,2025-06-01,third,acme\n4,2025-06-01,"said ""so"", twice",acme\n5,2025-06-01,5" pipes,acme\n6,2025-06-01,too,many,cells\n`);
    expect(await texts()).toEqual(expect.arrayContaining(['first', 'third', 'said "so", twice', '5" pipes']));
    expect(await texts()).toHaveLength(4);
    expect(await problems(importId)).toEqual(['3 (row): quote not closed', '7 (row): not as many cells as the header']);
  });

  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['UTF-16 that breaks off', new Uint8Array(Buffer.from(`\uFEFF${HEADER}1,2025-06-01,caf\u00E9,acme\n`, 'utf16le').subarray(0, -1))],
    ['Latin-1', new Uint8Array(Buffer.from(`${HEADER}1,2025-06-01,caf\u00E9,acme\n`, 'latin1'))],
    ['UTF-8 that turns into Latin-1 half-way', new Uint8Array(Buffer.concat([Buffer.from(`${HEADER}1,2025-06-01,caf\u00E9,acme\n`), Buffer.from('2,2025-06-01,caf\u00E9,acme\n', 'latin1')]))],
  ])('in %s is refused before anything is sent: guessing would change customers\' letters', async (_what, content) => {
    const { ports, app, texts } = await world();
    await expect(dropFile(app, 'a.csv', content)).rejects.toThrow(NotUtf8);
    expect(await texts()).toEqual([]);
    expect(ports.jobs).toEqual([]);
  });

  it.each([['little', false], ['big', true]])('in UTF-16 that says so, %s end first, is read as it is written', async (_, isBig) => {
    const { app, texts } = await world();
    const bytes = Buffer.from(`\uFEFF${HEADER}1,2025-06-01,caf\u00E9 ☕,acme\n`, 'utf16le');
    await dropFile(app, 'a.csv', new Uint8Array(isBig ? bytes.swap16() : bytes));
    expect(await texts()).toEqual(['café ☕']);
  });

  it('with a column twice in its header says which one counts', async () => {
    const { app, texts, problems } = await world();
    const { importId } = await dropFile(app, 'a.csv', 'id,at,text,text\n1,2025-06-01,old words,new words\n');
    expect(await texts()).toEqual(['new words']);
    expect(await problems(importId)).toEqual(['1 text: named twice in the header: the last one counts']);
  });

  it('with cells that a spreadsheet would run keeps them as the customer wrote them', async () => {
    const { app, texts } = await world();
    const cells = ['=HYPERLINK("x","y")', '+1', '-1', '@SUM(A1)', '＝1+1'];
    await dropFile(app, 'a.csv', HEADER + cells.map((cell, id) => `${id},2025-06-01,"${cell.replaceAll('"', '""')}",acme\n`).join(''));
    expect([...(await texts())].sort()).toEqual([...cells].sort());
  });

  it('of which half arrived is never read', async () => {
    const { app, texts } = await world();
    const file = HEADER + Array.from({ length: 20 }, (_, id) => `${id},2025-06-01,"${'word '.repeat(10_000)}",acme\n`).join('');
    await expect(dropFile(app, 'a.csv', file, { lose: 1 })).rejects.toThrow('arrived');
    expect(await texts()).toEqual([]);
  });

  it('that comes twice, as CSV and as JSON Lines, is stored once', async () => {
    const { app, texts } = await world();
    await dropFile(app, 'a.csv', `${HEADER}1,2025-06-01,first,acme\n2,2025-06-01,second,acme\n`);
    await dropFile(app, 'a.csv', `${HEADER}1,2025-06-01,first,acme\n2,2025-06-01,second,acme\n`);
    await dropFile(app, 'a.jsonl', '{"id":"1","at":"2025-06-01","text":"first","account":"acme"}\n{"id":"2","at":"2025-06-01","text":"second","account":"acme"}\n');
    expect(await texts()).toEqual(['first', 'second']);
  });

  it('of very many rows is read whole, and names each bad one (npm run deep has a million)', async () => {
    const report = await manyRows(1, 20_000);
    expect(report.violations).toEqual([]);
    expect(report.covered).toMatchObject({ kept: 19_980, rejected: 20 });
  });
});
