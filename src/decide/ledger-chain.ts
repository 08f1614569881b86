import { GENESIS, type LedgerEntry, type LedgerNote } from '../domain/ledger';
import type { Sha256 } from '../ports/sha256';

/** Puts a note at the end of the chain. */
export function sealEntry(note: LedgerNote, head: Pick<LedgerEntry, 'seq' | 'hash'> | undefined, sha256: Sha256): LedgerEntry {
  const seq = (head?.seq ?? 0) + 1;
  const previous = head?.hash ?? GENESIS;
  return { ...note, seq, previous, hash: sha256(previous + canonical({ ...note, seq })) };
}

export type ChainFault = { readonly seq: number; readonly what: 'hole' | 'altered' | 'broken-link' };

/**
 * The first fault in a stretch of the chain that follows `head`; undefined when it is whole.
 * @param forgotten digests of entries that a person was taken out of, by their place
 */
export function chainFault(entries: readonly LedgerEntry[], head: Pick<LedgerEntry, 'seq' | 'hash'> | undefined, sha256: Sha256, forgotten: ReadonlyMap<number, string> = new Map()): ChainFault | undefined {
  let last = head;
  for (const entry of entries) {
    if (entry.seq !== (last?.seq ?? 0) + 1) return { seq: entry.seq, what: 'hole' };
    if (entry.previous !== (last?.hash ?? GENESIS)) return { seq: entry.seq, what: 'broken-link' };
    const { previous, hash, ...note } = entry;
    if (hash !== sha256(previous + canonical(note)) && forgotten.get(entry.seq) !== sha256(canonical(entry))) return { seq: entry.seq, what: 'altered' };
    last = entry;
  }
  return undefined;
}

/** JSON with sorted keys and without absent fields: one text for one entry, whatever order its fields came in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, one]) => one !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}
