import { accountName, demoAccounts, type DemoAccount } from './accounts';
import { domainOf, helpCentreId } from './vendors/people';

/** The list of accounts that the admin dropped was exported on this day: who came later is unknown until a source or a person says who it is. */
export const LISTED_ON = '2026-01-15T00:00:00.000Z';

function isListed(account: DemoAccount): boolean {
  return account.standings.some((one) => one.state === 'active' && one.from < LISTED_ON);
}

/** The help desk keeps organisations of who was listed, and of every second one who came later. */
export function hasOrganisation(account: DemoAccount): boolean {
  return isListed(account) || account.name.length % 2 === 0;
}

/** The list as a file: what was true of an account from a day on, and the domain that its people write from. */
export function* knownAccountLines(): Generator<string> {
  for (const account of demoAccounts().filter(isListed)) {
    for (const { from, plan, state, monthlyRevenue } of account.standings.filter((one) => one.from < LISTED_ON)) {
      yield JSON.stringify({ account: accountName(account.id), domains: [domainOf(account.id)], organisations: [account.id, helpCentreId(account.id)], plan, state, segment: account.trade.name, revenue: monthlyRevenue * 12, currency: 'EUR', from });
    }
  }
}
