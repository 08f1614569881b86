import type { LedgerEntry } from '../domain/ledger';
import type { FreshItem, StatusMove } from '../domain/sweep';
import { epochMs, isoTime } from '../domain/time';

/** Jira's clock may run this far behind ours. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** The move that our app made for this operation, found in the issue's own history. Anyone can edit a property; nobody can edit the history. */
export function ourMove(item: FreshItem, op: string, intent: Pick<LedgerEntry, 'at'>, toStatus: string): StatusMove | undefined {
  const from = isoTime(epochMs(intent.at) - CLOCK_SKEW_MS);
  const ours = item.moves.filter((move) => move.byApp && move.toStatus === toStatus && move.at >= from);
  // Where Jira kept the operation with the move it decides; a move of another operation is not this one.
  return ours.find((move) => move.op === op) ?? ours.find((move) => move.op === undefined);
}

/** A move that our app made to bring the item back, for this undo. */
export function isOurMoveBack(move: StatusMove, op: string, begun: Pick<LedgerEntry, 'at'>): boolean {
  return move.byApp && (move.op === op || (move.op === undefined && epochMs(move.at) >= epochMs(begun.at) - CLOCK_SKEW_MS));
}

/** What people did on the item that the last read before the move had not shown, up to the move. */
export function racedActs(last: FreshItem, now: FreshItem, move: StatusMove): boolean {
  const known = new Set(last.acts.map((act) => `${act.at}|${act.what}`));
  const acted = now.acts.some((act) => act.at <= move.at && !known.has(`${act.at}|${act.what}`));
  return acted || (now.issue.votes ?? 0) > (last.issue.votes ?? 0) || (now.issue.watchers ?? 0) > (last.issue.watchers ?? 0);
}
