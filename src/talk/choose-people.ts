import { customerKey } from '../domain/customer';
import { sentence, type Sentence } from '../domain/sentence';
import { TALK_REASONS, type TalkPick, type TalkReason, type TalkSlot } from '../domain/talk';
import { daysBetween, type IsoTime } from '../domain/time';
import type { Moment } from '../ports/outcome-store';
import type { CustomerTrail } from './customer-trails';
import type { Standing } from './who-may-be-asked';

/** Everything the choice is made from. Members are the theme's said moments; only open ones become people. */
export interface TalkCase {
  readonly members: readonly Moment[];
  /** Signals that stand for the theme, best first. */
  readonly exemplars: readonly string[];
  readonly trails: ReadonlyMap<string, CustomerTrail>;
  /** Signals that say otherwise, with how that is known. */
  readonly otherwise: ReadonlyMap<string, Sentence>;
  readonly standings: ReadonlyMap<string, Exclude<Standing, 'may'>>;
  readonly now: IsoTime;
}

/** Weeks without a word anywhere from which on a customer who complained is called silent. */
const SILENT_DAYS = 56;
/** How long ago leaving is still worth asking about. */
const LEFT_WITHIN_DAYS = 365;
/** People kept per reason: the one who is shown and who comes next. */
const KEPT = 4;

/**
 * Five people of a theme, one a reason, nobody twice. Who asked not to be contacted or was contacted lately is never chosen; who was shown
 * in the last weeks comes after the others. The order of reasons in which people are given away is that of scarcity: a customer who left
 * is not spent as the typical one.
 */
export function choosePeople(given: TalkCase): { readonly slots: readonly TalkSlot[]; readonly unnamed: number } {
  const members = given.members.filter((one) => one.kind === 'said' && one.visibility === 'open' && (one.account !== undefined || one.author !== undefined));
  const byPerson = groupByPerson(members);
  const ranked: Readonly<Record<TalkReason, readonly TalkPick[]>> = {
    churned: churned(byPerson, given),
    silent: silent(byPerson, given),
    contradicting: contradicting(members, given),
    loudest: loudest(byPerson, members.length),
    typical: typical(members, given),
  };
  const taken = new Set<string>();
  const slots = new Map<TalkReason, TalkSlot>();
  for (const reason of ['churned', 'silent', 'contradicting', 'loudest', 'typical'] as const) {
    const free = ranked[reason].filter(({ person }) => !taken.has(person) && !isBarred(given.standings.get(person)));
    const inOrder = [...free.filter(({ person }) => given.standings.get(person) === undefined), ...free.filter(({ person }) => given.standings.get(person) === 'after-others')];
    const picks = inOrder.slice(0, KEPT);
    if (picks[0] !== undefined) taken.add(picks[0].person);
    slots.set(reason, picks.length > 0 ? { reason, picks } : { reason, picks, none: noneOf(reason, ranked[reason], byPerson, given) });
  }
  // A next one of a scarce reason may have been given away as the first of another.
  const firsts = new Set([...slots.values()].flatMap(({ picks }) => picks[0]?.person ?? []));
  return {
    slots: TALK_REASONS.flatMap((reason) => {
      const slot = slots.get(reason);
      return slot === undefined ? [] : [{ ...slot, picks: slot.picks.filter((pick, index) => index === 0 || !firsts.has(pick.person)) }];
    }),
    unnamed: countUnnamed(given.members, byPerson),
  };
}

type ByPerson = ReadonlyMap<string, readonly Moment[]>;

const isBarred = (standing: Standing | undefined): boolean => standing === 'do-not-contact' || standing === 'recently-contacted';
const keyOf = (moment: Moment): string => customerKey({ ...moment, id: moment.signal });
const newer = (a: Moment, b: Moment): number => (a.at === b.at ? (a.signal < b.signal ? -1 : 1) : a.at < b.at ? 1 : -1);

/** Each person's moments, newest first. */
function groupByPerson(members: readonly Moment[]): ByPerson {
  const groups = new Map<string, Moment[]>();
  for (const moment of members) {
    const group = groups.get(keyOf(moment));
    if (group === undefined) groups.set(keyOf(moment), [moment]);
    else group.push(moment);
  }
  for (const group of groups.values()) group.sort(newer);
  return groups;
}

