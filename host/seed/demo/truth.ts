import { demoBacklog } from './backlog';
import { readTexts } from './hand-written';
import { ALL_NEEDS, type DemoProduct } from './needs';
import { SHOUTING_ACCOUNT, SILENT_ACCOUNTS } from './planted/accounts';
import { OUTAGE, SOURCE_GAP } from './planted/gap';
import { PERSONAL_DATA } from './planted/personal-data';
import { RELEASE_TRUTHS, SPIKE_TRUTH, type ReleaseTruth } from './planted/outcomes';
import type { Draft } from './draft';
import { demoSignals, type DemoSignal } from './signals';
import { sourceOf } from './sources';

/** What was put into the demo tenant on purpose. Signals are named `<source>:<id>`, issues by key. */
export interface DemoTruth {
  readonly needs: readonly NeedTruth[];
  /** The need of every signal with words; noise has one that starts with `noise-`. */
  readonly needOf: ReadonlyMap<string, string>;
  /** Signals of one person making one point again; each group counts once. */
  readonly echoes: readonly (readonly string[])[];
  /** Sent twice, word for word. */
  readonly exactCopies: readonly (readonly string[])[];
  /** Sent twice with a word more. */
  readonly nearCopies: readonly (readonly string[])[];
  /** Signals in other languages than English, by language. */
  readonly languages: ReadonlyMap<string, readonly string[]>;
  readonly personalData: readonly PersonalSpan[];
  /** Signals that try to give orders to an agent. */
  readonly injections: readonly string[];
  /** Signals of the hidden source. */
  readonly restricted: readonly string[];
  /** Issues with a security level. */
  readonly restrictedIssues: readonly string[];
  readonly silentAccounts: typeof SILENT_ACCOUNTS;
  readonly shoutingAccount: typeof SHOUTING_ACCOUNT;
  /** A source that will break while the clock is moved, and be read afterwards. */
  readonly outage: { readonly source: string; readonly from: string; readonly to: string };
  readonly gap: { readonly sources: readonly string[]; readonly from: string; readonly to: string };
  readonly releases: readonly ReleaseTruth[];
  readonly spike: typeof SPIKE_TRUTH;
}

export interface NeedTruth {
  readonly id: string;
  readonly label: string;
  readonly product: DemoProduct;
  readonly isNoise: boolean;
  /** Issues that are about it, whatever their state. */
  readonly issues: readonly string[];
  /** Of these, those that are open. */
  readonly open: readonly string[];
}

export interface PersonalSpan {
  readonly signal: string;
  readonly kind: string;
  readonly value: string;
}

/** The truths of the demo tenant, history and arrivals together. */
export function demoTruth(): DemoTruth {
  const signals = demoSignals();
  const backlog = demoBacklog();
  const idsOf = (isWanted: (one: DemoSignal) => boolean): readonly string[] => signals.filter(isWanted).map(nameOf);
  return {
    needs: ALL_NEEDS.map(({ id, label, product }) => {
      const about = backlog.filter((one) => one.need === id).map((one) => one.issue);
      return { id, label, product, isNoise: id.startsWith('noise-'), issues: about.map((one) => one.key), open: about.filter((one) => one.resolvedAt === undefined).map((one) => one.key) };
    }),
    needOf: new Map(signals.flatMap((one) => (one.need === undefined ? [] : [[nameOf(one), one.need] as const]))),
    echoes: groupsOf(signals, 'echo'),
    exactCopies: copiesOf(signals, 'copy'),
    nearCopies: copiesOf(signals, 'near-copy'),
    languages: new Map([...Map.groupBy(signals.filter((one) => one.origin === 'language'), (one) => one.locale?.slice(0, 2) ?? '')].map(([language, some]) => [language, some.map(nameOf)])),
    personalData: personalSpans(signals),
    injections: idsOf((one) => one.origin === 'injection'),
    restricted: idsOf((one) => one.origin === 'restricted'),
    restrictedIssues: backlog.filter((one) => one.issue.securityLevel !== undefined).map((one) => one.issue.key),
    silentAccounts: SILENT_ACCOUNTS,
    shoutingAccount: SHOUTING_ACCOUNT,
    outage: { source: sourceOf(OUTAGE.source, OUTAGE.product).id, from: OUTAGE.from, to: OUTAGE.to },
    gap: { sources: [sourceOf(SOURCE_GAP.source, SOURCE_GAP.product).id], from: SOURCE_GAP.from, to: SOURCE_GAP.to },
    releases: RELEASE_TRUTHS,
    spike: SPIKE_TRUTH,
  };
}

/** A signal's id as the app forms it. */
export function nameOf({ place, id }: Pick<DemoSignal, 'place' | 'id'>): string {
  return `${place.id}:${id}`;
}

function groupsOf(signals: readonly DemoSignal[], origin: Draft['origin']): readonly (readonly string[])[] {
  return [...Map.groupBy(signals.filter((one) => one.origin === origin), (one) => one.group ?? '').values()].map((group) => group.map(nameOf));
}

/** A copy and what it copies: same person, same place, same start of the text, within two days. */
function copiesOf(signals: readonly DemoSignal[], origin: 'copy' | 'near-copy'): readonly (readonly string[])[] {
  const originals = Map.groupBy(signals.filter((one) => one.origin === 'generated'), (one) => `${one.author ?? ''} ${one.place.id}`);
  return signals
    .filter((one) => one.origin === origin)
    .map((copy) => {
      const original = originals.get(`${copy.author ?? ''} ${copy.place.id}`)?.find((one) => one.text !== undefined && copy.text?.startsWith(one.text) === true && one.title === copy.title);
      if (original === undefined) throw new Error(`${nameOf(copy)} copies nothing`);
      return [nameOf(original), nameOf(copy)];
    });
}

function personalSpans(signals: readonly DemoSignal[]): readonly PersonalSpan[] {
  const planted = signals.filter((one) => one.origin === 'personal-data');
  return readTexts(PERSONAL_DATA).flatMap(({ text }) => {
    const marks = [...text.matchAll(/«([a-z]+):([^»]+)»/g)];
    const plain = text.replace(/«[a-z]+:([^»]+)»/g, '$1');
    const signal = planted.find((one) => one.text === plain);
    if (signal === undefined) throw new Error(`personal data that nobody said: ${plain}`);
    return marks.map(([, kind = '', value = '']) => ({ signal: nameOf(signal), kind, value }));
  });
}
