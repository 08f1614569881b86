import type { IsoTime } from '../../../src/domain/time';
import { demoAccounts, isHeard, standingAt, type DemoAccount } from './accounts';
import { SHOUTING_ACCOUNT } from './planted/accounts';
import { dice, type Dice } from './dice';
import type { DemoNeed } from './needs';
import type { SourceCode } from './sources';

/** Who speaks: a person of an account. */
export interface Author {
  readonly id: string;
  readonly account: DemoAccount;
}

/** Chooses people who could have said this, then and there. */
export interface Cast {
  /** Undefined where nobody fits: then nobody said it. */
  readonly cast: (need: DemoNeed, source: SourceCode, at: IsoTime, callsWith?: 'prospects' | 'customers') => Author | undefined;
  /** A person of a named account. @throws Error for an account that nobody made up */
  readonly personOf: (account: string, chance: Dice) => Author;
  readonly accounts: readonly DemoAccount[];
}

const MOST_TRIES = 60;

/** People of all accounts. Each need reaches its own share of them, so that the same accounts come back with it. */
export function makeCast(): Cast {
  const accounts = demoAccounts();
  const chance = dice('cast');
  const reached = new Map<string, readonly DemoAccount[]>();
  const byId = new Map(accounts.map((one) => [one.id, one]));
  const reachOf = (need: DemoNeed): readonly DemoAccount[] => {
    const known = reached.get(need.id);
    if (known !== undefined) return known;
    const shuffled = dice(`reach ${need.id}`).shuffle(accounts.filter((one) => one.id !== SHOUTING_ACCOUNT.account && (need.product === 'dispatch' || one.usesCrew) && (need.onlyIn ?? one.country.code) === one.country.code));
    const some = shuffled.slice(0, Math.max(8, Math.round(shuffled.length * need.reach)));
    reached.set(need.id, some);
    return some;
  };
  const isProspect = (account: DemoAccount, at: IsoTime): boolean => {
    const state = standingAt(account, at)?.state;
    return state === 'prospect' || state === 'trial';
  };
  return {
    accounts,
    personOf: (id, one) => {
      const account = byId.get(id);
      if (account === undefined) throw new Error(`no account is called ${id}`);
      return personIn(account, one);
    },
    cast: (need, source, at, callsWith = 'customers') => {
      const prospects = source === 'call' && callsWith === 'prospects' ? accounts.filter((one) => isProspect(one, at)) : [];
      if (prospects.length > 0) return personIn(chance.pick(prospects), chance);
      const candidates = reachOf(need);
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const account = chance.pick(candidates);
        if (isHeard(account, at) && speaksHere(account, source, chance)) return personIn(account, chance);
      }
      return undefined;
    },
  };
}

/** Large firms write requests and have a success manager, small ones chat. */
function speaksHere(account: DemoAccount, source: SourceCode, chance: Dice): boolean {
  const isLarge = account.standings.some((one) => one.plan === 'Business' || one.plan === 'Enterprise');
  if (source === 'jsm' || source === 'cs') return isLarge || chance.yes(0.25);
  return source === 'ic' ? !isLarge || chance.yes(0.5) : true;
}

function personIn(account: DemoAccount, chance: Dice): Author {
  const people = account.standings.some((one) => one.seats > 1) ? 4 : 1;
  return { account, id: `${account.id}.${chance.whole(1, people)}` };
}
