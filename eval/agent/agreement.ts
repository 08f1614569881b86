import { NEED_KINDS, STANCES, type PairReading, type Stance } from '../../src/domain/reading';
import type { GoldenPair } from './golden';

/** What a model made of a pair; `none` when there was no usable answer. */
export type ModelReading = PairReading | { readonly kind: 'none' };
export type Outcome = Stance | 'unproven' | 'none';

export interface JudgesAgreement {
  readonly pairs: number;
  readonly sameStance: number;
  /** Cohen's kappa (1960) over the three stances. */
  readonly stanceKappa: number;
  readonly sameKind: number;
  readonly kindKappa: number;
}

/** Shares are null where there was nothing to take a share of. */
export interface ModelAgreement {
  /** Rows: what both judges said. Columns: what the model said. */
  readonly table: Readonly<Record<Stance, Readonly<Record<Outcome, number>>>>;
  readonly supportsPrecision: number | null;
  readonly supportsRecall: number | null;
  readonly contradictsPrecision: number | null;
  readonly contradictsRecall: number | null;
  /** Of the pairs where stance is right and words are needed: the share in which its quote meets a judge's. */
  readonly quoteMeets: number | null;
}

/** Cohen's kappa of two readers over the given classes; 1 when both always say the same single class. */
export function cohensKappa<T>(pairs: readonly (readonly [T, T])[], classes: readonly T[]): number {
  const total = Math.max(1, pairs.length);
  const same = pairs.filter(([a, b]) => a === b).length / total;
  const chance = classes.reduce((sum, one) => sum + (pairs.filter(([a]) => a === one).length / total) * (pairs.filter(([, b]) => b === one).length / total), 0);
  return chance === 1 ? 1 : (same - chance) / (1 - chance);
}

export function judgesAgreement(golden: readonly GoldenPair[]): JudgesAgreement {
  const stances = golden.map(({ labels: [a, b] }) => [a.stance, b.stance] as const);
  const kinds = golden.map(({ labels: [a, b] }) => [a.kind, b.kind] as const);
  const same = <T>(pairs: readonly (readonly [T, T])[]): number => pairs.filter(([a, b]) => a === b).length / Math.max(1, pairs.length);
  return { pairs: golden.length, sameStance: same(stances), stanceKappa: cohensKappa(stances, STANCES), sameKind: same(kinds), kindKappa: cohensKappa(kinds, NEED_KINDS) };
}

/** A model's readings against what both judges said; pairs on which they differ are left out. `readings` in the order of `golden`. */
export function modelAgreement(golden: readonly GoldenPair[], readings: readonly ModelReading[]): ModelAgreement {
  const empty = (): Record<Outcome, number> => ({ supports: 0, contradicts: 0, unrelated: 0, unproven: 0, none: 0 });
  const table = { supports: empty(), contradicts: empty(), unrelated: empty() };
  let [quoted, meets] = [0, 0];
  golden.forEach((pair, at) => {
    const reading = readings[at] ?? { kind: 'none' };
    const said: Outcome = reading.kind === 'read' ? reading.stance : reading.kind;
    if (pair.agreed === undefined) return;
    table[pair.agreed][said] += 1;
    if (reading.kind !== 'read' || reading.stance === 'unrelated' || said !== pair.agreed) return;
    const { field, start, end } = reading.citation;
    quoted += 1;
    if (pair.labels.some(({ citation }) => citation?.field === field && citation.start < end && start < citation.end)) meets += 1;
  });
  const column = (said: Outcome): number => STANCES.reduce((sum, truth) => sum + table[truth][said], 0);
  const row = (truth: Stance): number => Object.values(table[truth]).reduce((sum, one) => sum + one, 0);
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  return {
    table,
    supportsPrecision: share(table.supports.supports, column('supports')),
    supportsRecall: share(table.supports.supports, row('supports')),
    contradictsPrecision: share(table.contradicts.contradicts, column('contradicts')),
    contradictsRecall: share(table.contradicts.contradicts, row('contradicts')),
    quoteMeets: share(meets, quoted),
  };
}
