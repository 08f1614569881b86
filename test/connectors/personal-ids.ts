import { passesLuhn } from '../../src/ingest/redact/check-digits';
import { redactText } from '../../src/ingest/redact/redact-text';
import type { Connector, Feed } from '../../src/ports/connector';
import type { OpenWorld, SourceWorld } from '../../host/sources/source-world';
import type { Found } from './find-connectors';

const LENGTHS = [11, 15, 16, 19];
const BEGINNINGS: Readonly<Record<number, string>> = { 15: '37', 16: '4', 19: '62' };

/** Long numbers as vendors give them, each of them what redaction takes for a card's or a person's number. */
function* personalNumbers(): Generator<string> {
  for (let count = 1; ; count += 1) {
    const length = LENGTHS[count % LENGTHS.length] ?? 16;
    const head = BEGINNINGS[length] ?? '1';
    const body = `${head}${String(count * 7919).padStart(length - head.length - 1, '2')}`.slice(0, length - 1);
    for (let last = 0; last < 10; last += 1) {
      const number = `${body}${last}`;
      if ((length === 11 || passesLuhn(number)) && redactText(number).found.length > 0) {
        yield number;
        break;
      }
    }
  }
}

/** The same source with such ids in place of its own, towards the engine and towards the suite alike. */
export function withPersonalIds({ connector, openWorld }: Required<Pick<Found, 'connector' | 'openWorld'>>): { readonly connector: Connector; readonly openWorld: OpenWorld } {
  const numbers = personalNumbers();
  const [byOwn, byNumber] = [new Map<string, string>(), new Map<string, string>()];
  // A turn of a call keeps its place behind the number of the call, and what is said later in a conversation its own.
  const parted = (id: string): readonly [string, string] => {
    const at = /^\d{15,}#|^\d+\//.exec(id)?.[0].length;
    return at === undefined ? [id, ''] : [id.slice(0, at - 1), id.slice(at - 1)];
  };
  const numberOf = (id: string): string => {
    const [own, rest] = parted(id);
    const number = byOwn.get(own) ?? numbers.next().value;
    byOwn.set(own, number);
    byNumber.set(number, own);
    return `${number}${rest}`;
  };
  const ownOf = (id: string): string => {
    const at = id.search(/[#/]/);
    const [number, rest] = at < 0 ? [id, ''] : [id.slice(0, at), id.slice(at)];
    return `${byNumber.get(number) ?? number}${rest}`;
  };
  const rename = <One extends { readonly externalId: string }>(one: One): One => ({ ...one, externalId: numberOf(one.externalId) });
  const records = <Item extends { readonly externalId: string }>(feed: Feed<Item>): Feed<Item> => async (ask) => {
    const { drawCanaries } = ask;
    const page = await feed({ ...ask, ...(drawCanaries === undefined ? {} : { drawCanaries: async () => (await drawCanaries()).map(ownOf) }) });
    return {
      ...page, items: page.items.map(rename),
      ...(page.skipped === undefined ? {} : { skipped: page.skipped.map(rename) }),
      ...(page.canaries === undefined ? {} : { canaries: { asked: page.canaries.asked.map(numberOf), found: page.canaries.found.map(numberOf) } }),
      ...(page.gone === undefined ? {} : { gone: page.gone.map(rename) }),
    };
  };
  const { poll, backfill, deletions, probe } = connector;
  return {
    connector: {
      ...connector,
      ...(poll === undefined ? {} : { poll: records(poll) }),
      ...(backfill === undefined ? {} : { backfill: records(backfill) }),
      ...(deletions === undefined ? {} : { deletions: records(deletions) }),
      ...(probe === undefined ? {} : { probe: async (ask) => {
        const { found, ...rest } = await probe({ ...ask, canaries: ask.canaries.map(ownOf) });
        return { ...rest, ...(found === undefined ? {} : { found: found.map(numberOf) }) };
      } }),
    },
    openWorld: (needs): SourceWorld => {
      const world = openWorld(needs);
      const keyed = <Value>(map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> => new Map([...map].map(([id, value]) => [numberOf(id), value]));
      const { mergeRecords, move } = world.identity;
      const { changedAt, link, unlink } = world;
      return {
        ...world,
        speak: (text) => numberOf(world.speak(text)),
        speakLate: (text, at) => numberOf(world.speakLate(text, at)),
        ...(world.sayMore === undefined ? {} : { sayMore: (id: string, text: string) => world.sayMore?.(ownOf(id), text) }),
        rewrite: (id, text) => world.rewrite(ownOf(id), text),
        remove: (id) => world.remove(ownOf(id)),
        live: () => keyed(world.live()),
        authors: () => keyed(world.authors()),
        ...(changedAt === undefined ? {} : { changedAt: (id) => changedAt(ownOf(id)) }),
        ...(link === undefined ? {} : { link: (id, issue) => link(ownOf(id), issue) }),
        ...(unlink === undefined ? {} : { unlink: (id, issue) => unlink(ownOf(id), issue) }),
        identity: {
          ...world.identity,
          ...(mergeRecords === undefined ? {} : { mergeRecords: (from, into) => mergeRecords(ownOf(from), ownOf(into)) }),
          ...(move === undefined ? {} : { move: (id) => move(ownOf(id)) }),
        },
      };
    },
  };
}
