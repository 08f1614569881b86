import type { Fault } from '../../host/sources/faults';
import type { SourceBench } from './bench-source';
import { CONNECTION } from './bench-source';
import { lossAccepted } from './accepted-loss';
import { identitiesChange } from './identity-faults';
import { aMonth, differences, liveAWhile, notBlind, notWhole, wordsOf } from './live-a-while';
import { oneTooLarge, pagesTooLarge } from './large-answers';
import { quarterLost } from './quarter-lost';
import { badRows } from './row-faults';

/** One fault of the reliability table: what breaks, and what must hold during and after. Answers what did not hold. */
export interface FaultCase {
  readonly id: string;
  readonly what: string;
  readonly run: (bench: SourceBench) => Promise<readonly string[]>;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** After four times in vain: `daysUntilAskedAgain`. */
const MOST_DAYS_UNTIL_ASKED = 8;
/** After the fault is over: three cycles, and a month where only reading everything anew can tell. */
const settle = (bench: SourceBench): Promise<void> => bench.cycle(3);

async function begin(bench: SourceBench, events = 40): Promise<void> {
  liveAWhile(bench, events);
  await bench.cycle(2);
}

/** Breaks every answer for a while; blind meanwhile, whole afterwards. */
async function whileBroken(bench: SourceBench, fault: SourceBench['fault'], cycles = 2): Promise<readonly string[]> {
  await begin(bench);
  const before = await notWhole(bench);
  bench.fault = fault;
  liveAWhile(bench, 15);
  await bench.cycle(cycles);
  const during = await notBlind(bench, 'while broken');
  bench.fault = undefined;
  await settle(bench);
  return [...before, ...during, ...(await notWhole(bench))];
}

const always = (fault: Fault): SourceBench['fault'] => () => fault;

async function killedOften(bench: SourceBench, kills: number): Promise<readonly string[]> {
  for (let kill = 0; kill < kills; kill += 1) {
    liveAWhile(bench, 8);
    let steps = Math.floor(bench.random() * 14);
    bench.killAt = () => (steps -= 1) < 0;
    await bench.cycle();
  }
  bench.killAt = undefined;
  await settle(bench);
  return notWhole(bench);
}

const RETRY_AFTER = ['5', '1', '0', '-1', '1000000000', 'Thu, 01 Jan 2026 00:00:00 GMT', 'soon', undefined] as const;

async function askedToWait(bench: SourceBench): Promise<readonly string[]> {
  await begin(bench);
  const early: string[] = [];
  for (const header of RETRY_AFTER) {
    let limited = true;
    liveAWhile(bench, 3);
    bench.fault = () => (limited ? { kind: 'status', status: 429, headers: header === undefined ? {} : { 'retry-after': header } } : undefined);
    const from = bench.arrivals.length;
    await pollOnce(bench);
    const told = bench.arrivals.slice(from).filter((one) => one.status === 429);
    const wait = header === '5' ? 5_000 : header === undefined ? 60_000 : 1_000;
    for (const [index, one] of told.entries()) if (index > 0 && one.at - (told[index - 1]?.at ?? 0) < wait) early.push(`asked again ${one.at - (told[index - 1]?.at ?? 0)} ms after Retry-After ${header ?? 'absent'}`);
    limited = false;
    bench.fault = undefined;
    await bench.cycle(2);
  }
  return [...early, ...(await notWhole(bench))];
}

/** One run, without the jobs that it asks for. */
async function pollOnce(bench: SourceBench): Promise<void> {
  bench.ports.jobs.length = 0;
  bench.clock.advance(3_600_000);
  const { pollSource } = await import('../../src/ingest/sources/poll-source');
  await pollSource(bench.needs, CONNECTION);
  bench.ports.jobs.length = 0;
}

async function flapping(bench: SourceBench, share: number, fault: Fault, hours: number): Promise<readonly string[]> {
  await begin(bench);
  bench.fault = () => (bench.random() < share ? fault : undefined);
  for (let hour = 0; hour < hours; hour += 1) {
    liveAWhile(bench, 4);
    await bench.cycle();
  }
  bench.fault = undefined;
  await settle(bench);
  return notWhole(bench);
}

async function tamperCheckpoint(bench: SourceBench): Promise<readonly string[]> {
  await begin(bench);
  bench.world.forgetCheckpoints();
  liveAWhile(bench, 10);
  await settle(bench);
  const forgotten = await notWhole(bench);
  const state = await bench.needs.connections.findFeed(CONNECTION, 'poll');
  const future = new Date(Date.parse(bench.clock.now()) + 400 * DAY).toISOString();
  await bench.needs.connections.moveFeed({ ...state, checkpoint: { since: future, next: null, from: future } });
  liveAWhile(bench, 10);
  await settle(bench);
  return [...forgotten, ...(await notWhole(bench)).map((one) => `future checkpoint: ${one}`)];
}

/** The run that reads on has the place in the middle of a round, and the source does not know it any more. */
async function tokensForgotten(bench: SourceBench): Promise<readonly string[]> {
  for (let index = 0; index < 410; index += 1) {
    bench.world.speak(wordsOf(bench.random));
    bench.clock.advance(30_000);
  }
  // A list of accounts may be the first; of pages of two hundred the second is not the last.
  let moved = 0;
  bench.killAt = (place) => place === 'checkpoint-moved' && (moved += 1) === 2;
  await bench.cycle();
  bench.killAt = undefined;
  bench.world.forgetCheckpoints();
  liveAWhile(bench, 10);
  await settle(bench);
  return notWhole(bench);
}

async function movingWhilePaging(bench: SourceBench): Promise<readonly string[]> {
  for (let index = 0; index < 130; index += 1) bench.world.speak(wordsOf(bench.random));
  bench.onPlace = (place) => {
    if (place === 'page-fetched' || place === 'page-stored') liveAWhile(bench, 3, 1_000);
  };
  await bench.cycle();
  bench.onPlace = undefined;
  await bench.cycle(26);
  return notWhole(bench);
}

async function sameInstant(bench: SourceBench): Promise<readonly string[]> {
  for (let index = 0; index < 230; index += 1) bench.world.speak(wordsOf(bench.random));
  await settle(bench);
  for (let index = 0; index < 3; index += 1) bench.world.speak(wordsOf(bench.random));
  await settle(bench);
  return notWhole(bench);
}

async function lateCommit(bench: SourceBench): Promise<readonly string[]> {
  await begin(bench);
  for (let index = 0; index < 3; index += 1) bench.world.speakLate(wordsOf(bench.random), Date.parse(bench.clock.now()) - (index + 1) * 900_000);
  await bench.cycle(3);
  const early = await differences(bench);
  if (early.length === 0) return notWhole(bench);
  // A source that does not report them is found out within thirty days at the latest.
  await aMonth(bench);
  return notWhole(bench);
}

async function skewed(bench: SourceBench): Promise<readonly string[]> {
  await begin(bench);
  for (const skew of [3_600_000, -3_600_000, 0]) {
    bench.skewMs = skew;
    liveAWhile(bench, 10);
    await bench.cycle(2);
  }
  await settle(bench);
  return notWhole(bench);
}

async function answerLost(bench: SourceBench): Promise<readonly string[]> {
  liveAWhile(bench, 30);
  for (const place of ['records-announced', 'signals-stored', 'gone-removed', 'records-stored', 'page-stored', 'checkpoint-moved', 'coverage-recorded', 'unseen-removed', 'signals-readmitted']) {
    bench.killAt = (at) => at === place;
    await bench.cycle();
    liveAWhile(bench, 6);
  }
  bench.killAt = undefined;
  await settle(bench);
  return notWhole(bench);
}

const TEXTS = ['emoji 😀👩‍👩‍👧‍👦', 'שלום עולם', 'e\u0301cole', 'a\u0000b\u0007c', 'line\r\nline\rline', '\uFEFFbom', 'x'.repeat(3) + '\u0301'.repeat(500), '日本語のフィードバック', '"quotes" \\ and </script>', 'word '.repeat(2_000)];

async function strangeTexts(bench: SourceBench): Promise<readonly string[]> {
  const said = TEXTS.map((text) => [bench.world.speak(text), text] as const);
  await settle(bench);
  const stored = await bench.stored();
  const clean = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufeff]/g, '').normalize('NFC').trim();
  // What is longer than is looked at comes in parts.
  const whole = (id: string): string => [...stored].flatMap(([key, text]) => (key === id || key.startsWith(`${id}/`) || key.startsWith(`${id}.`) ? [text] : [])).join(' ');
  return said.filter(([id, text]) => !whole(id).includes(clean(text))).map(([, text]) => `not stored as it was: ${JSON.stringify(text.slice(0, 30))}`);
}

