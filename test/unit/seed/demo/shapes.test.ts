import { epochMs, WEEK_IN_MS } from '../../../../src/domain/time';
import { weekOf, weekStart } from '../../../../host/seed/demo/calendar';
import { DEMO_RELEASES } from '../../../../host/seed/demo/releases';
import { demoSignals } from '../../../../host/seed/demo/signals';
import { demoTruth } from '../../../../host/seed/demo/truth';

const signals = demoSignals();
const truth = demoTruth();

/** Customers who spoke of a need between two instants, each once a week, per week. */
function weekly(need: string, from: number, to: number): number {
  const seen = new Set(
    signals
      .filter((one) => one.need === need && epochMs(one.at) >= from && epochMs(one.at) < to)
      .map((one) => `${weekOf(one.at)} ${one.account ?? one.author ?? one.id}`),
  );
  return seen.size / ((to - from) / WEEK_IN_MS);
}

function ratio(project: string, release: string, need: string): { readonly before: number; readonly after: number } {
  const day = DEMO_RELEASES.find((one) => one.project === project && one.name === release)?.day ?? '';
  const at = epochMs(day);
  return { before: weekly(need, at - 14 * WEEK_IN_MS, at - 2 * WEEK_IN_MS), after: weekly(need, at + WEEK_IN_MS, at + 9 * WEEK_IN_MS) };
}

describe('what the releases of the demo tenant did', () => {
  it.each(truth.releases.filter((one) => one.outcome === 'fewer'))('$release helped: $need', ({ project, release, need }) => {
    const { before, after } = ratio(project, release, need);
    expect(before).toBeGreaterThan(6);
    expect(after / before).toBeLessThan(0.35);
  });

  it.each(truth.releases.filter((one) => one.outcome === 'more'))('$release hurt: $need', ({ project, release, need }) => {
    const { before, after } = ratio(project, release, need);
    expect(after / before).toBeGreaterThan(1.8);
    expect(after * 8).toBeGreaterThan(20);
  });

  it.each(truth.releases.filter((one) => one.outcome === 'no clear change'))('$release changed nothing: $need', ({ project, release, need }) => {
    const { before, after } = ratio(project, release, need);
    expect(before).toBeGreaterThan(5);
    expect(after / before).toBeGreaterThan(0.75);
    expect(after / before).toBeLessThan(1.33);
  });

  it.each(truth.releases.filter((one) => one.outcome === 'too few to tell'))('$release was too small: $need', ({ project, release, need }) => {
    expect(ratio(project, release, need).before * 8).toBeLessThan(5);
  });

  it('lets the anger about the price decay by itself, before the release that could be credited with it', () => {
    const { need, from, releasedAt } = truth.spike;
    const counts = Array.from({ length: 10 }, (_, week) => weekly(need, epochMs(from) + week * WEEK_IN_MS, epochMs(from) + (week + 1) * WEEK_IN_MS));
    const quiet = weekly(need, epochMs(from) - 12 * WEEK_IN_MS, epochMs(from));
    expect(counts[0]).toBeGreaterThan(20 * Math.max(1, quiet));
    const mean = (first: number, end: number): number => counts.slice(first, end).reduce((sum, count) => sum + count, 0) / (end - first);
    const beforeRelease = (epochMs(releasedAt) - epochMs(from)) / WEEK_IN_MS;
    const fallBefore = mean(3, beforeRelease) / mean(0, 3);
    const fallAfter = mean(beforeRelease, 10) / mean(3, beforeRelease);
    expect(fallBefore).toBeLessThan(0.6);
    expect(fallAfter).toBeLessThan(0.6);
    expect(fallAfter).toBeGreaterThan(0.6 * fallBefore);
  });
});

describe('voices that fall silent, and one that shouts', () => {
  it('has nothing from the broken source in its gap, and something the weeks before and after', () => {
    const { sources, from, to } = truth.gap;
    const inside = (start: number, end: number): number => signals.filter((one) => sources.includes(one.place.id) && epochMs(one.at) >= start && epochMs(one.at) < end).length;
    expect(inside(epochMs(from), epochMs(to))).toBe(0);
    expect(inside(epochMs(from) - WEEK_IN_MS, epochMs(from))).toBeGreaterThan(8);
    expect(inside(epochMs(to), epochMs(to) + WEEK_IN_MS)).toBeGreaterThan(8);
  });

  it.each(truth.silentAccounts)('$account complained about $need and then neither says nor does anything', ({ account, need, from }) => {
    const own = signals.filter((one) => one.account === account);
    expect(own.filter((one) => one.need === need && one.at < from).length).toBeGreaterThanOrEqual(3);
    expect(own.filter((one) => one.at >= from)).toEqual([]);
  });

  it('has one account that would lead its theme by signals and is one customer', () => {
    const { account, need } = truth.shoutingAccount;
    const about = signals.filter((one) => one.need === need && one.at < weekStart(65));
    const shouted = about.filter((one) => one.account === account).length;
    expect(shouted).toBeGreaterThan(100);
    expect(shouted / about.length).toBeGreaterThan(0.25);
    const others = [...Map.groupBy(about.filter((one) => one.account !== account && one.account !== undefined), (one) => one.account).values()];
    expect(Math.max(...others.map((some) => some.length))).toBeLessThan(shouted / 8);
  });
});
