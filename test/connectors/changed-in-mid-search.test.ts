import { openWorld } from '../../host/sources/intercom/world';
import type { Call, Reply, SourceWorld } from '../../host/sources/source-world';
import { intercom } from '../../src/connectors/intercom';
import { recordedSource, readFeed } from '../fixtures/recorded-source';

const HOUR = 3_600_000;
interface Listed {
  readonly conversations: readonly { readonly id: string }[];
  readonly pages: { readonly next?: { readonly starting_after: string } };
}

/** A search that lists conversations by their ids: Intercom promises no order. */
function byId(world: SourceWorld): SourceWorld {
  const page = (call: Call, pagination: object): Reply => world.answer({ ...call, body: JSON.stringify({ ...(JSON.parse(call.body) as object), pagination }) });
  const answer = (call: Call): Reply => {
    if (call.path !== '/conversations/search') return world.answer(call);
    const from = Number((JSON.parse(call.body) as { pagination: { starting_after?: string } }).pagination.starting_after ?? 0);
    const rows: { readonly id: string }[] = [];
    for (let next: string | undefined = ''; next !== undefined; ) {
      const { conversations, pages } = page(call, { per_page: 150, ...(next === '' ? {} : { starting_after: next }) }).body as Listed;
      rows.push(...conversations);
      next = pages.next?.starting_after;
    }
    const conversations = rows.toSorted((a, b) => a.id.localeCompare(b.id)).slice(from, from + 150);
    return { status: 200, body: { type: 'conversation.list', conversations, total_count: rows.length, pages: from + 150 < rows.length ? { next: { starting_after: String(from + 150) } } : {} } };
  };
  return { ...world, answer };
}

it.each([['newest first', (world: SourceWorld) => world], ['by id', byId]])('what changes on a page that was read, while the others still are, is read with the next poll, though a later page tells a later change (listed %s)', async (_order, listed) => {
  let at = Date.parse('2026-03-01T00:00:00Z');
  const world = openWorld({ now: () => at, random: () => 0.3 });
  const ids = Array.from({ length: 400 }, (_, said) => {
    at += 60_000;
    return world.speak(`word ${said}`);
  });
  at += HOUR;
  const { ask } = recordedSource(intercom, listed(world), () => at);
  const words = new Map<string, string | undefined>();
  let [checkpoint, isLast, steps]: [Awaited<ReturnType<NonNullable<typeof intercom.poll>>>['checkpoint'] | undefined, boolean, number] = [undefined, false, 0];
  const poll = intercom.poll ?? (() => Promise.reject(new Error('not polled')));
  while (!isLast) {
    const page = await poll({ ...ask(), ...(checkpoint === undefined ? {} : { checkpoint }) });
    for (const one of page.items) words.set(one.externalId, one.text);
    [checkpoint, isLast, steps] = [page.checkpoint, page.isLast, steps + 1];
    at += 30_000;
    if (steps !== 8) continue;
    // One of the first page in either order, then one of the last.
    world.rewrite(ids[4] ?? '', 'changed early');
    world.rewrite(ids[395] ?? '', 'changed early, too');
    at += 1_000;
    world.rewrite(ids[389] ?? '', 'changed late');
    world.rewrite(ids[10] ?? '', 'changed late, too');
  }
  at += HOUR;
  const { items } = await readFeed(poll, ask, checkpoint);
  for (const one of items) words.set(one.externalId, one.text);
  expect([4, 395, 389, 10].map((place) => words.get(ids[place] ?? ''))).toEqual(['changed early', 'changed early, too', 'changed late', 'changed late, too']);
});