async function deleted(bench: SourceBench): Promise<readonly string[]> {
  await begin(bench, 60);
  const [first, second] = [...bench.world.live().keys()];
  if (first === undefined || second === undefined) return ['nothing to delete'];
  bench.world.remove(first);
  bench.world.remove(second);
  await settle(bench);
  if ((await differences(bench)).length > 0) await aMonth(bench);
  return notWhole(bench);
}

async function driftingShape(bench: SourceBench): Promise<readonly string[]> {
  await begin(bench);
  const silent: string[] = [];
  for (const how of ['gone', 'null', 'renamed', 'retyped'] as const) {
    for (let turn = 0; turn < 4; turn += 1) {
      bench.fault = always({ kind: 'drift', how });
      liveAWhile(bench, 5);
      await bench.cycle();
      // What was not understood may not pass for read: either it is all there, or something says that it is not.
      const wrong = (await differences(bench)).filter((one) => one.startsWith('lost'));
      if (wrong.length > 0 && !(await isDoubted(bench))) silent.push(`${how}: ${wrong[0] ?? ''} and nothing says so`);
      bench.fault = undefined;
      await bench.cycle();
    }
  }
  // Scopes that wait for their turn are read again within these; what stayed unreadable is asked for again within days, the later the more often it was in vain.
  await settle(bench);
  for (let day = 0; day < MOST_DAYS_UNTIL_ASKED && (await bench.coverage()) !== 'complete'; day += 1) {
    bench.clock.advance(DAY - HOUR);
    await bench.cycle();
  }
  if ((await differences(bench)).length > 0) await aMonth(bench);
  return [...silent, ...(await notWhole(bench))];
}