function pickOf(moment: Moment, why: Sentence): TalkPick {
  return { person: keyOf(moment), signal: moment.signal, why, ...(moment.account === undefined ? {} : { account: moment.account }), ...(moment.author === undefined ? {} : { author: moment.author }) };
}

function loudest(byPerson: ByPerson, all: number): readonly TalkPick[] {
  return [...byPerson.values()]
    .sort((a, b) => b.length - a.length || newer(a[0]!, b[0]!))
    .slice(0, 12)
    .map((group) => pickOf(group[0]!, sentence('talk.why.loudest', { own: group.length, all })));
}

function typical(members: readonly Moment[], { exemplars }: TalkCase): readonly TalkPick[] {
  const byId = new Map(members.map((moment) => [moment.signal, moment]));
  return onePerPerson(exemplars.flatMap((id) => byId.get(id) ?? [])).map((moment) => pickOf(moment, sentence('talk.why.typical')));
}

function contradicting(members: readonly Moment[], { otherwise }: TalkCase): readonly TalkPick[] {
  const found = members.filter(({ signal }) => otherwise.has(signal)).sort(newer);
  return onePerPerson(found).map((moment) => pickOf(moment, otherwise.get(moment.signal) ?? sentence('talk.why.otherwise-words')));
}

function churned(byPerson: ByPerson, { trails, now }: TalkCase): readonly TalkPick[] {
  return [...byPerson]
    .flatMap(([person, group]) => {
      const leftAt = trails.get(person)?.leftAt;
      return leftAt === undefined || daysBetween(leftAt, now) > LEFT_WITHIN_DAYS ? [] : [{ leftAt, moment: group[0]! }];
    })
    .sort((a, b) => (a.leftAt === b.leftAt ? newer(a.moment, b.moment) : a.leftAt < b.leftAt ? 1 : -1))
    .slice(0, 12)
    .map(({ leftAt, moment }) => pickOf(moment, sentence('talk.why.churned', { at: leftAt })));
}

function quietPeople(byPerson: ByPerson, { trails, now }: TalkCase): readonly { readonly group: readonly Moment[]; readonly trail: CustomerTrail }[] {
  return [...byPerson].flatMap(([person, group]) => {
    const trail = trails.get(person);
    return trail === undefined || trail.leftAt !== undefined || daysBetween(trail.lastHeardAt, now) < SILENT_DAYS ? [] : [{ group, trail }];
  });
}

function silent(byPerson: ByPerson, given: TalkCase): readonly TalkPick[] {
  return quietPeople(byPerson, given)
    .filter(({ trail }) => trail.isListenedTo)
    .sort((a, b) => b.group.length - a.group.length || (a.trail.lastHeardAt === b.trail.lastHeardAt ? newer(a.group[0]!, b.group[0]!) : a.trail.lastHeardAt < b.trail.lastHeardAt ? 1 : -1))
    .slice(0, 12)
    .map(({ group, trail }) => pickOf(group[0]!, sentence('talk.why.silent', { days: Math.floor(daysBetween(trail.lastHeardAt, given.now)), own: group.length })));
}

function onePerPerson(moments: readonly Moment[]): readonly Moment[] {
  const seen = new Set<string>();
  return moments.filter((moment) => !seen.has(keyOf(moment)) && seen.add(keyOf(moment)));
}

/** Nobody there, nobody who may be asked, and nobody who could be known are three different answers. */
function noneOf(reason: TalkReason, ranked: readonly TalkPick[], byPerson: ByPerson, given: TalkCase): Sentence {
  if (ranked.length > 0) return sentence('talk.none.resting', { people: new Set(ranked.map(({ person }) => person)).size });
  if (byPerson.size === 0) return sentence('talk.none.unnamed');
  if (reason === 'silent' && quietPeople(byPerson, given).length > 0) return sentence('talk.none.not-listened');
  return sentence(`talk.none.${reason}`);
}

/** Customers of the theme whose numbers may be shown and whose words may not. */
function countUnnamed(all: readonly Moment[], byPerson: ByPerson): number {
  return new Set(all.filter((one) => one.kind === 'said' && one.visibility === 'counts').map(keyOf).filter((key) => !byPerson.has(key))).size;
}
