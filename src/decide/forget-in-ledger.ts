import { APP, type LedgerEntry } from '../domain/ledger';
import { write, type Closing } from './closing';
import { canonical } from './ledger-chain';
import { record } from './record';

const PAGE = 500;
/** Digests of so many entries stand in one note. */
const ENTRIES_A_NOTE = 20;

/**
 * Puts "somebody" in the place of a closed account in the ledger. The chain stays provable: first a note says what these entries read like from
 * now on, then they are changed; an entry that was changed otherwise is still found to be altered. Done again after a death it goes on.
 * @returns how many entries were changed @throws StoreUnavailable
 */
export async function forgetInLedger(closing: Closing, accountId: string): Promise<number> {
  const amended: LedgerEntry[] = [];
  for (let after = 0; ; ) {
    const page = await closing.ledger.page(after, PAGE);
    amended.push(...page.filter((entry) => JSON.stringify(entry).includes(accountId)).map((entry) => without(entry, accountId)));
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.seq;
  }
  for (let from = 0; from < amended.length; from += ENTRIES_A_NOTE) {
    const some = amended.slice(from, from + ENTRIES_A_NOTE);
    const body = Object.fromEntries(some.map((entry) => [String(entry.seq), digestOf(closing, entry)]));
    await record(closing, { id: `person-forgotten:${closing.sha256(canonical(body))}`, product: '', kind: 'person-forgotten', by: APP, body });
    for (const entry of some) await write(closing, 'ledger person forgotten', () => closing.ledger.amend(entry));
  }
  return amended.length;
}

/** What entries of forgotten people read like, by their place, as the ledger itself says. */
export async function forgottenEntries({ ledger }: Pick<Closing, 'ledger'>): Promise<ReadonlyMap<number, string>> {
  const notes = await ledger.listKind('', ['person-forgotten'], '');
  // An entry that named two people was changed twice: the later note counts.
  return new Map(notes.flatMap((note) => Object.entries(note.body).map(([seq, digest]) => [Number(seq), String(digest)] as const)));
}

function digestOf({ sha256 }: Pick<Closing, 'sha256'>, entry: LedgerEntry): string {
  return sha256(canonical(entry));
}

/** An entry's own id stays one of its kind. */
function without(entry: LedgerEntry, accountId: string): LedgerEntry {
  const body = Object.fromEntries(Object.entries(entry.body).map(([name, value]) => [name, typeof value === 'string' ? value.replaceAll(accountId, 'somebody') : value]));
  return { ...entry, id: entry.id.replaceAll(accountId, `somebody-${entry.seq}`), by: entry.by.replaceAll(accountId, 'somebody'), body };
}