/** Coverage says "gap" or "still reading", or the receipt names unreadable records. */
async function isDoubted(bench: SourceBench): Promise<boolean> {
  if ((await bench.coverage()) !== 'complete') return true;
  const [coverage] = await bench.ports.stores.products.listCoverage('mail');
  return Object.keys(coverage?.skipped ?? {}).some((reason) => reason.startsWith('unreadable'));
}

async function keyRevoked(bench: SourceBench): Promise<readonly string[]> {
  await begin(bench);
  bench.world.revoke(true);
  liveAWhile(bench, 10);
  await bench.cycle(2);
  const during = [...(await notBlind(bench, 'while revoked'))];
  const connection = await bench.needs.connections.findConnection(CONNECTION);
  if (connection?.state !== 'needs-attention') during.push(`the connection is ${connection?.state ?? 'gone'}`);
  bench.world.revoke(false);
  await settle(bench);
  return [...during, ...(await notWhole(bench))];
}

async function scopeNarrowed(bench: SourceBench): Promise<readonly string[]> {
  await begin(bench, 60);
  bench.world.narrow('nothing');
  liveAWhile(bench, 10);
  await bench.cycle(2);
  const during = await notBlind(bench, 'while nothing is shown');
  bench.world.narrow('everything');
  await settle(bench);
  if ((await differences(bench)).length > 0) await bench.cycle(26);
  return [...during, ...(await notWhole(bench))];
}

/** The key loses the newer half of what there is, and what comes after: noticed within hours, not forgotten by a lucky draw, and whole again afterwards. */
async function newerHalfLost(bench: SourceBench): Promise<readonly string[]> {
  await begin(bench, 60);
  bench.world.narrow('the older half');
  liveAWhile(bench, 10);
  for (let hour = 0; hour < 8 && (await bench.coverage()) !== 'gap'; hour += 1) await bench.cycle();
  const during = [...(await notBlind(bench, 'while the newer half is not shown'))];
  for (let hour = 0; hour < 3; hour += 1) {
    await bench.cycle();
    during.push(...(await notBlind(bench, 'hours later')));
  }
  bench.world.narrow('everything');
  await bench.cycle(26);
  return [...during, ...(await notWhole(bench))];
}

async function emptyFromTheStart(bench: SourceBench): Promise<readonly string[]> {
  liveAWhile(bench, 40);
  bench.world.narrow('nothing');
  await bench.cycle(2);
  const during = await notBlind(bench, 'before anything was ever shown');
  bench.world.narrow('everything');
  await bench.cycle(26);
  return [...during, ...(await notWhole(bench))];
}

async function repeatedPages(bench: SourceBench): Promise<readonly string[]> {
  for (let index = 0; index < 170; index += 1) bench.world.speak(wordsOf(bench.random));
  let turn = 0;
  bench.fault = () => ((turn += 1) > 1 && turn % 2 === 0 ? { kind: 'repeat' } : undefined);
  await bench.cycle(3);
  bench.fault = undefined;
  await settle(bench);
  bench.fault = always({ kind: 'repeat' });
  liveAWhile(bench, 5);
  await bench.cycle();
  bench.fault = undefined;
  await settle(bench);
  if ((await differences(bench)).length > 0) await bench.cycle(26);
  return notWhole(bench);
}

