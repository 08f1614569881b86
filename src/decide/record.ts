import { LedgerConflict } from '../domain/closing-errors';
import type { LedgerEntry, LedgerNote } from '../domain/ledger';
import { write, type Closing } from './closing';
import { sealEntry } from './ledger-chain';

const TRIES = 20;

/** Writes a note at the end of the chain, durable when it answers. The same note again changes nothing. @throws LedgerConflict StoreUnavailable */
export async function record(closing: Closing, note: Omit<LedgerNote, 'at'>): Promise<LedgerEntry> {
  for (let attempt = 1; ; attempt += 1) {
    const known = await closing.ledger.findById(note.id);
    if (known !== undefined) return known;
    const entry = sealEntry({ ...note, at: closing.clock.now() }, await closing.ledger.findHead(), closing.sha256);
    try {
      await write(closing, `ledger ${note.kind}`, () => closing.ledger.append(entry));
      return entry;
    } catch (error) {
      // Another writer took this place in the chain: read the head again.
      if (!(error instanceof LedgerConflict) || attempt === TRIES) throw error;
    }
  }
}
