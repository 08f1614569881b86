import { DAY_IN_MS, epochMs, isoTime, type IsoTime } from '../../../src/domain/time';
import { COUNTRIES, firmName, slugOf, type Country } from './account-names';
import { HISTORY_STARTS_AT, STARTS_AT } from './calendar';
import { dice, type Dice } from './dice';
import { NAMED_ACCOUNTS, SILENT_ACCOUNTS } from './planted/accounts';
import { TRADES, type Trade } from './trades';

export type AccountState = 'prospect' | 'trial' | 'active' | 'at-risk' | 'churned';
export type Plan = 'Solo' | 'Team' | 'Business' | 'Enterprise';

/** An account as it stood from a time on: a signal is read with the state of its own day, not of today. */
export interface AccountStanding {
  readonly from: IsoTime;
  readonly state: AccountState;
  readonly plan: Plan;
  readonly seats: number;
  /** In euros a month; nothing before the first invoice and after the last. */
  readonly monthlyRevenue: number;
}

/** A customer of the invented company. */
export interface DemoAccount {
  /** Its name in small letters, e.g. `hillcrest-roofing`: for the seed and its truths. */
  readonly id: string;
  /** What the sources call it. */
  readonly name: string;
  readonly trade: Trade;
  readonly country: Country;
  readonly usesCrew: boolean;
  /** Oldest first. */
  readonly standings: readonly AccountStanding[];
  /** Says and does nothing from here on, without having left. */
  readonly silentFrom?: IsoTime;
}

export const ACCOUNT_COUNT = 480;
const CHURN_SHARE = 0.19;
const JOINED_LATE_SHARE = 0.36;
const SEAT_PRICE = { before: 39, after: 54, since: '2025-06-01T00:00:00.000Z' } as const;

/** All accounts, the named ones first. Made up; any likeness is chance. */
export function demoAccounts(): readonly DemoAccount[] {
  const chance = dice('accounts');
  const taken = new Set<string>();
  return Array.from({ length: ACCOUNT_COUNT }, (_, index) => {
    const named = NAMED_ACCOUNTS[index];
    const account = makeAccount(chance, taken, named);
    taken.add(account.id);
    return account;
  });
}

function makeAccount(chance: Dice, taken: ReadonlySet<string>, named: (typeof NAMED_ACCOUNTS)[number] | undefined): DemoAccount {
  const country = chance.weigh(COUNTRIES.map((one) => [one, one.weight] as const));
  const trade = chance.pick(TRADES);
  const name = firmName(chance, country, trade, taken);
  const standings = makeStandings(chance, named !== undefined);
  const usesCrew = chance.yes(0.85);
  if (named === undefined) return { id: slugOf(name), name, trade, country, usesCrew, standings };
  const silent = SILENT_ACCOUNTS.find((one) => one.account === named.id);
  return {
    id: named.id,
    name: named.name,
    trade: TRADES.find((one) => one.name === named.trade) ?? trade,
    country: COUNTRIES.find((one) => one.code === named.country) ?? country,
    usesCrew: true,
    standings,
    ...(silent === undefined ? {} : { silentFrom: silent.from }),
  };
}

function makeStandings(chance: Dice, mustStay: boolean): readonly AccountStanding[] {
  const plan = chance.weigh<Plan>([['Solo', 30], ['Team', 44], ['Business', 20], ['Enterprise', 6]]);
  const seats = { Solo: 1, Team: chance.whole(3, 12), Business: chance.whole(10, 40), Enterprise: chance.whole(35, 160) }[plan];
  const isLate = !mustStay && chance.yes(JOINED_LATE_SHARE);
  const joined = isLate ? between(chance, HISTORY_STARTS_AT, STARTS_AT) : daysBefore(HISTORY_STARTS_AT, chance.whole(30, 1900));
  const isLeaving = !mustStay && chance.yes(CHURN_SHARE);
  const left = isLeaving ? between(chance, joined > HISTORY_STARTS_AT ? daysAfter(joined, 45) : HISTORY_STARTS_AT, daysAfter(STARTS_AT, 28)) : undefined;
  const at = (from: IsoTime, state: AccountState): AccountStanding => ({ from, state, plan, seats, monthlyRevenue: revenueAt(state, seats, from) });
  const start = [at(daysBefore(joined, chance.whole(40, 110)), 'prospect'), at(daysBefore(joined, 21), 'trial'), at(joined, 'active')];
  const risk = chance.yes(0.12) && left === undefined ? [at(between(chance, joined, STARTS_AT), 'at-risk')] : [];
  const end = left === undefined ? [] : [at(daysBefore(left, 40), 'at-risk'), at(left, 'churned')];
  const priced = joined < SEAT_PRICE.since && (left === undefined || left > SEAT_PRICE.since) ? [SEAT_PRICE.since] : [];
  return addPriceChange([...start, ...risk, ...end].sort((a, b) => (a.from < b.from ? -1 : 1)), priced);
}

function addPriceChange(standings: readonly AccountStanding[], dates: readonly IsoTime[]): readonly AccountStanding[] {
  const changes = dates.flatMap((from) => {
    const current = standings.filter((one) => one.from <= from).at(-1);
    return current === undefined ? [] : [{ ...current, from, monthlyRevenue: revenueAt(current.state, current.seats, from) }];
  });
  return [...standings, ...changes].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function revenueAt(state: AccountState, seats: number, at: IsoTime): number {
  if (state !== 'active' && state !== 'at-risk') return 0;
  return seats * (at < SEAT_PRICE.since ? SEAT_PRICE.before : SEAT_PRICE.after);
}

/** How the account stood at a time; undefined before anyone knew of it. */
export function standingAt(account: DemoAccount, at: IsoTime): AccountStanding | undefined {
  return account.standings.filter((one) => one.from <= at).at(-1);
}

/** Could this account have said or done something at this time? */
export function isHeard(account: DemoAccount, at: IsoTime): boolean {
  const state = standingAt(account, at)?.state;
  if (account.silentFrom !== undefined && at >= account.silentFrom) return false;
  return state === 'active' || state === 'at-risk' || state === 'trial';
}

/** When the account left, if it did. */
export function churnedAt(account: DemoAccount): IsoTime | undefined {
  return account.standings.find((one) => one.state === 'churned')?.from;
}

let names: ReadonlyMap<string, string> | undefined;

/** What sources call an account: its name. Everything that leaves the demo calls it so, or one customer would count twice. */
export function accountName(id: string): string {
  names ??= new Map(demoAccounts().map((account) => [account.id, account.name]));
  return names.get(id) ?? id;
}

/** Accounts as rows for a file: one a standing, in JSON Lines, called as the signals call them. */
export function* accountLines(): Generator<string> {
  for (const { name, trade, country, standings } of demoAccounts()) {
    for (const standing of standings) yield JSON.stringify({ account: name, segment: trade.name, country: country.code, ...standing });
  }
}

function between(chance: Dice, from: IsoTime, to: IsoTime): IsoTime {
  const days = Math.max(1, Math.floor((epochMs(to) - epochMs(from)) / DAY_IN_MS));
  return daysAfter(from, chance.whole(0, days - 1));
}

function daysAfter(at: IsoTime, days: number): IsoTime {
  return isoTime(epochMs(at) + days * DAY_IN_MS);
}

function daysBefore(at: IsoTime, days: number): IsoTime {
  return daysAfter(at, -days);
}
