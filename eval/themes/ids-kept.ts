import { understand } from '../../src/understand/understand';
import { engineOptions } from '../engine-options';
import { realYear } from '../judge/real-year';

/** For each theme, and each of their signals, 1 when it keeps its id when a tenth more of the real year arrives. */
export function themeIdsKept(): { readonly themes: readonly number[]; readonly signals: readonly number[] } {
  const corpus = realYear();
  const inOrder = [...corpus.signals].sort((a, b) => (a.at < b.at ? -1 : 1));
  const before = inOrder.slice(0, Math.floor(inOrder.length / 1.1));
  const first = understand({ ...corpus, signals: before, issues: [] }, engineOptions());
  const second = understand({ ...corpus, signals: inOrder, issues: [], previous: first }, engineOptions());
  const alive = new Set(second.themes.map((theme) => theme.id));
  const placed = new Map(second.assignments.map((one) => [one.signal, one.theme]));
  const held = first.assignments.filter((one) => one.theme !== undefined);
  return {
    themes: first.themes.map((theme) => (alive.has(theme.id) ? 1 : 0)),
    signals: held.map((one) => (placed.get(one.signal) === one.theme ? 1 : 0)),
  };
}
