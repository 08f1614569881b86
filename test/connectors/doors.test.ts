import { StoreUnavailable } from '../../src/domain/errors';
import { secretKey } from '../../src/domain/connection';
import { receiveVendor, type VendorOutcome } from '../../src/ingest/sources/receive-vendor';
import { Killed } from '../fakes/failing-after';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';
import { behindDoor, bodyWith, deliveryOf, DOORS, json, type Door, type Words } from './doors';

const AT = 1_751_353_200;
const words = (id: number, text: string, more: Partial<Words> = {}): Words => ({ id, text, author: `U${id % 5}`, at: AT + id, ...more });

async function open(door: Door): Promise<SourceBench> {
  return openBench(door.connector, () => behindDoor(door), `door ${door.connector.id}`);
}

async function knock(bench: SourceBench, door: Door, body: string, { secret = Object.values(door.secrets).at(-1) ?? '', late = 0, needs = bench.needs } = {}): Promise<VendorOutcome | 'killed'> {
  const seconds = Math.floor(Date.parse(bench.needs.clock.now()) / 1000) - late;
  try {
    return await receiveVendor(needs, CONNECTION, deliveryOf(body, await door.sign(body, secret, seconds)));
  } catch (error) {
    if (error instanceof Killed) return 'killed';
    throw error;
  }
}

async function texts(bench: SourceBench): Promise<readonly string[]> {
  return [...(await bench.stored()).values()].sort();
}

