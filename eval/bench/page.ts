import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openLocalSite, type LocalSite } from '../../host/local-site';
import { smallSeed } from '../../host/seed/small';
import { buildUi } from '../../static/app/build';
import { sizesOf } from '../../static/app/sizes';
import { largeSeed } from './large-seed';
import { quantile, round } from './walk';

const TIMES = 30;
/** Resident memory that the host adds to a function's 512 MB before it kills it; lifted here, so that a run that needs more is measured and not only failed. */
const ALLOWANCE_MB = { usual: 96, here: 2_000 };
const PERSON = 'spannerby:dana';
const Answer = z.union([z.object({ ok: z.literal(true), value: z.unknown() }), z.object({ ok: z.literal(false), code: z.string() })]);
const Themes = z.object({ themes: z.array(z.object({ id: z.string() })) });
const Edited = z.object({ edit: z.string() });
const Labelled = z.object({ theme: z.object({ label: z.string() }) });

type Ask = (endpoint: string, payload?: unknown) => Promise<unknown>;

/**
 * The project page on the whole path (bridge, process of the app, SQL) at 100,000 signals and 5,000 issues: each call 30 times, one after the
 * other, after everything was read. Theme edits are visible when the theme's page answers with the new label. Memory: highest resident set of a process.
 * RESURFACE_BENCH_SIGNALS and RESURFACE_BENCH_ISSUES measure another size.
 */
export async function benchPage(): Promise<Record<string, unknown>> {
  const size = { signals: Number(process.env['RESURFACE_BENCH_SIGNALS'] ?? 100_000), issues: Number(process.env['RESURFACE_BENCH_ISSUES'] ?? 5_000) };
  const { dist } = await buildUi();
  const surfaces = Object.fromEntries(sizesOf(dist).map(({ entry, firstJs }) => [entry, round(firstJs / 1024)]));
  const state = mkdtempSync(join(tmpdir(), 'resurface-bench-'));
  const failures: string[] = [];
  const from = performance.now();
  const site = await openLocalSite({ appFolder: process.cwd(), stateFolder: state, seeds: [largeSeed(size), smallSeed()], schedules: 'manual', limits: { runtimeAllowanceMB: ALLOWANCE_MB.here }, log: ({ level, text }) => void (level === 'error' && failures.push(text.slice(0, 2000)) && console.error(text.slice(0, 2000))) });
  try {
    const handedOver = (performance.now() - from) / 1000;
    await site.host.idle();
    const everythingRead = (performance.now() - from) / 1000;
    if (failures.length > 0) console.log(failures.join('\n'));
    const calls = await callTimes(asker(site));
    const { peakRssBytes, peakHeapBytes } = site.host.memory();
    return {
      ...size,
      handedOverSeconds: round(handedOver),
      everythingReadSeconds: round(everythingRead),
      ...calls,
      peakRssMb: inMb(peakRssBytes),
      wouldBeKilledAtMb: 512 + ALLOWANCE_MB.usual,
      peakHeapMb: inMb(peakHeapBytes),
      firstViewJsKbGzip: surfaces,
      failures: [...failures, ...site.host.failures('large').map((one) => one.failure.slice(0, 300))],
    };
  } finally {
    await site.close();
    rmSync(state, { recursive: true, force: true });
  }
}

async function callTimes(ask: Ask): Promise<Record<string, unknown>> {
  const ids = Themes.parse(await ask('page.signal')).themes.map((theme) => theme.id);
  const theme = (turn: number): string => ids[turn % Math.min(ids.length, TIMES)] ?? '';
  return {
    themes: ids.length,
    'page.week': await timed(() => ask('page.week')),
    'page.signal': await timed(() => ask('page.signal')),
    'page.roadmap': await timed(() => ask('page.roadmap')),
    'page.theme': await timed((turn) => ask('page.theme', { theme: theme(turn) })),
    'page.themeSignals': await timed((turn) => ask('page.themeSignals', { theme: theme(turn), page: 1 })),
    'page.themeSignals unassigned': await timed((turn) => ask('page.themeSignals', { theme: null, page: turn + 1 })),
    'page.themeCustomers': await timed((turn) => ask('page.themeCustomers', { theme: theme(turn), page: 1, weeks: 12 })),
    'page.themeCustomers unassigned': await timed((turn) => ask('page.themeCustomers', { theme: null, page: turn + 1 })),
    'page.products': await timed(() => ask('page.products')),
    'backlog.open': await timed(() => ask('backlog.open')),
    ...(await editTimes(ask, theme)),
  };
}

/** A label changed and looked at, then taken back and looked at. */
async function editTimes(ask: Ask, theme: (turn: number) => string): Promise<Record<string, unknown>> {
  const edits: number[] = [];
  const visible: number[] = [];
  const labelOf = async (id: string): Promise<string> => Labelled.parse(await ask('page.theme', { theme: id })).theme.label;
  for (let turn = 0; turn < TIMES; turn += 1) {
    const id = theme(turn);
    const before = await labelOf(id);
    const label = `Named by the bench ${turn}`;
    const renamed = await clock(async () => Edited.parse(await ask('page.rename', { theme: id, label })));
    const seen = await clock(() => labelOf(id));
    if (seen.value !== label) throw new Error(`the label is ${seen.value} after it was changed to ${label}`);
    const undone = await clock(() => ask('page.undoEdit', { edit: renamed.value.edit }));
    const back = await clock(() => labelOf(id));
    if (back.value !== before) throw new Error(`the label is ${back.value} after the change was undone`);
    edits.push(renamed.ms, undone.ms);
    visible.push(renamed.ms + seen.ms, undone.ms + back.ms);
  }
  return { 'page.rename and undoEdit': spread(edits), 'theme edit visible': spread(visible) };
}

async function timed(call: (turn: number) => Promise<unknown>): Promise<Record<string, number>> {
  const times: number[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) times.push((await clock(() => call(turn))).ms);
  return spread(times);
}

async function clock<Value>(act: () => Promise<Value>): Promise<{ readonly value: Value; readonly ms: number }> {
  const from = performance.now();
  const value = await act();
  return { value, ms: performance.now() - from };
}

function spread(times: readonly number[]): Record<string, number> {
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), most: round(Math.max(...times)) };
}

function asker(site: LocalSite): Ask {
  return async (functionKey, payload = {}) => {
    const answer = Answer.parse(await site.host.invoke('large', { functionKey, moduleKey: 'project-page', accountId: PERSON, payload, extension: { project: { id: '10100', key: 'DSP' } } }));
    if (!answer.ok) throw new Error(`${functionKey}: ${answer.code}`);
    return answer.value;
  };
}

function inMb(bytes: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(bytes).map(([key, value]) => [key, Math.round(value / 1e6)]));
}
