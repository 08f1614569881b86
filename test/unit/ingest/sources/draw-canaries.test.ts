import fc from 'fast-check';
import { seededRandom } from '../../../../src/domain/random';
import { drawCanaries, drawMore } from '../../../../src/ingest/sources/draw-canaries';
import { findDisbelief } from '../../../../src/ingest/sources/find-blindness';
import { fakeConnectionStore } from '../../../fakes/connection-store';
import { fakeClock } from '../../../fakes/ports';

const DAY = 86_400_000;
const NOW = '2025-07-01T00:00:00.000Z';

/** A source that is `days` days old, with so many records a day; ids sort by their age. */
async function filled(days: number, each = 10, seed = 'canaries') {
  const connections = fakeConnectionStore();
  const clock = { ...fakeClock(), now: () => NOW };
  const records = Array.from({ length: days * each }, (_, index) => ({ externalId: String(index).padStart(6, '0'), revision: NOW, seenAt: NOW, product: 'mail', at: new Date(Date.parse(NOW) - DAY * (days - Math.floor(index / each))).toISOString() }));
  await connections.saveRecords('desk', records);
  return { needs: { connections, clock, random: seededRandom(seed) }, ids: records.map((one) => one.externalId) };
}

describe('canaries', () => {
  it('come from everywhere, each record as likely as another, and half of them from the last thirty days', async () => {
    const { needs, ids } = await filled(400);
    const recentFrom = ids[(400 - 30) * 10] ?? '';
    const tenths = new Map<number, number>();
    for (let draw = 0; draw < 200; draw += 1) {
      const { recent, others } = await drawCanaries(needs, 'desk');
      expect(recent).toHaveLength(5);
      expect(recent.every((id) => id >= recentFrom)).toBe(true);
      for (const id of others) tenths.set(Math.floor(Number(id) / 400), (tenths.get(Math.floor(Number(id) / 400)) ?? 0) + 1);
    }
    // A thousand draws over ten tenths: each within five standard deviations of a hundred.
    expect([...tenths.keys()].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(Math.min(...tenths.values())).toBeGreaterThan(50);
    expect(Math.max(...tenths.values())).toBeLessThan(150);
  });

  it('are the last there are where nothing was said for a month', async () => {
    const { needs, ids } = await filled(20);
    const later = { ...needs, clock: { ...needs.clock, now: () => '2026-07-01T00:00:00.000Z' } };
    expect((await drawCanaries(later, 'desk')).recent).toEqual(ids.slice(-5).reverse());
  });

  it('do not take a vendor for blind that keeps only its last years, and do take one that lost its newer half', async () => {
    const { needs, ids } = await filled(400);
    const kindFor = async (isShown: (id: string) => boolean): Promise<string | undefined> => {
      const first = await drawCanaries(needs, 'desk');
      const more = await drawMore(needs, 'desk', first.recent);
      const canaries = { recent: [...first.recent, ...more], others: first.others };
      return findDisbelief({ probe: { found: [...canaries.recent, ...canaries.others].filter(isShown) }, known: ids.length, canaries })?.kind;
    };
    const [third, half] = [ids[1_300] ?? '', ids[2_000] ?? ''];
    for (let draw = 0; draw < 50; draw += 1) {
      expect(['read-anew', undefined]).toContain(await kindFor((id) => id >= third));
      expect(await kindFor((id) => id < half)).toBe('canaries-missing');
    }
  });

  it('raise no alarm for single deletions, whichever', () => {
    fc.assert(fc.property(fc.integer({ min: 8, max: 25 }), fc.integer({ min: 0, max: 2 }), (asked, gone) => {
      const recent = Array.from({ length: asked }, (_, index) => String(index));
      const kind = findDisbelief({ probe: { found: recent.slice(gone) }, known: 1_000, canaries: { recent, others: [] } })?.kind;
      expect(kind).toBe(gone === 0 ? undefined : 'read-anew');
    }));
  });

  it('that were missing have to be there again, nearly all, before a source is believed', () => {
    const recent = Array.from({ length: 20 }, (_, index) => String(index));
    const kindWith = (gone: number) => findDisbelief({ probe: { found: recent.slice(gone) }, known: 1_000, wasMissing: true, canaries: { recent, others: [] } })?.kind;
    expect(kindWith(5)).toBe('canaries-missing');
    expect(kindWith(2)).toBe('read-anew');
    expect(kindWith(0)).toBeUndefined();
  });
});
