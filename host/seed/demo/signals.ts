import { accountName } from './accounts';
import { makeCast } from './authors';
import { ARRIVALS_END } from './calendar';
import { copiedSignals } from './copies';
import type { Draft } from './draft';
import { generatedSignals } from './generate';
import { makeLeavers } from './leavers';
import { sourceOf, type DemoSource, type SourceCode } from './sources';
import { usageSignals } from './usage';
import { writtenSignals } from './written';

/** A signal of the demo tenant, with what the truth knows about it. */
export interface DemoSignal extends Draft {
  /** The id at its source. */
  readonly id: string;
  readonly url?: string;
  readonly place: DemoSource;
}

const FIRST: Readonly<Record<SourceCode, number>> = { zd: 48_001, ic: 2_150_007, jsm: 3101, gh: 211, app: 70_001, nps: 9001, call: 1201, cs: 501, exit: 301, sec: 11, use: 1 };
const PREFIX: Readonly<Record<SourceCode, string>> = { zd: '', ic: '', jsm: 'SUP-', gh: '', app: 'rev-', nps: 'nps-', call: 'call-', cs: 'cs-', exit: 'exit-', sec: 'SEC-', use: 'use-' };
const PAGES: Partial<Record<SourceCode, string>> = {
  zd: 'https://spannerby.zendesk.com/agent/tickets/',
  ic: 'https://app.intercom.example/conversations/',
  jsm: 'https://spannerby.atlassian.example/browse/',
  gh: 'https://code.example/spannerby/connect/issues/',
  app: 'https://store.example/crew/reviews/',
  call: 'https://calls.example/spannerby/',
  cs: 'https://calls.example/spannerby/',
  sec: 'https://spannerby.atlassian.example/browse/',
};

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
  const drafts = [...written, ...generated, ...copiedSignals(generated, cast), ...usageSignals(cast)];
  return number(drafts.filter((one) => one.at < ARRIVALS_END).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)));
}

function number(drafts: readonly Draft[]): readonly DemoSignal[] {
  const next = { ...FIRST };
  return drafts.map((draft) => {
    const id = `${PREFIX[draft.source]}${next[draft.source]}`;
    next[draft.source] += draft.source === 'ic' ? 7 : 1;
    const page = PAGES[draft.source];
    return { ...draft, id, place: sourceOf(draft.source, draft.product), ...(page === undefined ? {} : { url: page + id }) };
  });
}

/** The row as a file gives it: only what a source would know. */
export function signalRow({ id, at, kind, title, text, event, author, account, locale, url, rating, value, status, version }: DemoSignal): string {
  return JSON.stringify({ id, at, kind, title, text, event, author, account: account === undefined ? undefined : accountName(account), locale, url, rating, value, status, version });
}
