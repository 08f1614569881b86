import type { Issue } from '../../../src/domain/issue';
import type { SaidSignal } from '../../../src/domain/signal';
import { packVector, type TextVectors } from '../../../src/domain/text-vectors';
import { understand } from '../../../src/understand/understand';

const AT = '2025-06-01T00:00:00.000Z';
const OPTIONS = { evidencePerIssue: 20, linksPerSignal: 3, prequential: false, nowMs: () => 0 };
const said = (id: string, text: string): SaidSignal => ({ id, source: 'desk', externalId: id, at: AT, kind: 'said', text, visibility: 'open' });
const issue = (id: string, summary: string): Issue => ({ id, key: `A-${id}`, project: 'A', summary, status: 'To Do', statusCategory: 'todo', createdAt: AT, fixVersions: [], labels: [], visibility: 'open' });

const NEEDS = [['Dunkles Farbschema anbieten', 'Please offer a black background at night'], ['Rechnung als Datei speichern', 'I want to keep my bill on my disk'], ['Anmeldung mit Firmenkonto', 'Let us enter with our company login']] as const;
const issues = NEEDS.map(([summary], at) => issue(String(at), summary));
const signals = Array.from({ length: 60 }, (_, at) => said(`desk:${at}`, `${NEEDS[at % 3]![1]} (${at})`));
/** Each need has its own direction, all lean a little the same way. */
const direction = (need: number, wobble: number): Int8Array => packVector([1, need === 0 ? 3 : 0, need === 1 ? 3 : 0, need === 2 ? 3 : 0, wobble])!;
const vectors = (of: readonly SaidSignal[] = signals): TextVectors => ({
  model: 'openai:e-1', length: 5,
  signals: new Map(of.map((signal) => [signal.id, direction(Number(signal.id.slice(5)) % 3, 0.01 * Number(signal.id.slice(5)))])),
  issues: new Map(issues.map((one, need) => [one.id, direction(need, 0)])),
});
const run = (given?: TextVectors) => understand({ signals, issues, decisions: [], releases: [], asOf: AT, ...(given === undefined ? {} : { vectors: given }) }, OPTIONS);
const needOf = (signal: string): string => String(Number(signal.slice(5)) % 3);

describe('meaning as one more view', () => {
  it('finds what shares no word with an issue, and ranks it first', () => {
    const byWords = run();
    const both = run(vectors());
    expect(byWords.evidence.filter((row) => needOf(row.signal) === row.issue)).toEqual([]);
    for (const { id } of issues) {
      const rows = both.evidence.filter((row) => row.issue === id);
      expect(rows.length).toBeGreaterThanOrEqual(10);
      expect(rows.every((row) => needOf(row.signal) === id)).toBe(true);
    }
    expect(both.links.filter((link) => link.rank === 1).every((link) => needOf(link.signal) === link.issue)).toBe(true);
  });

  it('puts nothing on show by itself: nearness was never measured against people', () => {
    expect(run(vectors()).evidence.some((row) => row.shown)).toBe(false);
  });

  it('lets nobody call an issue silent that customers come near to by meaning', () => {
    for (const { reasons, searchable } of run(vectors()).searchability) {
      expect(searchable).toBe(false);
      expect(reasons).toContain('measured-recall');
    }
    expect(run().searchability.some(({ reasons }) => reasons.includes('measured-recall'))).toBe(false);
  });

  it('takes a text without a vector for unknown, not for unlike', () => {
    const some = run(vectors(signals.slice(0, 57)));
    const words = run();
    for (const id of ['desk:57', 'desk:58', 'desk:59']) expect(some.links.filter((link) => link.signal === id)).toEqual(words.links.filter((link) => link.signal === id));
  });

  it('changes nothing where it is off, and says on every row which model took part', () => {
    expect(run(undefined)).toEqual(run());
    expect(run().engineVersion).not.toContain('+');
    expect(run(vectors()).engineVersion).toMatch(/\+openai:e-1$/);
  });
});
