import { StoreUnavailable } from '../../src/domain/errors';
import type { EngineShelf } from '../../src/domain/engine-shelf';
import { classedRun, type Classes } from '../../src/platform/store/classed-run';
import type { IncrementStore, LookedAt } from '../../src/ports/increment-store';
import { byCodePoint } from './by-code-point';
import type { Runs } from './evidence-store';

export function fakeIncrementStore(runs: Runs, classesOf: (product: string) => Classes): IncrementStore {
  const shelves = new Map<string, { product: string; computedAt: string; shelf: EngineShelf }>();
  const looked = new Map<string, { product: string; computedAt: string; one: LookedAt }>();
  const key = (...parts: readonly string[]): string => parts.join('\n');
  return {
    saveShelf: async (product, computedAt, shelf) => void shelves.set(key(product, computedAt), { product, computedAt, shelf }),
    findShelf: async (product, computedAt) => shelves.get(key(product, computedAt))?.shelf,
    listLookedAt: async (product, computedAt) =>
      [...looked.values()].filter((row) => row.product === product && row.computedAt === computedAt).map((row) => row.one).sort((a, b) => byCodePoint(a.kind, b.kind) || byCodePoint(a.id, b.id)),
    async saveIncrement(product, computedAt, increment) {
      const current = runs.get(product);
      if (current?.run.computedAt !== computedAt) throw new StoreUnavailable('another run has taken its place');
      const rows = classedRun({ ...current.run, ...increment, themes: [], themeIssues: [] }, classesOf(product));
      const isKept = ({ issue }: { readonly issue: string }): boolean => !increment.forgotten.includes(issue);
      const digests = new Map([...[...current.rows.digests].filter(isKept), ...rows.digests].map((digest) => [digest.issue, digest]));
      const links = new Map([...current.rows.links].map(([signal, own]) => [signal, own.some((link) => !isKept(link)) ? own.filter(isKept).map((link, at) => ({ ...link, rank: at + 1 })) : own]));
      for (const { kind, id } of increment.lookedAt) if (kind === 'signal') links.set(id, rows.links.get(id) ?? []);
      const placed = new Set(current.rows.assignments.map((one) => one.signal));
      const assignments = [...current.rows.assignments, ...rows.assignments.filter((one) => !placed.has(one.signal))];
      runs.set(product, { run: current.run, rows: { ...current.rows, digests: [...digests.values()], links, assignments, themeIssues: current.rows.themeIssues.filter(isKept) } });
      for (const one of increment.lookedAt) looked.set(key(product, computedAt, one.kind, one.id), { product, computedAt, one: { ...one, isNew: looked.get(key(product, computedAt, one.kind, one.id))?.one.isNew ?? one.isNew } });
    },
    async countSignals(product, computedAt, signals) {
      const current = runs.get(product);
      if (current?.run.computedAt === computedAt) runs.set(product, { ...current, run: { ...current.run, signals } });
    },
    async removeOld(product, current) {
      for (const rows of [shelves, looked]) for (const [id, row] of rows) if (row.product === product && row.computedAt < current) rows.delete(id);
    },
  };
}
