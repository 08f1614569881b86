import { FIRST_POLICY } from '../../src/decide/clamp-policy';
import { caseOf, type Heard } from '../../src/decide/load-cases';
import { judge } from '../../src/decide/judge';
import { proveListening } from '../../src/decide/prove-listening';
import { customerKey } from '../../src/domain/customer';
import { coverageOf, type SourceCoverage } from '../../src/domain/coverage';
import type { Policy } from '../../src/domain/policy';
import type { Judgement, Listening } from '../../src/domain/verdict';
import type { IssueDigest } from '../../src/ports/stores';
import type { SourceVolume } from '../../src/ports/sweep-store';
import { understand } from '../../src/understand/understand';
import { engineOptions } from '../engine-options';
import type { Moment } from './time-travel';

const DAY_MS = 86_400_000;

export interface JudgedMoment {
  readonly moment: Moment;
  readonly listening: Listening;
  /** By issue, for the whole backlog. */
  readonly judgements: ReadonlyMap<string, Judgement>;
}

/** Reads everything said until the moment and judges the whole backlog as the product would. No known link is shown to the engine. */
export function judgeMoment(moment: Moment, policy: Policy = FIRST_POLICY): JudgedMoment {
  const { signals, issues, at } = moment;
  const found = understand({ signals, issues, decisions: [], releases: [], asOf: at }, engineOptions({ linksPerSignal: 3 }));
  const listening = proveListening(
    { coverage: coverageOf([coverage(moment)], 0, at), volumes: [volume(moment)], derived: { computedAt: at, signals: signals.length }, stored: signals.length },
    policy,
    at,
  );
  const heard: Heard = {
    listening,
    engineVersion: found.engineVersion,
    decisions: new Map(),
    removed: new Map(),
    signals: new Map(signals.map((signal) => [signal.id, { at: signal.at, customer: customerKey(signal), visibility: signal.visibility, value: 0 }])),
    digests: digestsOf(found, at),
  };
  const judgements = new Map(moment.backlog.map((issue) => [issue.id, judge(caseOf(issue, heard, policy, at), policy, at).judgement]));
  return { moment, listening, judgements };
}

function digestsOf(found: ReturnType<typeof understand>, computedAt: string): ReadonlyMap<string, IssueDigest> {
  const evidence = Map.groupBy(found.evidence, (row) => row.issue);
  const themes = Map.groupBy(found.themeIssues, (row) => row.issue);
  return new Map(
    found.searchability.map((searchability) => {
      const { issue } = searchability;
      return [issue, { issue, product: 'thunderbird', engineVersion: found.engineVersion, computedAt, searchability, evidence: evidence.get(issue) ?? [], themes: themes.get(issue) ?? [] }];
    }),
  );
}

function coverage({ signals, at }: Moment): SourceCoverage {
  const times = signals.map((signal) => signal.at).sort();
  const oldestAt = times[0];
  const newestAt = times.at(-1);
  return {
    source: 'support-forum', name: 'support.mozilla.org', kind: 'file', total: signals.length, totalBy: 'offered', read: signals.length, kept: signals.length, skipped: {}, lastReadAt: at, gaps: [],
    ...(oldestAt === undefined ? {} : { oldestAt }), ...(newestAt === undefined ? {} : { newestAt }),
  };
}

function volume({ signals, at }: Moment): SourceVolume {
  const end = Date.parse(at);
  const between = (from: number, to: number): number => signals.filter((signal) => Date.parse(signal.at) >= end - from * DAY_MS && Date.parse(signal.at) < end - to * DAY_MS).length;
  return { source: 'support-forum', last7: between(7, 0), before28: between(35, 7), last28: between(28, 0), before112: between(140, 28) };
}