describe.each(DOORS.map((door) => [door.connector.id, door] as const))('what %s brings by itself', (_id, door) => {
  it('F1, F18: killed anywhere, or stored and the answer lost: not acknowledged, and sent again it is there once', async () => {
    for (const place of ['records-announced', 'signals-stored', 'gone-removed', 'records-stored']) {
      const bench = await open(door);
      bench.killAt = (at) => at === place;
      expect([place, await knock(bench, door, door.body(words(1, 'The export drops rows')))]).toEqual([place, 'killed']);
      expect(await knock(bench, door, door.body(words(1, 'The export drops rows')))).toBe('taken');
      expect(await texts(bench)).toEqual(['The export drops rows']);
    }
  });

  it('F3: larger than we take, it is refused before it is read', async () => {
    const bench = await open(door);
    expect(await knock(bench, door, door.body(words(1, 'x'.repeat(5_000_000))))).toBe('unreadable');
    expect(await texts(bench)).toEqual([]);
  });

  it('F7, F8: half of it, nothing, or a page of HTML is never taken', async () => {
    const bench = await open(door);
    const whole = door.body(words(1, 'The export drops rows'));
    for (const body of [whole.slice(0, whole.length / 2), '', '<!doctype html><title>x</title>', '[]', 'null']) expect([body, await knock(bench, door, body)]).toEqual([body, 'unreadable']);
    expect(await texts(bench)).toEqual([]);
  });

  it('F10: twice, out of order and all at once it is stored once, in its newest words', async () => {
    const bench = await open(door);
    const first = words(1, 'The export drops rows');
    const edited = words(1, 'The export drops every second row', { editedAt: AT + 600 });
    const order = door.isEdited ? [edited, first, edited] : [first, first, first];
    for (const one of order) expect(await knock(bench, door, door.body(one))).toBe('taken');
    await Promise.all(Array.from({ length: 8 }, () => knock(bench, door, door.body(words(2, 'Slow search')))));
    expect(await texts(bench)).toEqual([door.isEdited ? edited.text : first.text, 'Slow search'].sort());
  });

  it('F15: with a clock that is wrong by an hour it is refused where the vendor signs the time, else taken as it is', async () => {
    const bench = await open(door);
    for (const late of [3_600, -3_600]) expect(await knock(bench, door, door.body(words(1, 'Slow search')), { late })).toBe(door.isTimed ? 'refused' : 'taken');
    expect(await texts(bench)).toEqual(door.isTimed ? [] : ['Slow search']);
  });

  it('F26: without a field that tells who said what when, it is not taken; another field more changes nothing', async () => {
    const bench = await open(door);
    const body = door.body(words(1, 'Slow search'));
    for (const path of door.needed) {
      for (const value of [undefined, null, { another: 'type' }]) {
        const changed = json(door, body);
        const steps = path.split('.');
        const owner = steps.slice(0, -1).reduce((at, step) => at[step] as Record<string, unknown>, changed);
        owner[steps.at(-1) ?? ''] = value;
        expect([path, value, await knock(bench, door, bodyWith(door, changed))]).toEqual([path, value, 'unreadable']);
      }
    }
    expect(await texts(bench)).toEqual([]);
    expect(await knock(bench, door, bodyWith(door, { ...json(door, body), new_field: [1] }))).toBe('taken');
  });

  it('F27, F44: words of every script, formulas and broken characters are kept as they were', async () => {
    const bench = await open(door);
    const said = ['emoji 😀👩‍👩‍👧', 'שלום עולם', '日本語のフィードバック', '=HYPERLINK("x") does not work', '+1 from us', 'half \uD83D character', 'line one\nline two'];
    for (const [id, text] of said.entries()) expect(await knock(bench, door, door.body(words(id, text)))).toBe('taken');
    expect(await texts(bench)).toEqual(said.map((text) => text.toWellFormed()).sort());
  });

  it('F29: customers are counted by the vendor\'s id of them, whatever they are called', async () => {
    const bench = await open(door);
    for (let id = 0; id < 20; id += 1) await knock(bench, door, door.body(words(id, `Words number ${id}`)));
    const rows = (await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 100)).rows;
    expect(rows).toHaveLength(20);
    expect(new Set(rows.map((one) => one.author)).size).toBe(5);
    expect(rows.map((one) => one.externalId).sort()).toEqual(Array.from({ length: 20 }, (_, id) => door.externalId(words(id, ''))).sort());
  });

  it('F16: while the store is away the sender is told to come again, and nothing is acknowledged', async () => {
    const bench = await open(door);
    const away = { ...bench.needs, stores: { ...bench.needs.stores, signals: { ...bench.needs.stores.signals, saveSignals: () => Promise.reject(new StoreUnavailable('away')) } } };
    expect(await knock(bench, door, door.body(words(1, 'Slow search')), { needs: away })).toBe('busy');
    expect(await knock(bench, door, door.body(words(1, 'Slow search')))).toBe('taken');
    expect(await texts(bench)).toEqual(['Slow search']);
  });

  it('F40: with a secret that was changed it is refused until the sender has the new one', async () => {
    const bench = await open(door);
    const field = Object.keys(door.secrets).at(-1) ?? '';
    await bench.ports.settings.saveSecret(secretKey(CONNECTION, field), 'changed');
    expect(await knock(bench, door, door.body(words(1, 'Slow search')))).toBe('refused');
    expect(await knock(bench, door, door.body(words(1, 'Slow search')), { secret: 'changed' })).toBe('taken');
    expect(await texts(bench)).toEqual(['Slow search']);
  });

  it('F41: days without a delivery are never a reading: nothing says when it was last read', async () => {
    const bench = await open(door);
    await knock(bench, door, door.body(words(1, 'Slow search')));
    bench.clock.advance(3 * 86_400_000);
    const [coverage] = await bench.ports.stores.products.listCoverage(PRODUCT);
    expect(coverage?.lastReadAt).toBeUndefined();
  });
});

describe('a mail with pictures in it', () => {
  const door = DOORS.find((one) => one.connector.id === 'email-forward');
  const withPicture = (bytes: number, text = 'The export drops rows'): string =>
    JSON.stringify({ ...(JSON.parse(door?.body(words(1, text)) ?? '{}') as object), Attachments: [{ Name: 'screen.png', ContentType: 'image/png', Content: 'A'.repeat(bytes) }] });

  it('is heard: the pictures are not read, the words beside them are', async () => {
    if (door === undefined) throw new Error('no door for mail');
    const bench = await open(door);
    expect(await knock(bench, door, withPicture(3_000_000))).toBe('taken');
    expect(await texts(bench)).toEqual(['The export drops rows']);
  });

  it('with more words than anybody looks at is counted as not read', async () => {
    if (door === undefined) throw new Error('no door for mail');
    const bench = await open(door);
    expect(await knock(bench, door, withPicture(10, 'x '.repeat(300_000)))).toBe('taken');
    expect(await texts(bench)).toEqual([]);
    expect((await bench.needs.connections.pageUnseen(CONNECTION, '9999', undefined, 10)).map((one) => one.skipped)).toEqual(['not-read: too-long']);
  });
});
