import { NOBODYS, type Account } from '../../domain/account';
import { isStandIn } from '../../domain/id-space';
import type { AlikeId, HeldDocument, Subject, SubjectSignal } from '../../domain/subject';
import type { Ports } from '../../ports/ports';
import type { SubjectStore } from '../../ports/subject-store';
import { authorId, keptId } from '../redact/redact-signal';
import type { LoadSpaces } from '../sources/id-spaces';
import { rememberErased, type ErasedPerson } from './erased-people';

export interface SubjectNeeds extends Pick<Ports, 'stores' | 'accounts' | 'settings' | 'loadPseudonym' | 'clock'> {
  readonly subjects: SubjectStore;
  /** Tells whoever reads a source that these records are never to be taken again. */
  readonly markErased: (source: string, externalIds: readonly string[]) => Promise<void>;
  /** Whose numbers the ids of a source are. */
  readonly loadSpaces: LoadSpaces;
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
  const byDomain = (await accounts.findRules([domain])).flatMap((rule) => (rule.kind === 'domain' && rule.account !== NOBODYS ? [rule.account] : []));
  const found = [...(await accounts.findAccounts(byDomain)), ...(await accounts.searchAccounts(text, limit))];
  return [...new Map(found.map((one) => [one.id, one])).values()].slice(0, limit);
}

/** Whom sources number so, each for itself: every one of them is somebody else, and none is meant by the bare number. @throws StoreUnavailable */
export async function findAlike(needs: Pick<SubjectNeeds, 'subjects'>, subject: Subject, limit: number): Promise<readonly AlikeId[]> {
  return subject.kind === 'e-mail' ? [] : needs.subjects.findAlike(unitOf(subject), subject.text, limit);
}

function unitOf({ kind }: Subject): 'author' | 'account' {
  return kind === 'account' ? 'account' : 'author';
}

/**
 * Takes away everything somebody said and did, in every product. What is left are marks that the ids are gone and that whatever this person said until
 * now is not taken again (`rememberErased`), so that no later delivery, file or connection brings it back; everything derived holds ids only and is derived anew. Done again after a death it goes on. @returns how many signals went
 */
export async function eraseSubject(needs: SubjectNeeds, subject: Subject): Promise<number> {
  let erased = 0;
  const products = new Set<string>();
  const kinds = await kindsOfSources(needs);
  const { by, texts } = { by: unitOf(subject), texts: [...(await keysOf(needs, subject))] };
  const remember = async (some: readonly ErasedPerson[]): Promise<void> => rememberErased(needs, some, needs.clock.now());
  for (;;) {
    const found = await findSubject(needs, subject, ROWS_AT_ONCE);
    if (found.length === 0) break;
    for (const [product, some] of Map.groupBy(found, (one) => one.product)) {
      // Asked for before anything goes: whoever dies below leaves nothing by which it could be asked for again.
      if (!products.has(product)) await needs.wantUnderstanding(product);
      const ids = some.map((one) => one.signal);
      await remember(await peopleOf(needs, product, ids, kinds, texts.map((text) => ({ by, text }))));
      // First: a source that is read meanwhile must not bring them back.
      for (const [source, own] of Map.groupBy(some, (one) => one.source)) await needs.markErased(source, own.map((one) => one.signal.slice(source.length + 1)));
      await needs.accounts.removeOrigins(product, ids);
      await needs.stores.signals.removeSignals(product, ids, needs.clock.now());
      products.add(product);
    }
    erased += found.length;
  }
  // Nothing is stored yet: what waits to be read may be anywhere.
  if (erased === 0) await remember(await anywhere(needs, by, texts, kinds));
  for (const text of texts) await needs.subjects.forgetCustomer(unitOf(subject), text);
  for (const product of products) await needs.wantUnderstanding(product);
  return erased;
}

/** As it may be kept: a vendor's id as it is, and what somebody typed or sent as the stand-in for it, where it needs one. */
async function keysOf(needs: SubjectNeeds, { kind, text }: Subject): Promise<ReadonlySet<string>> {
  const pseudonym = await needs.loadPseudonym();
  if (kind === 'e-mail') return new Set([pseudonym(text)]);
  return new Set([text, kind === 'account' ? keptId(text, pseudonym) : authorId(text, pseudonym)]);
}

/** A stand-in and an id with its word are the same person wherever they come; a bare id means nobody where the vendor numbers for itself. */
async function anywhere({ loadSpaces }: SubjectNeeds, by: 'author' | 'account', texts: readonly string[], kinds: ReadonlyMap<string, string>): Promise<readonly ErasedPerson[]> {
  const spaceOfSource = await loadSpaces();
  const isBare = (source: string): boolean => spaceOfSource(source) === undefined || (by === 'author' && spaceOfSource(source)?.sharesPeople === true);
  const all = new Set(['file', 'inbound', ...kinds.values()]);
  const bare = new Set(['file', 'inbound', ...[...kinds].flatMap(([source, kind]) => (isBare(source) ? [kind] : []))]);
  return texts.flatMap((text) => [...(isStandIn(text) || text.includes(':') ? all : bare)].map((kind) => ({ kind, by, text })));
}

/** Kind of each source, by its id. */
async function kindsOfSources({ stores }: Pick<SubjectNeeds, 'stores'>): Promise<ReadonlyMap<string, string>> {
  const kinds = new Map<string, string>();
  for (const { id } of await stores.products.listProducts()) for (const source of await stores.products.listSources(id)) kinds.set(source.id, source.kind);
  return kinds;
}

/** Who is asked about, where they spoke; of an account also its authors, for another listing may call it otherwise. */
async function peopleOf({ stores }: Pick<SubjectNeeds, 'stores'>, product: string, ids: readonly string[], kinds: ReadonlyMap<string, string>, asked: readonly Omit<ErasedPerson, 'kind'>[]): Promise<readonly ErasedPerson[]> {
  return (await stores.signals.findSignals(product, ids)).flatMap(({ source, author }) => {
    const kind = kinds.get(source) ?? 'file';
    return [...asked.map((one) => ({ ...one, kind })), ...(author === undefined ? [] : [{ kind, by: 'author' as const, text: author }])];
  });
}
