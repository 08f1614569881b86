import type { Account } from '../../domain/account';
import type { HeldDocument, Subject, SubjectSignal } from '../../domain/subject';
import type { Ports } from '../../ports/ports';
import type { SubjectStore } from '../../ports/subject-store';
import { authorId, keptId } from '../redact/redact-signal';

export interface SubjectNeeds extends Pick<Ports, 'stores' | 'accounts' | 'loadPseudonym' | 'clock'> {
  readonly subjects: SubjectStore;
  /** Tells whoever reads a source that these records are never to be taken again. */
  readonly markErased: (source: string, externalIds: readonly string[]) => Promise<void>;
  readonly wantUnderstanding: (product: string) => Promise<void>;
}

const ROWS_AT_ONCE = 500;

/** What we hold of somebody, at most `limit`. An e-mail address is looked for as the stand-in that is kept in its place. @throws StoreUnavailable */
export async function findSubject(needs: SubjectNeeds, subject: Subject, limit: number): Promise<readonly SubjectSignal[]> {
  const found: SubjectSignal[] = [];
  for (const text of await keysOf(needs, subject)) if (found.length < limit) found.push(...(await needs.subjects.findSignals(unitOf(subject), text, limit - found.length)));
  return found;
}

/**
 * What names somebody beside their own signals, at most `limit`: invitations, conversations, lists, and of an account its name, facts and
 * rules. @throws StoreUnavailable
 */
export async function findOthers(needs: SubjectNeeds, subject: Subject, limit: number): Promise<readonly HeldDocument[]> {
  const found: HeldDocument[] = [];
  for (const text of await keysOf(needs, subject)) {
    if (found.length < limit && subject.kind === 'account') found.push(...(await needs.subjects.findAccountRows(text, limit - found.length)));
    if (found.length < limit) found.push(...(await needs.subjects.findDocuments(unitOf(subject), text, limit - found.length)));
  }
  return found;
}

/** Accounts that people call so, or whose people have such addresses: what is kept is under their ids, which nobody who asks can know. @throws StoreUnavailable */
export async function findAccountsLike({ accounts }: Pick<SubjectNeeds, 'accounts'>, text: string, limit: number): Promise<readonly Account[]> {
  const domain = text.toLowerCase().replace(/^.*@/u, '').replace(/^www\./u, '');
  const byDomain = (await accounts.findRules([domain])).flatMap((rule) => (rule.kind === 'domain' ? [rule.account] : []));
  const found = [...(await accounts.findAccounts(byDomain)), ...(await accounts.searchAccounts(text, limit))];
  return [...new Map(found.map((one) => [one.id, one])).values()].slice(0, limit);
}

function unitOf({ kind }: Subject): 'author' | 'account' {
  return kind === 'account' ? 'account' : 'author';
}

/**
 * Takes away everything somebody said and did, in every product. What is left is a mark that the id is gone, so that no later delivery brings it
 * back; everything derived holds ids only and is derived anew. Done again after a death it goes on. @returns how many signals went
 */
export async function eraseSubject(needs: SubjectNeeds, subject: Subject): Promise<number> {
  let erased = 0;
  const products = new Set<string>();
  for (;;) {
    const found = await findSubject(needs, subject, ROWS_AT_ONCE);
    if (found.length === 0) break;
    for (const [product, some] of Map.groupBy(found, (one) => one.product)) {
      // Asked for before anything goes: whoever dies below leaves nothing by which it could be asked for again.
      if (!products.has(product)) await needs.wantUnderstanding(product);
      const ids = some.map((one) => one.signal);
      // First: a source that is read meanwhile must not bring them back.
      for (const [source, own] of Map.groupBy(some, (one) => one.source)) await needs.markErased(source, own.map((one) => one.signal.slice(source.length + 1)));
      await needs.accounts.removeOrigins(product, ids);
      await needs.stores.signals.removeSignals(product, ids, needs.clock.now());
      products.add(product);
    }
    erased += found.length;
  }
  for (const text of await keysOf(needs, subject)) await needs.subjects.forgetCustomer(unitOf(subject), text);
  for (const product of products) await needs.wantUnderstanding(product);
  return erased;
}

/** As it may be kept: a vendor's id as it is, and what somebody typed or sent as the stand-in for it, where it needs one. */
async function keysOf(needs: SubjectNeeds, { kind, text }: Subject): Promise<ReadonlySet<string>> {
  const pseudonym = await needs.loadPseudonym();
  if (kind === 'e-mail') return new Set([pseudonym(text)]);
  return new Set([text, kind === 'account' ? keptId(text, pseudonym) : authorId(text, pseudonym)]);
}
