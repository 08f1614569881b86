import type { SourceRecord } from '../../src/domain/source-record';
import type { Watched } from './watch-connector';

const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
/** Keys under which vendors say how a person is called. */
const NAMED = /name$|nick/i;

const few = (wrong: readonly string[]): readonly string[] => [...new Set(wrong)].slice(0, 5);

/** What no record may be, whatever the vendor; each in a sentence that says what to do. */
export function unfitRecords({ items, connector, bench }: Watched): readonly string[] {
  const now = bench.clock.now();
  if (items.length === 0) return ['no record came at all'];
  return few(items.flatMap((item) => [
    ...(TIME.test(item.at) && item.at <= now ? [] : [`at "${item.at}" of ${item.externalId} is not a time in UTC until now`]),
    ...(item.revision === '' ? [`${item.externalId} has no revision: the time of its last change, or whatever grows`] : []),
    ...(/[@\s]/.test(item.author ?? '') ? [`author "${item.author}" is an address or a name: give the vendor's id`] : []),
    ...(item.account?.domain === undefined || DOMAIN.test(item.account.domain) ? [] : [`account.domain "${item.account.domain}" is no domain: domainOfAddress or domainOfSite of _shared/domain-of.ts`]),
    ...(item.url === undefined || item.url.startsWith('https://') ? [] : [`url "${item.url}" does not begin with https://`]),
    ...Object.keys(item.routing ?? {}).filter((fact) => !connector.routes.includes(fact)).map((fact) => `routing has "${fact}", which is not in \`routes\`: no rule can look at it`),
  ]));
}

/** Of one record whose words were changed: what its later version may not do. */
export function unlikeNewer({ items, bench: { world } }: Watched): readonly string[] {
  const wordsOf = (item: SourceRecord): string => `${item.title ?? ''}\n${item.text ?? ''}`;
  const versions = [...Map.groupBy(items, (item) => item.externalId).values()].flatMap(([first, ...rest]) => (first === undefined ? [] : rest.filter((one) => wordsOf(one) !== wordsOf(first)).map((newer) => ({ first, newer }))));
  if (versions.length === 0) return world.isSilentOnEdits === true ? [] : ['no changed words were ever read: does `rewrite` of the world move its time of change?'];
  return few(versions.flatMap(({ first, newer }) => [
    ...(newer.at === first.at || world.tellsOnlyLastChange === true ? [] : [`${first.externalId} was said at ${first.at} and after a change at ${newer.at}: \`at\` is when it was said, else an old need looks new`]),
    ...(newer.revision > first.revision ? [] : [`revision "${newer.revision}" of ${first.externalId} stands for newer words than "${first.revision}" and does not sort behind it`]),
  ]));
}

/** Names that the vendor tells in one breath with an author's id, and that the author's records do not pass on. */
export function namesUntold({ items, replies }: Watched): readonly string[] {
  const byAuthor = Map.groupBy(items.filter((item) => item.author !== undefined), (item) => item.author ?? '');
  return few(objectsIn(replies).flatMap((object) => {
    const author = Object.values(object).map(String).find((value) => byAuthor.has(value));
    if (author === undefined) return [];
    const names = Object.entries(object).flatMap(([key, value]) => (NAMED.test(key) && typeof value === 'string' && value.trim() !== '' && value !== author ? [{ key, name: value.trim() }] : []));
    const records = byAuthor.get(author) ?? [];
    return names.filter(({ name }) => records.every((one) => one.people?.includes(name) !== true)).map(({ key }) => `the vendor tells in "${key}" what an author is called, and no record of theirs has it in \`people\`: it would stay in the words (peopleOf of _shared/persons-name.ts)`);
  }));
}

function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)];
}
