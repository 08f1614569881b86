import type { Assignment, Theme } from '../../domain/theme';
import type { Corpus, PreviousThemes } from '../engine';
import { languagesOf } from '../text/language';
import type { ReadCorpus } from '../text/read-corpus';
import type { Timed } from '../stage-clock';
import { exemplarsOf } from './exemplars';
import { groupSignals } from './group-signals';
import { identify } from './identity';
import { labelThemes } from './label';
import { inMainLanguage } from './language-groups';
import { productNames } from './product-names';
import { themeVectors } from './theme-vectors';

export interface ThemedCorpus {
  readonly themes: readonly Theme[];
  readonly assignments: readonly Assignment[];
  /** Position in `themes` per signal row, -1 for unassigned. */
  readonly themeOfSignal: Int32Array;
}

/** Themes of a product's signals, ids kept where the groups still hold. Themes a person touched keep members and label. */
export function themeCorpus(read: ReadCorpus, corpus: Corpus, timed: Timed): ThemedCorpus {
  const { signals, previous } = corpus;
  const { names, vectors } = timed('theme-vectors', () => {
    const names = productNames(signals);
    return { names, vectors: themeVectors(read, names) };
  });
  const languages = languagesOf(read.signals.counts, read.vocabulary);
  const frozen = (previous?.themes ?? []).filter((theme) => theme.frozen);
  const pinned = placesIn(corpus, frozen, previous);
  const seeds = previous === undefined || previous.isDraft === true ? undefined : placesIn(corpus, previous.themes, previous);
  const { groups, fits } = groupSignals(read, vectors, { seeds, pinned: { groups: pinned, count: frozen.length }, languages, timed });
  const members = membersOf(groups, fits, frozen.length);
  const exemplars = members.map((rows) => exemplarsOf(rows, fits, signals));
  const labels = timed('labels', () => labelThemes(members.map((rows) => inMainLanguage(languages, rows)), signals, read, names));
  const free = identify(
    members.slice(frozen.length).map((rows) => rows.map((row) => signals[row]!.id)),
    exemplars.slice(frozen.length).map((rows) => `theme-${hashOf(rows.map((row) => signals[row]!.id).join('\n'))}`),
    previous,
    corpus.asOf,
  );
  const themes = members.map((rows, index): Theme => {
    const old = frozen[index];
    const base = { signals: rows.length, exemplars: exemplars[index]!.map((row) => signals[row]!.id), terms: labels[index]!.terms };
    if (old !== undefined) return { ...old, ...base };
    const { id, survivor, lineage } = free[index - frozen.length]!;
    const keepsLabel = survivor !== undefined && survivor.labelAuthor !== 'engine';
    return { id, label: keepsLabel ? survivor.label : labels[index]!.label, labelAuthor: keepsLabel ? survivor.labelAuthor : 'engine', frozen: false, ...base, lineage };
  });
  const themeOfSignal = new Int32Array(signals.length).fill(-1);
  members.forEach((rows, theme) => rows.forEach((row) => (themeOfSignal[row] = theme)));
  const assignments = signals.map((signal, row): Assignment => {
    const theme = themes[themeOfSignal[row]!];
    return theme === undefined ? { signal: signal.id, fit: fits[row]! } : { signal: signal.id, theme: theme.id, fit: fits[row]! };
  });
  return { themes, assignments, themeOfSignal };
}

/** Index of each signal's earlier theme among `themes`, -1 for none. */
function placesIn(corpus: Corpus, themes: readonly Theme[], previous: PreviousThemes | undefined): Int32Array {
  const index = new Map(themes.map((theme, at) => [theme.id, at]));
  const place = new Map((previous?.assignments ?? []).map((one) => [one.signal, index.get(one.theme ?? '') ?? -1]));
  return Int32Array.from(corpus.signals, (signal) => place.get(signal.id) ?? -1);
}

/** Rows per theme, best fit first; frozen themes keep their place, the others come by size. */
function membersOf(groups: Int32Array, fits: Float32Array, frozen: number): number[][] {
  const count = groups.reduce((highest, group) => Math.max(highest, group), frozen - 1) + 1;
  const members: number[][] = Array.from({ length: count }, () => []);
  groups.forEach((group, row) => {
    if (group >= 0) members[group]!.push(row);
  });
  for (const rows of members) rows.sort((a, b) => fits[b]! - fits[a]! || a - b);
  const free = members.slice(frozen).filter((rows) => rows.length > 0);
  return [...members.slice(0, frozen), ...free.sort((a, b) => b.length - a.length || a[0]! - b[0]!)];
}

function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
