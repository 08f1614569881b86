import { classedRun, type ClassedDigest, type ClassedRun, type Classes } from '../../src/platform/store/classed-run';
import type { EvidenceRun, EvidenceStore, IssueDigest } from '../../src/ports/stores';
import { byCodePoint } from './by-code-point';

/** The current run of each product. */
export type Runs = Map<string, { readonly run: EvidenceRun; readonly rows: ClassedRun & { readonly digests: readonly ClassedDigest[] } }>;

export function fakeEvidenceStore(runs: Runs, classesOf: (product: string) => Classes): EvidenceStore {
  const digestsOf = (product: string): readonly IssueDigest[] => (runs.get(product)?.rows.digests ?? []).map(({ visibility: _class, ...digest }) => digest);
  const removed = new Map<string, Map<string, string>>();
  return {
    async saveRun(product, run) {
      const rows = classedRun(run, classesOf(product));
      runs.set(product, { run, rows: { ...rows, digests: [...rows.digests] } });
    },
    noteRemoved: async (product, issues, at) => void removed.set(product, new Map([...(removed.get(product) ?? []), ...issues.map((issue) => [issue, at] as const)])),
    listRemoved: async (product) => new Map(removed.get(product)),
    forgetRemoved: async (product) => void removed.delete(product),
    findDigest: async (issue) => [...runs.keys()].flatMap(digestsOf).find((digest) => digest.issue === issue),
    listDigests: async (product, issues) => [...new Set(issues)].flatMap((issue) => digestsOf(product).find((digest) => digest.issue === issue) ?? []),
    linksOfSignals: async (product, signals) => [...new Set(signals)].flatMap((signal) => runs.get(product)?.rows.links.get(signal) ?? []),
    listThemes: async (product) =>
      [...(runs.get(product)?.rows.themes ?? [])].sort((a, b) => b.signals - a.signals || byCodePoint(a.id, b.id)),
    async pageAssignments(product, after, limit) {
      const rows = [...(runs.get(product)?.rows.assignments ?? [])]
        .filter((one) => byCodePoint(one.signal, after ?? '') > 0)
        .sort((a, b) => byCodePoint(a.signal, b.signal))
        .slice(0, limit);
      const last = rows.at(-1);
      return { rows, ...(last === undefined || rows.length < limit ? {} : { next: last.signal }) };
    },
    listThemeIssues: async (product) =>
      [...(runs.get(product)?.rows.themeIssues ?? [])].sort(
        (a, b) => b.strength - a.strength || byCodePoint(a.theme, b.theme) || byCodePoint(a.issue, b.issue),
      ),
    async findRun(product) {
      const found = runs.get(product)?.run;
      return found === undefined ? undefined : { engineVersion: found.engineVersion, computedAt: found.computedAt, signals: found.signals };
    },
  };
}
