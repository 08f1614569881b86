import type { EvidenceRow, LinkDecision } from './evidence';
import type { Signal } from './signal';

export interface Standing {
  readonly signal: Signal;
  /** Absent where the engine no longer ranks a signal that a person confirmed. */
  readonly row: EvidenceRow | undefined;
}

/** An issue's signals by what is known of them. A person's word outranks the engine's; a rejected pair is in no list. */
export interface Standings {
  readonly confirmed: readonly Standing[];
  readonly suggested: readonly Standing[];
  readonly related: readonly Standing[];
  readonly possible: readonly Standing[];
}

export type Audience = 'reader' | 'counter';

/** What is known of an issue's signals: the engine's rows, people's decisions, and the signals that are still there. */
export interface Stands {
  readonly digest: { readonly evidence: readonly EvidenceRow[] } | undefined;
  /** In force, of this issue. */
  readonly decisions: readonly LinkDecision[];
  readonly signals: ReadonlyMap<string, Signal>;
}

/** @param audience `reader`: signals whose words may be shown. `counter`: also those of which only numbers are shared. */
export function standingsOf({ digest, decisions, signals }: Stands, audience: Audience): Standings {
  const rows = new Map((digest?.evidence ?? []).map((row) => [row.signal, row]));
  const decided = new Map(decisions.map((decision) => [decision.signal, decision.verdict]));
  const lists = { confirmed: [] as Standing[], suggested: [] as Standing[], related: [] as Standing[], possible: [] as Standing[] };
  for (const id of new Set([...decided.keys(), ...rows.keys()])) {
    const signal = signals.get(id);
    if (signal === undefined || !mayCount(signal, audience)) continue;
    const row = rows.get(id);
    const verdict = decided.get(id);
    if (verdict === 'rejected') continue;
    const list = verdict ?? (row?.shown ? 'suggested' : 'possible');
    lists[list].push({ signal, row });
  }
  return {
    confirmed: lists.confirmed.sort(newestFirst),
    suggested: lists.suggested.sort(bestFirst),
    related: lists.related.sort(newestFirst),
    possible: lists.possible.sort(bestFirst),
  };
}

function mayCount(signal: Signal, audience: Audience): boolean {
  return signal.visibility === 'open' || (audience === 'counter' && signal.visibility === 'counts');
}

function newestFirst(a: Standing, b: Standing): number {
  return a.signal.at < b.signal.at ? 1 : a.signal.at > b.signal.at ? -1 : a.signal.id < b.signal.id ? -1 : 1;
}

function bestFirst(a: Standing, b: Standing): number {
  return (a.row?.rank ?? Infinity) - (b.row?.rank ?? Infinity) || newestFirst(a, b);
}
