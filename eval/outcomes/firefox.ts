import type { Coverage } from '../../src/domain/coverage';
import type { Outcome, OutcomeContract, OutcomeTarget } from '../../src/domain/outcome';
import type { SaidSignal } from '../../src/domain/signal';
import { DAY_IN_MS, epochMs, isoTime, type IsoTime } from '../../src/domain/time';
import { freezeContract } from '../../src/measure/freeze-contract';
import { guardContract } from '../../src/measure/guard-contract';
import { judgeContract } from '../../src/measure/judge-contract';
import type { JudgeInput } from '../../src/measure/judge-target';
import { indexMoments } from '../../src/measure/moment-index';
import { OUTCOME_POLICY } from '../../src/measure/policy';
import type { Moment } from '../../src/ports/outcome-store';
import type { Understanding } from '../../src/understand/engine';
import { understand } from '../../src/understand/understand';
import { engineOptions } from '../engine-options';
import { sharedCsv, sharedRows, textAt } from '../shared-data';

const SOURCE = 'sumo';
const UNREVERTED = ['89.0.1', '89.0.2', '90.0'];
const REDESIGN_RELEASE = '89.0';
/** The redesign in customers' words. A theme is about it when at least a quarter of what it gathered in the weeks after 89.0 says so. */
const REDESIGN = /\b(proton|redesign(ed)?|(new|old|previous|original|classic|changed?|hate|ugly|awful)\W+(\w+\W+){0,2}(look|design|layout|style|ui|interface|appearance)|(back|revert|return|go back)\W+(\w+\W+){0,2}(to|version|old|88)|(floating|rounded)\W+tabs?|compact|(extra|double|too much|more|line)\W+(spacing|padding|space))\b/i;
const SAID_SHARE = 0.25;
const WATCHED_DAYS = 14;

export interface FirefoxResult {
  readonly themes: readonly { readonly id: string; readonly label: string; readonly signals: number }[];
  readonly outcomes: readonly { readonly release: string; readonly weeks: number; readonly mode: string; readonly unit: string; readonly of: string; readonly outcome: Outcome }[];
  /** Releases of the three that got credit for any redesign theme, or for all together, at any read-out. */
  readonly credited: readonly string[];
  /** Whole days after 89.0 until the daily guard flagged a redesign theme; undefined: not within two weeks. */
  readonly flaggedAfterDays: number | undefined;
  readonly flagged: readonly { readonly label: string; readonly observed: number; readonly expected: number }[];
}

/** Nothing reverted the redesign of 89.0: whatever fell after 89.0.1, 89.0.2 and 90.0 fell by itself. */
export function runFirefox(): FirefoxResult {
  const signals = sharedRows('firefox_sumo/feedback_2021-04_2021-08_en.jsonl.gz').map((row): SaidSignal => ({
    id: `${SOURCE}:${textAt(row, 'id')}`, source: SOURCE, externalId: textAt(row, 'id'), at: isoTime(Date.parse(textAt(row, 'created_at'))), kind: 'said',
    title: textAt(row, 'title'), text: textAt(row, 'body'), visibility: 'open',
  }));
  const dates = new Map(sharedCsv('firefox_sumo/releases.csv').map((row) => [textAt(row, 'version'), isoTime(Date.parse(textAt(row, 'release_date')))]));
  const end = signals.reduce((last, one) => (one.at > last ? one.at : last), '');
  const whole = understandUntil(signals, end);
  const redesign = redesignThemes(whole, signals, dateOf(dates, REDESIGN_RELEASE));
  const outcomes = UNREVERTED.flatMap((version) => judgeRelease(whole, signals, version, dateOf(dates, version), redesign, end));
  return {
    themes: whole.themes.filter((theme) => redesign.has(theme.id)).map(({ id, label, signals: n }) => ({ id, label, signals: n })),
    outcomes,
    credited: UNREVERTED.filter((version) => outcomes.some((one) => one.release === version && one.outcome.verdict.kind === 'fewer')),
    ...watch(signals, dateOf(dates, REDESIGN_RELEASE)),
  };
}

function judgeRelease(whole: Understanding, signals: readonly SaidSignal[], version: string, releasedAt: IsoTime, redesign: ReadonlySet<string>, end: IsoTime): FirefoxResult['outcomes'][number][] {
  const target = (issue: string, themes: readonly string[]): OutcomeTarget => ({ issue, issueKey: issue, measure: { kind: 'theme', themes }, direction: 'fewer', decidedAt: releasedAt });
  const targets = [target('all', [...redesign]), ...[...redesign].map((theme) => target(theme, [theme]))];
  return OUTCOME_POLICY.readOutWeeks.flatMap((weeks) => {
    const now = isoTime(epochMs(releasedAt) + (OUTCOME_POLICY.adoptionDays + weeks * 7) * DAY_IN_MS);
    if (now > end) return [];
    const input = inputFor(whole, signals, version, releasedAt, now, targets);
    return judgeContract(input, weeks, OUTCOME_POLICY).map(({ outcome }) => {
      const label = whole.themes.find((theme) => theme.id === outcome.issue)?.label ?? 'all redesign themes';
      return { release: version, weeks, mode: input.contract.mode, unit: outcome.unit, of: label, outcome };
    });
  });
}

