import { ItemChanged, LedgerConflict } from '../../src/domain/closing-errors';
import type { Decision } from '../../src/domain/decision';
import type { IssueProperties } from '../../src/domain/issue-properties';
import type { LedgerEntry } from '../../src/domain/ledger';
import type { Policy } from '../../src/domain/policy';
import type { Batch, Breaker, Mark, SweepItem } from '../../src/domain/sweep';
import type { Standing, Verdict } from '../../src/domain/verdict';
import type { DecisionLog } from '../../src/ports/decision-log';
import type { LedgerStore } from '../../src/ports/ledger-store';
import type { LiveApproval, SourceVolume, SweepStore } from '../../src/ports/sweep-store';

const ENDS: Readonly<Record<string, readonly string[]>> = {
  'notice-intent': ['notice-done', 'notice-withdrawn'],
  'close-intent': ['close-done', 'close-abandoned'],
  'undo-intent': ['undo-done', 'undo-abandoned', 'reopened-by-evidence'],
};

/** The ledger in memory: appended only, places taken once. */
export function fakeLedger(): LedgerStore & { readonly entries: LedgerEntry[] } {
  const entries: LedgerEntry[] = [];
  const byId = new Map<string, LedgerEntry>();
  return {
    entries,
    findHead: async () => entries.at(-1),
    append: async (entry) => {
      if (byId.has(entry.id)) return;
      if (entry.seq !== entries.length + 1) throw new LedgerConflict(`place ${entry.seq} is taken`);
      entries.push(entry);
      byId.set(entry.id, entry);
    },
    amend: async (entry) => {
      byId.delete(entries[entry.seq - 1]?.id ?? '');
      entries[entry.seq - 1] = entry;
      byId.set(entry.id, entry);
    },
    findById: async (id) => byId.get(id),
    page: async (after, limit) => entries.slice(after, after + limit),
    listOp: async (op) => entries.filter((entry) => entry.op === op),
    listIssue: async (issue) => entries.filter((entry) => entry.issue === issue),
    listKind: async (product, kinds, since) => entries.filter((entry) => entry.product === product && kinds.includes(entry.kind) && entry.at >= since),
    listOpenIntents: async (product) =>
      entries.filter((entry) => entry.product === product && ENDS[entry.kind] !== undefined && !entries.some((end) => end.op === entry.op && (ENDS[entry.kind] ?? []).includes(end.kind))),
  };
}

export interface FakeSweeps extends SweepStore {
  readonly items: Map<string, SweepItem>;
  readonly marks: Mark[];
  volumes: readonly SourceVolume[];
  said: number;
  /** Makes the switch and the breaker unreadable. */
  isUnreadable: boolean;
}

/** Sweeps in memory, with the same refusals as the tables. */
export function fakeSweeps(): FakeSweeps {
  const policies = new Map<string, Policy>();
  const approvals = new Map<string, LiveApproval[]>();
  const breakers = new Map<string, Breaker>();
  const leases = new Map<string, { fence: number; until: number }>();
  const batches: Batch[] = [];
  const items = new Map<string, SweepItem>();
  const marks: Mark[] = [];
  const standings = new Map<string, Standing>();
  const verdicts = new Map<string, { product: string; verdict: Verdict }>();
  const published = new Map<string, { product: string; properties: IssueProperties }>();
  let stopped = false;
  const store: FakeSweeps = {
    items,
    marks,
    volumes: [],
    said: 13_828,
    isUnreadable: false,
    findPolicy: async (product) => policies.get(product),
    savePolicy: async (product, policy) => void policies.set(product, policy),
    listApprovals: async (product) => approvals.get(product) ?? [],
    saveApproval: async (product, approval) => void approvals.set(product, [...(approvals.get(product) ?? []), approval]),
    isStopped: async () => {
      if (store.isUnreadable) throw new Error('unreadable');
      return stopped;
    },
    saveStopped: async (value) => {
      stopped = value;
    },
    findBreaker: async (product) => {
      if (store.isUnreadable) throw new Error('unreadable');
      return breakers.get(product) ?? { kind: 'shut' };
    },
    saveBreaker: async (product, breaker) => void breakers.set(product, breaker),
    takeLease: async (name, now, seconds) => {
      const lease = leases.get(name);
      const at = Date.parse(now);
      if (lease !== undefined && lease.until > at) return undefined;
      const fence = (lease?.fence ?? 0) + 1;
      leases.set(name, { fence, until: at + seconds * 1_000 });
      return fence;
    },
    holdsLease: async (name, fence, now) => {
      const lease = leases.get(name);
      return lease !== undefined && lease.fence === fence && lease.until > Date.parse(now);
    },
    releaseLease: async (name, fence) => {
      const lease = leases.get(name);
      if (lease?.fence === fence) leases.set(name, { fence, until: 0 });
    },
    saveBatch: async (batch) => {
      const at = batches.findIndex((one) => one.id === batch.id);
      if (at >= 0) batches.splice(at, 1);
      batches.push(batch);
    },
    listBatches: async (product, limit) => batches.filter((batch) => batch.product === product).sort((a, b) => (a.plannedAt < b.plannedAt ? 1 : -1)).slice(0, limit),
    addItem: async (item) => {
      if (!items.has(item.id)) items.set(item.id, item);
    },
    saveItem: async (item) => {
      if (items.get(item.id)?.revision !== item.revision - 1) throw new ItemChanged(item.id);
      items.set(item.id, item);
    },
    findItem: async (id) => items.get(id),
    listItems: async (product, states) => [...items.values()].filter((item) => item.product === product && states.includes(item.state)),
    listItemsOfIssue: async (issue) => [...items.values()].filter((item) => item.issue === issue),
    saveMark: async (mark) => void marks.push(mark),
    listMarks: async (product) => marks.filter((mark) => mark.product === product),
    marksOfIssue: async (issue) => marks.filter((mark) => mark.issue === issue),
    saveVerdicts: async (product, rows) => {
      for (const verdict of rows) verdicts.set(verdict.issue, { product, verdict });
    },
    listVerdicts: async (product) => [...verdicts.values()].filter((row) => row.product === product).map((row) => row.verdict),
    findVerdict: async (issue) => verdicts.get(issue)?.verdict,
    saveStanding: async (product, standing) => void standings.set(product, standing),
    findStanding: async (product) => standings.get(product),
    listPublished: async (product) => Object.fromEntries([...published].filter(([, row]) => row.product === product).map(([issue, row]) => [issue, row.properties])),
    savePublished: async (product, issue, properties) => void published.set(issue, { product, properties }),
    countSaid: async () => store.said,
    countVolumes: async () => store.volumes,
  };
  return store;
}

/** The No-list in memory. */
export function fakeDecisionLog(): DecisionLog {
  const calls = new Map<string, Decision>();
  const same = (a: Decision, kind: string, id: string): boolean => a.subject.kind === kind && a.subject.id === id;
  return {
    saveCall: async (decision) => {
      for (const [id, call] of calls) {
        if (call.product === decision.product && same(call, decision.subject.kind, decision.subject.id) && call.replacedBy === undefined) calls.set(id, { ...call, replacedBy: decision.id });
      }
      calls.set(decision.id, decision);
    },
    listCalls: async (product) => [...calls.values()].filter((call) => call.product === product && call.replacedBy === undefined),
    findCall: async (id) => calls.get(id),
    listHistory: async (product, kind, subject) => [...calls.values()].filter((call) => call.product === product && same(call, kind, subject)),
  };
}
