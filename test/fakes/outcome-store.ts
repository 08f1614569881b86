import { measureKey, type AdverseTheme, type Confirmation, type OutcomeContract } from '../../src/domain/outcome';
import type { JudgedOutcome, Moment, OutcomeKey, OutcomeStore } from '../../src/ports/outcome-store';
import type { Stores } from '../../src/ports/stores';
import { byCodePoint } from './by-code-point';

const IDS_A_PAGE = 500;

/** In memory; moments are read from the stores beside it. */
export function fakeOutcomeStore(stores: Pick<Stores, 'signals' | 'evidence'>): OutcomeStore {
  const contracts = new Map<string, OutcomeContract>();
  const outcomes = new Map<string, { readonly product: string; readonly judged: JudgedOutcome }>();
  const confirmations = new Map<string, { readonly product: string; readonly one: Confirmation }>();
  const adverse = new Map<string, { readonly product: string; readonly one: AdverseTheme }>();
  const keyOf = (product: string, key: OutcomeKey): string => JSON.stringify([product, key.contract, key.issue, key.measure, key.readOut]);
  const outcomesOf = (product: string): JudgedOutcome['outcome'][] => [...outcomes.values()].filter((row) => row.product === product).map((row) => row.judged.outcome);
  return {
    async saveContract(contract) {
      contracts.set(contract.id, contract);
    },
    findContract: async (id) => contracts.get(id),
    listContracts: async (product) =>
      [...contracts.values()]
        .filter((one) => one.product === product)
        .sort((a, b) => byCodePoint(b.release.releasedAt, a.release.releasedAt) || byCodePoint(b.id, a.id)),
    async saveOutcomes(product, all) {
      for (const judged of all) outcomes.set(keyOf(product, { ...judged.outcome, measure: measureKey(judged.outcome.measure) }), { product, judged });
    },
    listOutcomes: async (product, contract) => outcomesOf(product).filter((one) => contract === undefined || one.contract === contract),
    outcomesOfIssue: async (product, issue) => outcomesOf(product).filter((one) => one.issue === issue),
    async pageMembers(product, key, window, after) {
      const ids = outcomes.get(keyOf(product, key))?.judged.members[window] ?? [];
      const from = after === undefined ? 0 : Number(after) + IDS_A_PAGE;
      return { rows: ids.slice(from, from + IDS_A_PAGE), ...(from + IDS_A_PAGE < ids.length ? { next: String(from) } : {}) };
    },
    async saveConfirmation(product, one) {
      const key = JSON.stringify([product, { ...one, at: '' }]);
      if (!confirmations.has(key)) confirmations.set(key, { product, one });
    },
    listConfirmations: async (product, contract) => [...confirmations.values()].filter((row) => row.product === product && row.one.contract === contract).map((row) => row.one),
    async saveAdverse(product, one) {
      const key = JSON.stringify([product, one.contract, one.theme]);
      if (!adverse.has(key)) adverse.set(key, { product, one });
    },
    listAdverse: async (product, contract) => [...adverse.values()].filter((row) => row.product === product && (contract === undefined || row.one.contract === contract)).map((row) => row.one),
    listEvents: async (product) => [...new Set((await allMoments(stores, product)).flatMap((one) => (one.visibility === 'hidden' ? [] : (one.event ?? []))))].sort().slice(0, 200),
    async pageMoments(product, from, after, limit) {
      const all = (await allMoments(stores, product)).filter((one) => one.at >= from && (after === undefined || one.signal > after));
      const rows = all.slice(0, limit);
      const last = rows.at(-1);
      return { rows, ...(last === undefined || all.length <= limit ? {} : { next: last.signal }) };
    },
  };
}

async function allMoments({ signals, evidence }: Pick<Stores, 'signals' | 'evidence'>, product: string): Promise<Moment[]> {
  const { rows: assignments } = await evidence.pageAssignments(product, undefined, 1_000_000);
  const themes = new Map(assignments.map((one) => [one.signal, one.theme]));
  const { rows } = await signals.pageSignals(product, undefined, 1_000_000);
  return rows.map(({ id, source, at, kind, visibility, event, author, account, version }): Moment => {
    const theme = themes.get(id);
    return {
      signal: id, source, at, kind, visibility,
      ...(event === undefined ? {} : { event }), ...(author === undefined ? {} : { author }), ...(account === undefined ? {} : { account }),
      ...(version === undefined ? {} : { version }), ...(theme === undefined ? {} : { theme }),
    };
  });
}