/** The guard as it would have run: each day only what had been said by then, themes included. */
function watch(signals: readonly SaidSignal[], releasedAt: IsoTime): Pick<FirefoxResult, 'flaggedAfterDays' | 'flagged'> {
  for (let day = 1; day <= WATCHED_DAYS; day += 1) {
    const now = isoTime(epochMs(releasedAt) + day * DAY_IN_MS);
    const known = understandUntil(signals, now);
    const about = redesignThemes(known, signals.filter((one) => one.at < now), releasedAt);
    const { adverse } = guardContract(inputFor(known, signals, REDESIGN_RELEASE, releasedAt, now, []), OUTCOME_POLICY);
    const flagged = adverse.filter((one) => about.has(one.theme));
    if (flagged.length > 0) {
      const label = (theme: string): string => known.themes.find((one) => one.id === theme)?.label ?? theme;
      return { flaggedAfterDays: day, flagged: flagged.map(({ theme, observed, expected }) => ({ label: label(theme), observed, expected })) };
    }
  }
  return { flaggedAfterDays: undefined, flagged: [] };
}

function understandUntil(signals: readonly SaidSignal[], now: IsoTime): Understanding {
  const known = signals.filter((one) => one.at < now);
  return understand({ signals: known, issues: [], decisions: [], releases: [], asOf: now }, engineOptions());
}

function redesignThemes(known: Understanding, signals: readonly SaidSignal[], since: IsoTime): Set<string> {
  const until = isoTime(epochMs(since) + 28 * DAY_IN_MS);
  const text = new Map(signals.filter((one) => one.at >= since && one.at < until).map((one) => [one.id, `${one.title ?? ''} ${one.text}`]));
  const counts = new Map<string, { all: number; about: number }>();
  for (const { signal, theme } of known.assignments) {
    const words = text.get(signal);
    if (theme === undefined || words === undefined) continue;
    const count = counts.get(theme) ?? { all: 0, about: 0 };
    count.all += 1;
    if (REDESIGN.test(words)) count.about += 1;
    counts.set(theme, count);
  }
  return new Set([...counts].filter(([, count]) => count.all >= 20 && count.about >= SAID_SHARE * count.all).map(([theme]) => theme));
}

function inputFor(known: Understanding, signals: readonly SaidSignal[], version: string, releasedAt: IsoTime, now: IsoTime, targets: readonly OutcomeTarget[]): JudgeInput {
  const themeOf = new Map(known.assignments.map((one) => [one.signal, one.theme]));
  const moments = signals.filter((one) => one.at < now).map((one): Moment => {
    const theme = themeOf.get(one.id);
    return { signal: one.id, source: one.source, at: one.at, kind: 'said', visibility: 'open', ...(theme === undefined ? {} : { theme }) };
  });
  const coverage = coverageFrom(moments);
  const contract = contractFor(known, version, releasedAt, coverage, moments, targets);
  return { contract, index: indexMoments(moments, new Set([SOURCE])), themes: new Map(known.themes.map((theme) => [theme.id, theme])), coverage, confirmations: [], past: [], trails: new Map(), now };
}

function contractFor(known: Understanding, version: string, releasedAt: IsoTime, coverage: Coverage, moments: readonly Moment[], targets: readonly OutcomeTarget[]): OutcomeContract {
  const frozen = freezeContract(
    {
      release: { id: version, product: 'firefox', name: version, releasedAt, issues: [] },
      origin: 'by-hand', issues: [], themes: known.themes, issueThemes: [], byHand: { targets }, coverage, moments, now: releasedAt,
    },
    OUTCOME_POLICY,
  );
  if (frozen.kind === 'refused') throw new Error(frozen.reason);
  // Themes are those of the whole period, so their lineage is of its end: the freeze is dated to match.
  return { ...frozen.contract, frozenAt: '9999-12-31T00:00:00.000Z' };
}

function coverageFrom(moments: readonly Moment[]): Coverage {
  const oldestAt = moments.reduce((first, one) => (one.at < first ? one.at : first), '9999');
  const source = { source: SOURCE, name: 'Firefox support', kind: 'file', total: moments.length, totalBy: 'offered' as const, read: moments.length, kept: moments.length, skipped: {}, oldestAt, gaps: [] };
  return { state: 'complete', total: moments.length, read: moments.length, sources: [source] };
}

function dateOf(dates: ReadonlyMap<string, IsoTime>, version: string): IsoTime {
  const date = dates.get(version);
  if (date === undefined) throw new Error(`no release ${version}`);
  return date;
}
