import { NOTHING_SPENT, type AgentSettings, type Spend } from '../../src/domain/agent-settings';
import type { KeptBrief } from '../../src/domain/evidence-brief';
import type { NotAnalysed, SignalReading } from '../../src/domain/reading';
import type { AgentStore, Hold, ReadingTask } from '../../src/ports/agent-store';
import type { ThemeLabel } from '../../src/ports/label-store';
import type { Wording } from '../../src/ports/wording-store';
import { fakeVectorStore } from './vector-store';

interface Row {
  task: ReadingTask;
  state: NotAnalysed | 'read';
  askedAt: string;
  reading?: SignalReading;
}

/** What the agent keeps, in memory. Copies in and out, as a database does. */
export function fakeAgentStore(): AgentStore {
  const settings = new Map<string, AgentSettings>();
  const spends = new Map<string, Spend>();
  const holds = new Map<string, Hold>();
  const replies = new Map<string, { product: string; about: string; body: string }>();
  const rows = new Map<string, Map<string, Row>>();
  const briefs = new Map<string, KeptBrief>();
  const rowsOf = (product: string): Map<string, Row> => {
    const known = rows.get(product) ?? new Map<string, Row>();
    rows.set(product, known);
    return known;
  };
  const rowOf = (product: string, { signal, hash }: Pick<ReadingTask, 'signal' | 'hash'>): Row | undefined => {
    const row = rowsOf(product).get(signal);
    return row?.task.hash === hash ? row : undefined;
  };
  const vectors = fakeVectorStore();
  const wordings = new Map<string, { product: string; wording: Wording }>();
  const wordingsOf = (product: string): Wording[] => [...wordings.values()].filter((one) => one.product === product).map((one) => structuredClone(one.wording)).sort((a, b) => (a.key < b.key ? -1 : 1));
  const labels = new Map<string, { product: string; label: ThemeLabel }>();
  return {
    ...vectors,
    listWordings: async (product) => wordingsOf(product),
    findWordings: async (product, keys) => wordingsOf(product).filter((one) => keys.includes(one.key)),
    saveWording: async (product, wording) => void wordings.set(`${product} ${wording.key}`, { product, wording: structuredClone(wording) }),
    dropWordings: async (product, keys) => keys.forEach((key) => wordings.delete(`${product} ${key}`)),
    listLabels: async (product) => [...labels.values()].filter((one) => one.product === product).map((one) => structuredClone(one.label)).sort((a, b) => (a.theme < b.theme ? -1 : 1)),
    saveLabel: async (product, label) => void labels.set(`${product} ${label.theme}`, { product, label: structuredClone(label) }),
    dropLabels: async (product, themes) => themes.forEach((theme) => labels.delete(`${product} ${theme}`)),
    findSettings: async (product) => structuredClone(settings.get(product)),
    saveSettings: async (one) => void settings.set(one.product, structuredClone(one)),
    async hold(hold, budget) {
      const key = `${hold.product} ${hold.month}`;
      const spend = spends.get(key) ?? NOTHING_SPENT;
      if (spend.tokens + spend.heldTokens + hold.tokens > budget.tokens || spend.money + spend.heldMoney + hold.money > budget.money) return false;
      spends.set(key, { ...spend, heldTokens: spend.heldTokens + hold.tokens, heldMoney: spend.heldMoney + hold.money });
      holds.set(hold.id, hold);
      return true;
    },
    async settle(hold, cost) {
      if (!holds.delete(hold.id)) return;
      const key = `${hold.product} ${hold.month}`;
      const spend = spends.get(key) ?? NOTHING_SPENT;
      spends.set(key, { tokens: spend.tokens + cost.tokens, money: spend.money + cost.money, heldTokens: spend.heldTokens - hold.tokens, heldMoney: spend.heldMoney - hold.money });
    },
    findSpend: async (product, month) => spends.get(`${product} ${month}`) ?? NOTHING_SPENT,
    findReply: async (key) => replies.get(key)?.body,
    saveReply: async (product, key, body, about) => void (replies.has(key) || replies.set(key, { product, about, body })),
    async queueReadings(product, tasks) {
      for (const task of tasks) if (rowsOf(product).get(task.signal)?.task.hash !== task.hash) rowsOf(product).set(task.signal, { task: structuredClone(task), state: 'waiting', askedAt: '' });
    },
    async dropWaiting(product, keep) {
      for (const [signal, row] of rowsOf(product)) if (row.state === 'waiting' && !keep.has(signal)) rowsOf(product).delete(signal);
    },
    nextReadings: async (product, limit) =>
      [...rowsOf(product).values()]
        .filter((row) => row.state === 'waiting')
        .map((row) => structuredClone(row.task))
        .sort((a, b) => a.size - b.size || (a.signal < b.signal ? -1 : 1))
        .slice(0, limit),
    async takeReading(product, task, at) {
      const row = rowOf(product, task);
      if (row?.state !== 'waiting') return false;
      row.state = 'asked';
      row.askedAt = at;
      return true;
    },
    async returnReading(product, task) {
      const row = rowOf(product, task);
      if (row?.state === 'asked') row.state = 'waiting';
    },
    async saveReading(product, reading) {
      const row = rowOf(product, reading);
      if (row !== undefined) Object.assign(row, { state: 'read', reading: structuredClone(reading) });
    },
    async park(product, task, why) {
      const row = rowOf(product, task);
      if (row !== undefined) row.state = why;
    },
    async parkLost(product, before) {
      const lost = [...rowsOf(product).values()].filter((row) => row.state === 'asked' && row.askedAt < before);
      for (const row of lost) row.state = 'answer-lost';
      return lost.length;
    },
    async readAgain(product) {
      const parked = [...rowsOf(product).values()].filter((row) => row.state !== 'waiting' && row.state !== 'asked' && row.state !== 'read');
      for (const row of parked) row.state = 'waiting';
      return parked.length;
    },
    listReadings: async (product, signals) => signals.flatMap((signal) => rowsOf(product).get(signal)?.reading ?? []).map((one) => structuredClone(one)),
    async progress(product) {
      const parked: Partial<Record<NotAnalysed, number>> = {};
      let [read, waiting] = [0, 0];
      for (const { state } of rowsOf(product).values()) {
        if (state === 'read') read += 1;
        else if (state === 'waiting') waiting += 1;
        else parked[state] = (parked[state] ?? 0) + 1;
      }
      return { read, waiting, parked };
    },
    findBrief: async (issue) => structuredClone(briefs.get(issue)),
    saveBrief: async (brief) => void briefs.set(brief.issue, structuredClone(brief)),
    dropBrief: async (issue) => void briefs.delete(issue),
    async forgetSignals(product, signals) {
      for (const signal of signals) rowsOf(product).delete(signal);
      await vectors.forgetEntries(product, signals.map((signal) => `signal:${signal}`));
      const quoting = [...briefs.values()].filter((brief) => brief.product === product && signals.some((signal) => JSON.stringify(brief).includes(JSON.stringify(signal))));
      for (const { issue } of quoting) briefs.delete(issue);
      const named = [...labels.values()].filter((one) => one.product === product && one.label.exemplars.some((id) => signals.includes(id))).map((one) => one.label.theme);
      for (const theme of named) labels.delete(`${product} ${theme}`);
      const worded = wordingsOf(product).filter((one) => one.signals.some((id) => signals.includes(id))).map((one) => one.key);
      for (const key of worded) wordings.delete(`${product} ${key}`);
      const gone = [...signals, ...quoting.map((brief) => brief.issue), ...named, ...worded];
      for (const [key, reply] of replies) if (reply.product === product && gone.includes(reply.about)) replies.delete(key);
    },
  };
}
