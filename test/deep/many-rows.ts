import { chunker } from '../../static/app/src/admin/file/chunk-records';
import { readRecords } from '../../static/app/src/admin/file/read-records';
import { readRows } from '../../src/ingest/read-rows';
import { signalRows } from '../../src/ingest/signal-row';
import { seededRandom } from '../../src/domain/random';
import { tally, type Proof, type ProofReport } from './closing-proofs/proof';

/** Of a thousand rows one is bad. */
const BAD_EVERY = 1_000;
const HEADER = 'id,at,text,account';

/** A file that never stands in memory whole, as a browser has it. */
function longFile(rows: number, random: () => number): { readonly size: number; stream(): ReadableStream<Uint8Array<ArrayBuffer>> } {
  const encoder = new TextEncoder();
  let next = -1;
  return {
    size: 0,
    stream: () => new ReadableStream({
      pull(controller) {
        const lines: string[] = next === -1 ? [HEADER] : [];
        if (next === -1) next = 0;
        for (let more = 0; more < 2_000 && next < rows; more += 1, next += 1) {
          const at = next % BAD_EVERY === BAD_EVERY - 1 ? 'never' : `2025-0${1 + (next % 9)}-1${next % 10}`;
          lines.push(`${next},${at},"Words ${Math.floor(random() * 1e9)}, of row ${next}\nand a second line",acme`);
        }
        controller.enqueue(encoder.encode(`${lines.join('\n')}\n`));
        if (next >= rows) controller.close();
      },
    }),
  };
}

/** Every row of a long CSV is read once, in order, or named by its line; nothing is held but one piece. */
export async function manyRows(seed: number, rows: number, tell: (progress: string) => void = () => undefined): Promise<ProofReport> {
  const found = tally('a CSV of very many rows', seed);
  const pack = chunker();
  let [expected, isHeader, pieces] = [0, true, 0];
  const take = (piece: { readonly firstLine: number; readonly text: string } | undefined): void => {
    if (piece === undefined) return;
    const read = readRows(signalRows, { format: 'csv', header: HEADER, ...piece });
    const bad = read.remarks.filter((remark) => remark.note !== true);
    const ids = [...read.rows.map(({ row }) => Number(row.externalId)), ...bad.map((remark) => (remark.line - 2) / 2)].sort((a, b) => a - b);
    for (const id of ids) {
      if (id !== expected) found.violate(`row ${expected} expected, ${id} read`);
      expected = id + 1;
    }
    found.count('kept', read.rows.length);
    found.count('rejected', bad.length);
    if (bad.some((remark) => remark.field !== 'at' || remark.reason !== 'not a date')) found.violate('a bad row is named by another field');
    pieces += 1;
    if (pieces % 20 === 0) tell(`${expected} rows, ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  };
  for await (const record of readRecords(longFile(rows, seededRandom(String(seed))), 'csv')) {
    if (isHeader) isHeader = false;
    else take(pack.add(record));
  }
  take(pack.end());
  if (expected !== rows) found.violate(`${expected} of ${rows} rows were read`);
  return found.report(rows);
}

export const manyRowsProof: Proof = { name: 'a CSV of very many rows', whole: 1_000_000, slice: 20_000, run: manyRows };
