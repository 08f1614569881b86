import { NOBODYS, type AccountFacts, type AccountRule } from '../../domain/account';
import { factsAt } from '../../domain/account-facts';
import { inSpace } from '../../domain/id-space';
import type { Connection } from '../../domain/connection';
import type { SourceAccount } from '../../domain/source-record';
import type { Ports } from '../../ports/ports';
import { organisationDomain } from './origin';

/** Set when a source listed accounts: within the hour signals that are here are looked at again. */
export const ACCOUNTS_CHANGED = 'accounts-changed';

/**
 * Accounts as a source lists them. One whose organisation somebody's list names, or that shares a domain with a known account, is that account;
 * else it gets an id of the source's own, the same through every connection to one vendor's account. `space`: who numbers there. Two organisations of
 * one source are two accounts, also where they share a domain: the source says so.
 * What is true of it counts from the moment the source said so, and is kept only where it differs from what this source said before. Safe to repeat.
 */
export async function takeAccounts({ accounts, settings, clock }: Pick<Ports, 'accounts' | 'settings' | 'clock'>, { id: source }: Pick<Connection, 'id'>, listed: readonly SourceAccount[], space: string): Promise<void> {
  const ownId = (one: SourceAccount): string => inSpace(space, one.externalId);
  const rules = await accounts.findRules(listed.flatMap((one) => [one.externalId, ...domainsOf(one)]));
  const known = new Map(rules.map((rule) => [`${rule.kind} ${rule.source ?? ''} ${rule.text}`, rule.account]));
  const idOf = (one: SourceAccount): string =>
    known.get(`organisation ${source} ${one.externalId}`) ?? known.get(`organisation  ${one.externalId}`) ?? domainsOf(one).map((domain) => known.get(`domain  ${domain}`)).find((account) => account !== undefined && account !== NOBODYS && !isAnother(one, account)) ?? ownId(one);
  // The source itself says that these are two: a domain joins what different sources say, never two organisations of one.
  const isAnother = (one: SourceAccount, account: string): boolean => account !== ownId(one) && account.startsWith(inSpace(space, ''));
  const named = listed.map((one) => ({ ...one, account: idOf(one) }));
  const claims = Map.groupBy(named.flatMap((one) => domainsOf(one).map((domain) => ({ domain, account: one.account, ownId: ownId(one) }))), (one) => one.domain);
  // Two that claim one domain, together or one of them earlier: an address alone says neither. What a person said of it stands.
  const earlier = new Map(rules.flatMap((rule) => (rule.kind === 'domain' && rule.by === 'list' && rule.account.startsWith(inSpace(space, '')) ? [[rule.text, rule.account] as const] : [])));
  const isNobodys = (domain: string): boolean => {
    const own = claims.get(domain) ?? [];
    return new Set(own.map((one) => one.account)).size > 1 || (earlier.has(domain) && own.some(({ account, ownId: id }) => account !== earlier.get(domain) && id !== earlier.get(domain)));
  };
  const nobodys = [...claims.keys()].filter((domain) => isNobodys(domain) && (earlier.has(domain) || !known.has(`domain  ${domain}`)));
  const newDomains = (one: SourceAccount): readonly string[] => domainsOf(one).filter((domain) => !known.has(`domain  ${domain}`) && !isNobodys(domain));
  const there = new Set((await accounts.findAccounts(named.map((one) => one.account))).map((one) => one.id));
  // Listed before ids had a word, an account was called by its connection.
  const isOwn = (one: (typeof named)[number]): boolean => one.account === ownId(one) || one.account === `${source}:${one.externalId}`;
  await accounts.saveAccounts(named.filter((one) => !there.has(one.account) || isOwn(one)).map((one) => ({ id: one.account, name: one.name })));
  await accounts.saveRules([
    ...nobodys.map((text): AccountRule => ({ kind: 'domain', text, account: NOBODYS, by: 'list', madeAt: clock.now() })),
    ...named.flatMap((one): AccountRule[] => [
      { kind: 'organisation', text: one.externalId, source, account: one.account, by: 'list', madeAt: one.at },
      ...newDomains(one).map((domain): AccountRule => ({ kind: 'domain', text: domain, account: one.account, by: 'list', madeAt: one.at })),
    ]),
  ]);
  const isNew = nobodys.length > 0 || named.some((one) => known.get(`organisation ${source} ${one.externalId}`) !== one.account || newDomains(one).length > 0);
  if (isNew) await settings.save(ACCOUNTS_CHANGED, clock.now());
  const before = await accounts.factsOf(named.map((one) => one.account));
  await accounts.saveFacts([...Map.groupBy(named, (one) => one.account)].flatMap(([account, some]) => newsOf(source, account, some, before.get(account) ?? [])));
}

/** What this source had not said yet, oldest first. What it says twice of one moment becomes one row: nothing that it does not know wipes what it told. */
function newsOf(source: string, account: string, some: readonly SourceAccount[], before: readonly AccountFacts[]): readonly AccountFacts[] {
  const own = before.filter((one) => one.source === source);
  const news = new Map<string, AccountFacts>();
  for (const { at: from, plan, segment, revenue, currency, state } of some.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.externalId < b.externalId ? -1 : 1))) {
    const facts = { ...(plan === undefined ? {} : { plan }), ...(segment === undefined ? {} : { segment }), ...(state === undefined ? {} : { state }), ...(revenue === undefined ? {} : { revenue, ...(currency === undefined ? {} : { currency }) }) };
    const told = factsAt([...own.filter((one) => !news.has(one.from)), ...news.values()], from);
    if (Object.entries(facts).every(([field, value]) => told?.[field as keyof typeof facts] === value) && (revenue === undefined || told?.currency === currency)) continue;
    news.set(from, { ...(news.get(from) ?? own.find((one) => one.from === from)), ...facts, account, from, source });
  }
  return [...news.values()];
}

function domainsOf({ domains }: SourceAccount): readonly string[] {
  return domains.flatMap((domain) => organisationDomain(`x@${domain}`) ?? []);
}
