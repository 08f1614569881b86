import type { ProductDigest } from '../../src/domain/product-digest';
import type { Signal } from '../../src/domain/signal';
import type { ThemeEdit } from '../../src/domain/theme-edit';
import type { MemberQuery, ThemeStore } from '../../src/ports/theme-store';
import { byCodePoint } from './by-code-point';
import type { Runs } from './evidence-store';

export function fakeThemeStore(runs: Runs, liveSignals: (product: string) => readonly Signal[]): ThemeStore {
  const edits = new Map<string, ThemeEdit>();
  const digests = new Map<string, ProductDigest>();
  const members = ({ product, theme, source, from, to }: MemberQuery): Signal[] => {
    const ids = new Set(runs.get(product)?.rows.assignments.filter((one) => (one.theme ?? null) === theme).map((one) => one.signal));
    return liveSignals(product).filter((signal) => ids.has(signal.id) && (source === undefined || signal.source === source) && (from === undefined || signal.at >= from) && (to === undefined || signal.at < to));
  };
  const openMembers = (query: MemberQuery): Signal[] => members(query).filter((signal) => signal.visibility === 'open');
  return {
    async saveEdit(edit) {
      const key = `${edit.product}\n${edit.id}`;
      if (!edits.has(key)) edits.set(key, edit);
    },
    async removeEdit(product, id) {
      const found = edits.get(`${product}\n${id}`);
      edits.delete(`${product}\n${id}`);
      return found;
    },
    listEdits: async (product) =>
      [...edits.values()].filter((edit) => edit.product === product).sort((a, b) => byCodePoint(a.at, b.at) || byCodePoint(a.id, b.id)),
    async changeRun(product, { themes, removed, places }) {
      const known = runs.get(product);
      if (known === undefined) return;
      const changed = new Map(themes.map((theme) => [theme.id, { ...theme, openSignals: theme.openSignals ?? theme.signals }]));
      const moved = new Map(places.map((place) => [place.signal, place]));
      const keptThemes = known.rows.themes.filter((theme) => !changed.has(theme.id));
      const assignments = known.rows.assignments.map((one) => {
        const place = moved.get(one.signal);
        moved.delete(one.signal);
        if (place === undefined) return one;
        const { signal, fit, visibility = 'open' as const } = one;
        return { signal, fit, visibility, ...(place.theme === undefined ? {} : { theme: place.theme }) };
      });
      const rows = {
        ...known.rows,
        themes: [...keptThemes, ...changed.values()].filter((theme) => !removed.includes(theme.id)),
        assignments: [...assignments, ...[...moved.values()].map((place) => ({ ...place, visibility: place.visibility ?? ('open' as const) }))],
      };
      runs.set(product, { ...known, rows });
    },
    async findPlace(product, signal) {
      return runs.get(product)?.rows.assignments.find((one) => one.signal === signal);
    },
    listMembers: async (query, { offset, limit }) =>
      openMembers(query).sort((a, b) => byCodePoint(b.at, a.at) || byCodePoint(a.id, b.id)).slice(offset, offset + limit),
    countMembers: async (query, visibility = 'open') => members(query).filter((signal) => signal.visibility === visibility).length,
    async pageMemberIds(query, after, limit) {
      const rows = members(query).filter((signal) => byCodePoint(signal.id, after ?? '') > 0).slice(0, limit).map(wordless);
      const last = rows.at(-1);
      return { rows, ...(last === undefined || rows.length < limit ? {} : { next: last.id }) };
    },
    async saveDigest(digest) {
      digests.set(`${digest.product}\n${digest.computedAt}`, digest);
    },
    findDigest: async (product, computedAt) => digests.get(`${product}\n${computedAt}`),
    async removeOldDigests(product, current) {
      for (const [key, digest] of digests) if (digest.product === product && digest.computedAt < current) digests.delete(key);
    },
  };
}

function wordless({ id, source, externalId, at, kind, author, account, visibility }: Signal): Signal {
  return { id, source, externalId, at, kind, visibility, ...(author === undefined ? {} : { author }), ...(account === undefined ? {} : { account }) };
}
