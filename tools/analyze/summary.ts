import type { Understanding } from '../../src/understand/engine';
import type { Loaded } from './load-corpus';
import type { TableCounts } from './read-table';
import type { Written } from './write-outputs';

export interface Summary {
  readonly engineVersion: string;
  readonly asOf: string;
  /** `offered` = `read` + rejected; `accepted` = `read` - `repeated`. */
  readonly signals: TableCounts & { readonly repeated: number; readonly accepted: number; readonly withWords: number };
  readonly issues: TableCounts & { readonly repeated: number; readonly accepted: number };
  readonly releases?: TableCounts;
  readonly confirmed?: TableCounts & { readonly unknown: number; readonly used: number };
  readonly links: number;
  readonly evidence: number;
  readonly shown: number;
  readonly issuesWithShown: number;
  readonly issuesSearchable: number;
  readonly themes: number;
  readonly assigned: number;
  readonly unassigned: number;
  /** By stage; the engine's own begin with `engine.`, `engine` is their sum and what lies between. */
  readonly seconds: Readonly<Record<string, number>>;
  /** Most memory that the process held at a time. */
  readonly peakMemoryMb: number;
}

export function summaryOf(loaded: Loaded, understood: Understanding, written: Written, seconds: Readonly<Record<string, number>>): Summary {
  const { signals, issues, releases, confirmed } = loaded.counts;
  const assigned = understood.assignments.filter((one) => one.theme !== undefined).length;
  return {
    engineVersion: understood.engineVersion,
    asOf: loaded.corpus.asOf,
    signals: { ...signals, repeated: loaded.repeated.signals, accepted: loaded.signals.size, withWords: loaded.corpus.signals.length },
    issues: { ...issues, repeated: loaded.repeated.issues, accepted: loaded.corpus.issues.length },
    ...(releases === undefined ? {} : { releases }),
    ...(confirmed === undefined ? {} : { confirmed: { ...confirmed, unknown: loaded.unknownDecisions, used: loaded.corpus.decisions.length } }),
    links: written.links,
    evidence: written.evidence,
    shown: written.shown,
    issuesWithShown: new Set(understood.evidence.filter((row) => row.shown).map((row) => row.issue)).size,
    issuesSearchable: understood.searchability.filter((one) => one.searchable).length,
    themes: written.themes,
    assigned,
    unassigned: loaded.signals.size - assigned,
    seconds: Object.fromEntries(Object.entries(seconds).map(([stage, value]) => [stage, Math.round(value * 1000) / 1000])),
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
