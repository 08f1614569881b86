import { seededRandom } from '../../../src/domain/random';
import { DAY_IN_MS, epochMs } from '../../../src/domain/time';
import { accountName } from './accounts';
import { makeCast } from './authors';
import { ARRIVALS_END, STARTS_AT } from './calendar';
import { copiedSignals } from './copies';
import type { Draft } from './draft';
import { generatedSignals } from './generate';
import { handedOverSignals } from './handed-over';
import { makeLeavers } from './leavers';
import type { DemoProduct } from './needs';
import { sourceOf, STORES, type DemoSource, type SourceCode } from './sources';
import { usageSignals } from './usage';
import { slackName } from './vendors/slack';
import { writtenSignals } from './written';

/** A signal of the demo tenant, with what the truth knows about it. */
export interface DemoSignal extends Draft {
  /** The id at its source. */
  readonly id: string;
  readonly url?: string;
  readonly place: DemoSource;
}

const FIRST: Readonly<Record<SourceCode, number>> = { zd: 48_001, ic: 2_150_007, jsm: 3101, gh: 211, app: 70_001, nps: 9001, call: 1201, cs: 501, exit: 301, sec: 11, use: 1, slk: 1, fwd: 1 };
const STORED_SINCE = epochMs(STARTS_AT) - 7 * DAY_IN_MS + 3_600_000;

/** Which number something has at its vendor, and where its page is. */
const NAMES: Readonly<Record<SourceCode, (number: number, product: DemoProduct, at: string) => { readonly id: string; readonly url?: string }>> = {
  zd: (number, product) => ({ id: String(number), url: `https://${ZENDESKS[product]}/agent/tickets/${number}` }),
  ic: (number) => ({ id: String(number) }),
  jsm: (number) => ({ id: String(200_000 + number) }),
  gh: (number, product) => ({ id: `${REPOSITORIES[product]}#${number}`, url: `https://github.com/${REPOSITORIES[product]}/issues/${number}` }),
  app: (number) => ({ id: `rev-${number}` }),
  nps: (number) => ({ id: `nps-${number}` }),
  call: (number) => callNamed(number),
  cs: (number) => callNamed(800_000 + number),
  exit: (number) => ({ id: `exit-${number}` }),
  sec: (number) => ({ id: String(300_000 + number) }),
  use: (number) => ({ id: `use-${number}` }),
  slk: (number, _product, at) => slackName(number, at),
  fwd: (number) => ({ id: `fwd-2026-${number}` }),
};

export const ZENDESKS: Readonly<Record<DemoProduct, string>> = { dispatch: 'spannerby.zendesk.com', crew: 'spannerby-crew.zendesk.com' };
export const REPOSITORIES: Readonly<Record<DemoProduct, string>> = { dispatch: 'spannerby/connect', crew: 'spannerby/crew' };

/** The one turn that a customer has in each call. */
function callNamed(number: number): { readonly id: string; readonly url: string } {
  const call = String(7_782_000_000_000 + number);
  return { id: `${call}#0`, url: `https://us-12345.app.gong.io/call?id=${call}` };
}

let made: readonly DemoSignal[] | undefined;

/** Everything anyone says or does in the demo tenant, oldest first, what is still to come included. Always the same. */
export function demoSignals(): readonly DemoSignal[] {
  made ??= makeSignals();
  return made;
}

/** The same without what an earlier call kept. */
export function makeSignals(): readonly DemoSignal[] {
  const cast = makeCast();
  const leavers = makeLeavers(cast);
  const written = writtenSignals(cast, leavers);
  const generated = generatedSignals(cast, leavers, written);
  const drafts = [...written, ...generated, ...copiedSignals(generated, cast), ...usageSignals(cast), ...handedOverSignals(cast)];
  return number(drafts.filter((one) => one.at < ARRIVALS_END).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)));
}

function number(drafts: readonly Draft[]): readonly DemoSignal[] {
  const next = { ...FIRST };
  return drafts.map((draft) => {
    const name = NAMES[draft.source](next[draft.source], draft.product, draft.at);
    next[draft.source] += draft.source === 'ic' ? 7 : 1;
    return { ...draft, ...name, place: placeOf(draft) };
  });
}

/** Of those who review in the stores, two in five have a phone by Google. */
function placeOf({ source, product, author = '', at }: Draft): DemoSource {
  if (source !== 'app') return sourceOf(source, product);
  if (seededRandom(author)() < 0.6) return STORES.apple;
  return epochMs(at) < STORED_SINCE ? STORES.googleFile : STORES.google;
}

/** The row as a file gives it: only what a source would know. */
export function signalRow({ id, at, kind, title, text, event, author, account, locale, url, rating, value, status, version }: DemoSignal): string {
  return JSON.stringify({ id, at, kind, title, text, event, author, account: account === undefined ? undefined : accountName(account), locale, url, rating, value, status, version });
}
