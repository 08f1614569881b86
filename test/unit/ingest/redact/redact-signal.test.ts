import type { Signal } from '../../../../src/domain/signal';
import { isAddressOrName, redactRecord, redactSignal } from '../../../../src/ingest/redact/redact-signal';

const pseudonym = (text: string): string => `person-${text.toLowerCase().length}`;
const signal = (over: Partial<Signal>): Signal => ({ id: 'desk:1', source: 'desk', externalId: '1', at: '2025-06-01T00:00:00.000Z', kind: 'said', text: 'words', visibility: 'open', ...over });

describe('a signal before the store', () => {
  it('keeps the source’s own id of the author, and neither an address nor a name in its place', () => {
    expect(redactSignal(signal({ author: '3601147233' }), pseudonym).author).toBe('3601147233');
    expect(redactSignal(signal({ author: 'auth0|63fe_x' }), pseudonym).author).toBe('auth0|63fe_x');
    expect(redactSignal(signal({ author: 'anna@example.com' }), pseudonym).author).toBe('person-16');
    expect(redactSignal(signal({ author: 'Anna de Vries' }), pseudonym).author).toBe('person-13');
  });

  it('takes the author’s name, where a file tells it, out of the author’s own words', () => {
    expect(redactSignal(signal({ author: 'Anna de Vries', text: 'Since Friday Vries cannot print, anna de vries neither' }), pseudonym)).toMatchObject({ author: 'person-13', text: 'Since Friday [name] cannot print, [name] neither' });
  });

  it('takes an address out of the id, so that the same record keeps the same id', () => {
    const first = redactSignal(signal({ externalId: 'anna@example.com', id: 'desk:anna@example.com' }), pseudonym);
    expect(first).toMatchObject({ externalId: 'person-16', id: 'desk:person-16' });
  });

  it.each(['11621885383', '378282246310005', '4111111111111111', '6222222222228156572', 'sk_live_4eC39HqLyjWDarjtT1zdp7dc'])('keeps a vendor’s own ids %s, whatever they look like', (id) => {
    expect(redactSignal(signal({ externalId: id }), pseudonym).externalId).not.toBe(id);
    expect(redactRecord(signal({ externalId: id, id: `desk:${id}`, author: id, account: id, text: `my card ${id}` }), pseudonym)).toMatchObject({ externalId: id, id: `desk:${id}`, author: id, account: id });
    expect(isAddressOrName(id)).toBe(false);
  });

  it('keeps neither an address nor a name as a vendor’s author', () => {
    expect(redactRecord(signal({ author: 'anna@example.com', account: 'anna@example.com' }), pseudonym)).toMatchObject({ author: 'person-16', account: 'person-16' });
    expect(redactRecord(signal({ author: 'Anna de Vries' }), pseudonym).author).toBe('person-13');
  });

  it('keeps the address of a page without what names a person or opens a door', () => {
    expect(redactSignal(signal({ url: 'https://desk.example/agent/tickets/48001' }), pseudonym).url).toBe('https://desk.example/agent/tickets/48001');
    expect(redactSignal(signal({ url: 'https://desk.example/t/5?user=anna%40example.com' }), pseudonym).url).toBe('https://desk.example/t/5');
    expect(redactSignal(signal({ url: 'https://desk.example/u/anna@example.com' }), pseudonym).url).toBeUndefined();
  });

  it('takes personal data out of title and text and leaves every other letter', () => {
    const kept = redactSignal(signal({ title: 'Mail from anna@example.com', text: 'It crashes — ring 07700 900461 — on 128.10.1' }), pseudonym);
    expect(kept.title).toBe('Mail from [e-mail]');
    expect(kept.text).toBe('It crashes — ring [phone] — on 128.10.1');
  });
});
