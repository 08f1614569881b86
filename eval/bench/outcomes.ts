import { seededRandom, type Random } from '../../src/domain/random';
import type { Coverage } from '../../src/domain/coverage';
import type { Theme } from '../../src/domain/theme';
import type { OutcomeContract, OutcomeTarget } from '../../src/domain/outcome';
import { DAY_IN_MS, isoTime } from '../../src/domain/time';
import { freezeContract } from '../../src/measure/freeze-contract';
import { guardContract } from '../../src/measure/guard-contract';
import { judgeContract } from '../../src/measure/judge-contract';
import type { JudgeInput } from '../../src/measure/judge-target';
import { indexMoments, type MomentIndex } from '../../src/measure/moment-index';
import { OUTCOME_POLICY } from '../../src/measure/policy';
import type { Moment } from '../../src/ports/outcome-store';
import { benchOutcomesFromStore } from './outcomes-from-store';

const SEED = 'bench-outcomes';
const SIGNALS = 100_000;
const ISSUES = 50;
const THEMES = 200;
const ACCOUNTS = 8_000;
const DAYS = 365;
const LIVE_RELEASES = 10;
const END = Date.parse('2025-07-01T00:00:00.000Z');
const SOURCE = 'bench';

/** Synthetic product: one release of 50 issues judged over 100,000 signals, then one day's guard over ten live releases of 50 issues; first in memory (indexing in both), then from the store in SQL. */
export async function benchOutcomes(): Promise<Record<string, unknown>> {
  const moments = makeMoments(seededRandom(SEED));
  const themes = Array.from({ length: THEMES }, (_, n) => themeOf(n));
  const released = END - 70 * DAY_IN_MS;
  const judgeFrom = performance.now();
  const index = indexMoments(moments, new Set([SOURCE]));
  const judged = judgeContract(inputFor(moments, index, themes, released), 8, OUTCOME_POLICY);
  const judgeSeconds = (performance.now() - judgeFrom) / 1000;
  const live = Array.from({ length: LIVE_RELEASES }, (_, release) => inputFor(moments, index, themes, END - (10 + 5 * release) * DAY_IN_MS));
  const guardFrom = performance.now();
  let fired = 0;
  indexMoments(moments, new Set([SOURCE]));
  for (const input of live) {
    const found = guardContract(input, OUTCOME_POLICY);
    fired += found.fired.length + found.adverse.length;
  }
  const guardSeconds = (performance.now() - guardFrom) / 1000;
  const verdicts = new Map<string, number>();
  for (const { outcome } of judged) verdicts.set(outcome.verdict.kind, (verdicts.get(outcome.verdict.kind) ?? 0) + 1);
  return {
    releaseJudgedSeconds: round(judgeSeconds),
    guardSeconds: round(guardSeconds),
    signals: SIGNALS,
    issues: ISSUES,
    liveReleases: LIVE_RELEASES,
    verdicts: Object.fromEntries(verdicts),
    raisedByGuard: fired,
    ...(await benchOutcomesFromStore({ moments, themes, issues: ISSUES, liveReleases: LIVE_RELEASES, end: END })),
  };
}

function makeMoments(random: Random): Moment[] {
  return Array.from({ length: SIGNALS }, (_, n): Moment => ({
    signal: `${SOURCE}:${String(n).padStart(6, '0')}`,
    source: SOURCE,
    at: isoTime(END - Math.floor(random() * DAYS * DAY_IN_MS)),
    kind: 'said',
    visibility: 'open',
    account: `a${Math.floor(random() * ACCOUNTS)}`,
    // Squared: a few themes are large, many are small.
    theme: `t${Math.floor(random() ** 2 * THEMES)}`,
  }));
}

function themeOf(n: number): Theme {
  return { id: `t${n}`, label: `t${n}`, labelAuthor: 'engine', frozen: false, signals: SIGNALS / THEMES, exemplars: [], terms: [`w${n}`, `v${n}`], lineage: [] };
}

function inputFor(moments: readonly Moment[], index: MomentIndex, themes: readonly Theme[], released: number): JudgeInput {
  const releasedAt = isoTime(released);
  const coverage = coverageFrom();
  const targets = Array.from({ length: ISSUES }, (_, n): OutcomeTarget => ({ issue: `i${n}`, issueKey: `B-${n}`, measure: { kind: 'theme', themes: [`t${n * 2}`] }, direction: 'fewer', decidedAt: releasedAt }));
  const frozen = freezeContract(
    { release: { id: releasedAt, product: 'bench', name: 'next', releasedAt, issues: [] }, origin: 'by-hand', issues: [], themes, issueThemes: [], byHand: { targets }, coverage, moments, now: isoTime(END) },
    OUTCOME_POLICY,
  );
  if (frozen.kind === 'refused') throw new Error(frozen.reason);
  const contract: OutcomeContract = frozen.contract;
  return { contract, index, themes: new Map(themes.map((theme) => [theme.id, theme])), coverage, confirmations: [], past: [], trails: new Map(), now: isoTime(END) };
}

function coverageFrom(): Coverage {
  const source = { source: SOURCE, name: 'bench', kind: 'file', total: SIGNALS, totalBy: 'offered' as const, read: SIGNALS, kept: SIGNALS, skipped: {}, oldestAt: isoTime(END - DAYS * DAY_IN_MS), gaps: [] };
  return { state: 'complete', total: SIGNALS, read: SIGNALS, sources: [source] };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