async function longOutage(bench: SourceBench): Promise<readonly string[]> {
  await begin(bench);
  bench.fault = always({ kind: 'reset' });
  for (let day = 0; day < 3; day += 1) {
    liveAWhile(bench, 40, DAY / 50);
    await bench.cycle();
  }
  const during = await notBlind(bench, 'in the outage');
  bench.fault = undefined;
  await settle(bench);
  return [...during, ...(await notWhole(bench))];
}

export const FAULT_CASES: readonly FaultCase[] = [
  { id: 'F1', what: 'killed at any place, again and again', run: (bench) => killedOften(bench, 12) },
  { id: 'F2', what: 'the time limit of a run', run: async (bench) => {
    for (let index = 0; index < 130; index += 1) bench.world.speak(wordsOf(bench.random));
    bench.onPlace = (place) => void (place === 'page-stored' && bench.clock.advance(300_000));
    await bench.cycle(2);
    bench.onPlace = undefined;
    await settle(bench);
    return notWhole(bench);
  } },
  { id: 'F3', what: 'an answer larger than we take', run: (bench) => whileBroken(bench, () => 'too-large') },
  { id: 'F3', what: 'pages larger than we take, for good', run: pagesTooLarge },
  { id: 'F3', what: 'a single record larger than we take', run: oneTooLarge },
  { id: 'F4', what: 'asked to wait, in every wording', run: askedToWait },
  { id: 'F5', what: 'nine of ten requests refused with 429', run: (bench) => flapping(bench, 0.9, { kind: 'status', status: 429, headers: { 'retry-after': '30' } }, 6) },
  { id: 'F6', what: 'failures of the source that come and go', run: (bench) => flapping(bench, 0.6, { kind: 'status', status: [500, 502, 503, 504][Math.floor(bench.random() * 4)] ?? 500 }, 6) },
  { id: 'F6', what: 'the source down', run: (bench) => whileBroken(bench, always({ kind: 'status', status: 503 })) },
  { id: 'F7', what: 'no answer', run: (bench) => whileBroken(bench, always({ kind: 'hang' })) },
  { id: 'F7', what: 'an answer that breaks off', run: (bench) => whileBroken(bench, always({ kind: 'reset' })) },
  { id: 'F7', what: 'half a document with 200', run: (bench) => whileBroken(bench, always({ kind: 'half' })) },
  { id: 'F8', what: 'a page of HTML with 200', run: (bench) => whileBroken(bench, always({ kind: 'html' })) },
  { id: 'F8', what: 'an empty body', run: (bench) => whileBroken(bench, always({ kind: 'empty-body' })) },
  { id: 'F8', what: 'another content type', run: (bench) => whileBroken(bench, always({ kind: 'wrong-type' })) },
  { id: 'F9', what: 'a valid page with nothing on it', run: scopeNarrowed },
  { id: 'F9', what: 'the newer half not shown any more', run: newerHalfLost },
  { id: 'F9', what: 'a quarter not shown any more', run: quarterLost },
  { id: 'F9', what: 'nothing shown from the start', run: emptyFromTheStart },
  { id: 'F9', what: 'most of it really gone, and an admin says so', run: lossAccepted },
  { id: 'F10', what: 'pages that repeat', run: repeatedPages },
  { id: 'F11', what: 'a checkpoint forgotten, or in the future', run: tamperCheckpoint },
  { id: 'F11', what: 'page tokens forgotten in the middle of a round', run: tokensForgotten },
  { id: 'F12', what: 'records that change while we page', run: movingWhilePaging },
  { id: 'F13', what: 'hundreds in one instant', run: sameInstant },
  { id: 'F14', what: 'a record that becomes visible late', run: lateCommit },
  { id: 'F15', what: 'a clock that is wrong by an hour', run: skewed },
  { id: 'F18', what: 'stored, and the answer lost', run: answerLost },
  { id: 'F26', what: 'a shape that changes', run: driftingShape },
  { id: 'F27', what: 'texts of every kind', run: strangeTexts },
  { id: 'F28', what: 'deleted at the source', run: deleted },
  { id: 'F29', what: 'people, records and brands renamed, merged, moved', run: identitiesChange },
  { id: 'F40', what: 'the key revoked', run: keyRevoked },
  { id: 'F41', what: 'away for three days, then everything at once', run: longOutage },
  { id: 'F44', what: 'bad rows among good ones, formulas, the same rows again', run: badRows },
];
