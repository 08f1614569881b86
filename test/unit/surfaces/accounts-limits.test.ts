import { openApp } from '../../../src/app';
import type { Answer } from '../../../src/contract/answer';
import type { AccountsImported, AccountsView } from '../../../src/contract/accounts';
import { forgeSources } from '../../../src/compose-sources';
import { adminResolver } from '../../../src/surfaces/admin/admin';
import { sendAccounts } from '../../../static/app/src/admin/accounts/send-accounts';
import { fakeConnectionStore } from '../../fakes/connection-store';
import { fakePorts } from '../../fakes/ports';

const AT = '2025-06-01T00:00:00.000Z';
const some = <Value>(count: number, make: (at: number) => Value): Value[] => Array.from({ length: count }, (_, at) => make(at));

async function site() {
  const ports = fakePorts();
  ports.tracker.rights.siteAdmin = true;
  await ports.stores.products.saveProduct({ id: 'mail', name: 'Mail', projects: ['TB'] });
  const resolver = adminResolver(openApp({ ports, prepare: async () => undefined, sources: { ...forgeSources(), connections: fakeConnectionStore() } }));
  return {
    ports,
    ask: async <Value>(endpoint: string, payload: unknown): Promise<Value> => {
      const answer = (await resolver({ call: { functionKey: endpoint, payload }, context: {} as never }, { principal: { accountId: 'admin' } })) as unknown as Answer<Value>;
      if (!answer.ok) throw new Error(answer.code);
      return answer.value;
    },
  };
}

describe('a list of the accounts screen that is cut', () => {
  it('says of how many: rules, differences, hints, accounts that were found', async () => {
    const { ports, ask } = await site();
    await ports.accounts.saveRules(some(61, (at) => ({ kind: 'domain' as const, text: `labs-${at}.example`, account: 'acme', by: 'person' as const, madeAt: AT })));
    await ports.accounts.saveAccounts(some(20, (at) => ({ id: `b${at}`, name: `Brighton ${at}` })));
    await ports.accounts.saveFacts(some(60, (at) => at).flatMap((at) => [{ account: `d${at}`, from: AT, plan: 'Pro' }, { account: `d${at}`, from: AT, source: 'desk', plan: 'Free' }]));
    await ports.accounts.saveOrigins('mail', some(55, (at) => ({ signal: `s${at}`, source: 'desk', domain: `firm-${at}.example` })));
    const view = await ask<AccountsView>('admin.accounts', { product: 'mail' });
    expect([view.rules.length, view.ruled]).toEqual([50, 61]);
    expect([view.disputes.length, view.differences, view.disputed, view.unlooked]).toEqual([50, 60, 60, 0]);
    expect([view.rows.length, view.unknown.hints]).toEqual([50, 55]);
    expect(await ask<object>('admin.searchAccounts', { words: 'brighton' })).toMatchObject({ rows: { length: 8 }, found: 20 });
    expect(await ask<object>('admin.searchAccounts', { words: 'brighton 7' })).toEqual({ rows: [{ id: 'b7', name: 'Brighton 7' }], found: 1 });
  });

  it('says how many accounts were not compared at all', async () => {
    const { ports, ask } = await site();
    await ports.accounts.saveFacts(some(5_020, (at) => at).flatMap((at) => [{ account: `d${String(at).padStart(5, '0')}`, from: AT, plan: 'Pro' }, { account: `d${String(at).padStart(5, '0')}`, from: AT, source: 'desk', plan: 'Pro' }]));
    expect(await ask<AccountsView>('admin.accounts', { product: 'mail' })).toMatchObject({ disputed: 0, differences: 0, unlooked: 20 });
  });

  it('counts every line of a list that was not taken, however many are named', async () => {
    const { ask } = await site();
    const bytes = new TextEncoder().encode(`account,from\n${some(1_200, (at) => `a${at},soon`).join('\n')}\n`);
    const file = { name: 'accounts.csv', size: bytes.length, stream: () => new Response(bytes).body! };
    const done = await sendAccounts(file as never, async (chunk) => ({ ok: true, value: await ask<AccountsImported>('admin.importAccounts', chunk) }));
    expect(done).toMatchObject({ ok: true, value: { lines: 1_200, accounts: 0, turnedAway: 1_200 } });
  });

  const sent = async (content: string | Uint8Array<ArrayBuffer>): Promise<{ readonly done: Answer<AccountsImported>; readonly ports: Awaited<ReturnType<typeof site>>['ports'] }> => {
    const { ask, ports } = await site();
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const file = { name: 'accounts.csv', size: bytes.length, stream: () => new Response(bytes).body! };
    return { ports, done: await sendAccounts(file as never, async (chunk) => ({ ok: true, value: await ask<AccountsImported>('admin.importAccounts', chunk) })) };
  };

  it('names lines as the file numbers them, counts one that is too long to send, and does not count what was left out of a line that was taken', async () => {
    const { done } = await sent(`account,from,revenue,note\n\na1,,12.000,x\n\n\na2,soon,,\na3,,,${'x'.repeat(450_000)}\n\na4,soon,,`);
    expect(done).toEqual({ ok: true, value: { lines: 4, accounts: 1, turnedAway: 3, problems: [
      { line: 3, field: 'revenue', reason: 'not one number: left out', note: true }, { line: 6, field: 'from', reason: 'not a date' }, { line: 1, field: 'note', reason: 'unknown field: ignored', note: true },
      { line: 7, field: '(row)', reason: 'too long to send' }, { line: 9, field: 'from', reason: 'not a date' },
    ] } });
  });

  it.each([['120,000', 120_000], ['1.234.567,50', 1_234_567.5], ['12 000', 12_000], ['120.000', undefined], ['-5', undefined], ['0x10', undefined], ['12k', undefined]])('takes a revenue of %j for %j, and the line with its plan in any case', async (written, revenue) => {
    const { done, ports } = await sent(`account,plan,revenue\na1,Pro,"${written}"`);
    expect(done).toMatchObject({ ok: true, value: { lines: 1, accounts: 1, turnedAway: 0 } });
    expect((await ports.accounts.factsOf(['a1'])).get('a1')?.map((one) => [one.plan, one.revenue])).toEqual([['Pro', revenue]]);
  });

  it('leaves out a revenue below nothing in JSON Lines too', async () => {
    const { ask, ports } = await site();
    await ask('admin.importAccounts', { format: 'jsonl', text: '{"account":"a1","plan":"Pro","revenue":-5}', firstLine: 1 });
    expect((await ports.accounts.factsOf(['a1'])).get('a1')?.map((one) => [one.plan, one.revenue])).toEqual([['Pro', undefined]]);
  });

  it('says that a file is not UTF-8, and stops', async () => {
    expect((await sent(Uint8Array.from([...new TextEncoder().encode('account,name\na1,M'), 0xfc, 10]))).done).toMatchObject({ ok: false, code: 'edge/bad-input', detail: expect.stringContaining('UTF-8') as string });
  });
});
