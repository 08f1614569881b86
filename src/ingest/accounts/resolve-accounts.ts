import { NOBODYS, type AccountRule, type SignalOriginRow } from '../../domain/account';
import { organisationIn, type IdSpace } from '../../domain/id-space';
import type { SignalOrigin } from '../../domain/inbound';
import type { Signal } from '../../domain/signal';
import type { Ports } from '../../ports/ports';
import type { LoadSpaces } from '../sources/id-spaces';
import type { AccountStore } from '../../ports/account-store';

const ROWS_AT_ONCE = 500;

/** A signal on its way to the store, and what its source told of where its author belongs. */
export interface Placed {
  readonly product: string;
  readonly signal: Signal;
  readonly origin: SignalOrigin;
  /** Whose number the organisation is. Absent: the tenant's own. */
  readonly space?: IdSpace;
}

/**
 * Finds the account of each signal by rules: the organisation as this source names it, as anybody names it, then the domain. Without a rule
 * the signal keeps the organisation its source gave (`organisationIn` its space), and is listed as unknown; nothing is guessed from names. @throws StoreUnavailable
 */
export async function resolveAccounts(accounts: AccountStore, placed: readonly Placed[]): Promise<readonly Placed[]> {
  const { resolved, rules } = await findAccounts(accounts, placed);
  for (const [product, some] of Map.groupBy(placed, (one) => one.product)) {
    await accounts.saveOrigins(product, some.flatMap(({ signal, origin }) => originRow(signal, origin, accountBy(rules, signal.source, origin))));
  }
  return resolved;
}

/** The same without remembering anything. */
export async function findAccounts(accounts: Pick<AccountStore, 'findRules'>, placed: readonly Placed[]): Promise<{ readonly resolved: readonly Placed[]; readonly rules: ReadonlyMap<string, AccountRule> }> {
  const texts = placed.flatMap(({ origin }) => [origin.organisation, origin.domain].filter((text) => text !== undefined));
  const rules = new Map((texts.length === 0 ? [] : await accounts.findRules(texts)).map((rule) => [ruleKey(rule.kind, rule.text, rule.source), rule]));
  const resolved = placed.map((one): Placed => {
    const account = accountBy(rules, one.signal.source, one.origin) ?? ownAccount(one.origin, one.space) ?? one.signal.account;
    return account === undefined ? one : { ...one, signal: { ...one.signal, account } };
  });
  return { resolved, rules };
}

/**
 * Looks again at every signal of a product with the rules as they are now, and moves those that belong elsewhere. Safe to repeat.
 * @returns how many moved
 */
export async function reapplyAccounts({ stores, accounts, clock, loadSpaces }: Pick<Ports, 'stores' | 'accounts' | 'clock'> & { readonly loadSpaces: LoadSpaces }, product: string): Promise<number> {
  let moved = 0;
  for (let after: string | undefined; ; ) {
    const { rows, next } = await accounts.pageOrigins(product, after, ROWS_AT_ONCE);
    const rules = new Map((await accounts.findRules(rows.flatMap((row) => [row.organisation, row.domain].filter((text) => text !== undefined)))).map((rule) => [ruleKey(rule.kind, rule.text, rule.source), rule]));
    const changed = rows.flatMap((row): SignalOriginRow[] => {
      const { account: _was, ...rest } = row;
      const account = accountBy(rules, row.source, row);
      return account === row.account ? [] : [{ ...rest, ...(account === undefined ? {} : { account }) }];
    });
    const spaceOfSource = changed.length === 0 ? () => undefined : await loadSpaces();
    const now = new Map(changed.map((row) => [row.signal, row]));
    const signals = await stores.signals.findSignals(product, changed.map((row) => row.signal));
    await stores.signals.saveSignals(product, signals.map((one) => withAccount(one, now.get(one.id), spaceOfSource(one.source))), clock.now());
    await accounts.saveOrigins(product, changed);
    moved += signals.length;
    if (next === undefined) return moved;
    after = next;
  }
}

/** Without a rule a signal keeps the organisation its source gave. */
function withAccount({ account: _was, ...signal }: Signal, row: SignalOriginRow | undefined, space: IdSpace | undefined): Signal {
  const account = row?.account ?? ownAccount(row ?? {}, space);
  return account === undefined ? signal : { ...signal, account };
}

function ownAccount({ organisation }: SignalOrigin, space: IdSpace | undefined): string | undefined {
  return organisation === undefined ? undefined : organisationIn(space, organisation);
}

function accountBy(rules: ReadonlyMap<string, AccountRule>, source: string, { organisation, domain }: SignalOrigin): string | undefined {
  const rule =
    (organisation === undefined ? undefined : (rules.get(ruleKey('organisation', organisation, source)) ?? rules.get(ruleKey('organisation', organisation)))) ??
    (domain === undefined ? undefined : rules.get(ruleKey('domain', domain)));
  return rule?.account === NOBODYS ? undefined : rule?.account;
}

function ruleKey(kind: AccountRule['kind'], text: string, source = ''): string {
  return `${kind} ${source} ${text}`;
}

function originRow(signal: Signal, { organisation, domain }: SignalOrigin, account: string | undefined): readonly SignalOriginRow[] {
  if (organisation === undefined && domain === undefined) return [];
  return [{ signal: signal.id, source: signal.source, ...(organisation === undefined ? {} : { organisation }), ...(domain === undefined ? {} : { domain }), ...(account === undefined ? {} : { account }) }];
}
