import type { AccountRule } from '../../domain/account';
import type { Connection } from '../../domain/connection';
import type { SourceAccount } from '../../domain/source-record';
import type { Ports } from '../../ports/ports';
import { organisationDomain } from './origin';

/** Set when a source listed accounts: within the hour signals that are here are looked at again. */
export const ACCOUNTS_CHANGED = 'accounts-changed';

/**
 * Accounts as a source lists them. One whose organisation somebody's list names, or that shares a domain with a known account, is that account;
 * else it gets an id of the source's own.
 * What is true of it counts from the moment the source said so, and only where it differs from what was true before. Safe to repeat.
 */
export async function takeAccounts({ accounts, settings, clock }: Pick<Ports, 'accounts' | 'settings' | 'clock'>, { id: source }: Pick<Connection, 'id'>, listed: readonly SourceAccount[]): Promise<void> {
  const known = new Map((await accounts.findRules(listed.flatMap((one) => [one.externalId, ...domainsOf(one)]))).map((rule) => [`${rule.kind} ${rule.source ?? ''} ${rule.text}`, rule.account]));
  const idOf = (one: SourceAccount): string =>
    known.get(`organisation ${source} ${one.externalId}`) ?? known.get(`organisation  ${one.externalId}`) ?? domainsOf(one).map((domain) => known.get(`domain  ${domain}`)).find((account) => account !== undefined) ?? `${source}:${one.externalId}`;
  const named = listed.map((one) => ({ ...one, account: idOf(one) }));
  const there = new Set((await accounts.findAccounts(named.map((one) => one.account))).map((one) => one.id));
  await accounts.saveAccounts(named.filter((one) => !there.has(one.account) || one.account === `${source}:${one.externalId}`).map((one) => ({ id: one.account, name: one.name })));
  await accounts.saveRules(
    named.flatMap((one): AccountRule[] => [
      { kind: 'organisation', text: one.externalId, source, account: one.account, by: 'list', madeAt: one.at },
      ...domainsOf(one).filter((domain) => !known.has(`domain  ${domain}`)).map((domain): AccountRule => ({ kind: 'domain', text: domain, account: one.account, by: 'list', madeAt: one.at })),
    ]),
  );
  const isNew = named.some((one) => known.get(`organisation ${source} ${one.externalId}`) !== one.account || domainsOf(one).some((domain) => !known.has(`domain  ${domain}`)));
  if (isNew) await settings.save(ACCOUNTS_CHANGED, clock.now());
  const before = await accounts.factsOf(named.map((one) => one.account));
  await accounts.saveFacts(
    named.flatMap(({ account, at: from, plan, segment, revenue, currency, state }) => {
      const facts = { ...(plan === undefined ? {} : { plan }), ...(segment === undefined ? {} : { segment }), ...(state === undefined ? {} : { state }), ...(revenue === undefined ? {} : { revenue }), ...(currency === undefined ? {} : { currency }) };
      const last = before.get(account)?.filter((one) => one.from <= from).at(-1);
      const { account: _account, from: _from, ...was } = last ?? { account, from };
      return Object.keys(facts).length === 0 || JSON.stringify(sorted(was)) === JSON.stringify(sorted(facts)) ? [] : [{ account, from, ...facts }];
    }),
  );
}

function domainsOf({ domains }: SourceAccount): readonly string[] {
  return domains.flatMap((domain) => organisationDomain(`x@${domain}`) ?? []);
}

function sorted(facts: object): readonly (readonly [string, unknown])[] {
  return Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
}
