import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { ImportChunk, ImportProblem, ImportRun } from '../../domain/import';
import type { ChunkCount, ChunkResult, ImportStore, Page } from '../../ports/stores';
import { count, visibility } from './columns';
import { batchesOf, insertRows } from './insert-rows';
import { VALUES_PER_IN } from './limits';
import { present } from './present';
import { marks, selectRows, whole, write } from './statement';

const nullable = z.string().nullable();
const RunRow = z.object({
  import_id: z.string(),
  product: z.string(),
  kind: z.enum(['signals', 'issues', 'releases']),
  format: z.enum(['jsonl', 'csv']),
  file_name: z.string(),
  source: nullable,
  visibility,
  started_at: z.string(),
  started_by: z.string(),
  header_line: nullable,
  chunks: count.nullable(),
  state: z.enum(['receiving', 'reading', 'done', 'broken-off']),
  finished_at: nullable,
});
const SumRow = z.object({ import_id: z.string(), offered: count, kept: count, unchanged: count, rejected: count });
const ChunkRow = z.object({ import_id: z.string(), seq: count, first_line: count, body: z.string() });
const ChunkCountRow = z.object({ received: count, finished: count.nullable(), highest: count.nullable() });
const ProblemRow = z.object({ import_id: z.string(), line_no: count, field_name: z.string(), reason: z.string(), is_note: count });
const ReasonRow = z.object({ reason: z.string(), n: count });

const RUN_VALUES = ['product', 'kind', 'format', 'file_name', 'source', 'visibility', 'started_at', 'started_by', 'header_line', 'chunks', 'state', 'finished_at'];
const RUN_COLUMNS = `import_id, ${RUN_VALUES.join(', ')}`;
/** Chunks hold up to 400 kB of text each: more of them would not fit one answer. */
const CHUNKS_AN_ANSWER = 4;
/** JSON in JSON grows: far below the bytes of a request. */
const PLAIN_BYTES = 600_000;
/** The first letter of a body says how it stands there. */
const PLAIN = 't';
const PACKED = 'z';

export function importStore(): ImportStore {
  return { saveRun, findRun, listRuns, saveChunk, listChunks, finishChunk, countChunks, dropChunks, pageProblems, countProblems };
}

async function saveRun(run: ImportRun): Promise<void> {
  await insertRows({ table: 'import_runs', columns: ['import_id', ...RUN_VALUES], update: RUN_VALUES }, [
    [
      run.id, run.product, run.kind, run.format, run.fileName, run.source ?? null, run.visibility, run.startedAt, run.startedBy,
      run.header ?? null, run.chunks ?? null, run.state, run.finishedAt ?? null,
    ],
  ]);
}

async function findRun(id: string): Promise<ImportRun | undefined> {
  const rows = await selectRows('import_runs', RunRow, `SELECT ${RUN_COLUMNS} FROM import_runs WHERE import_id = ?`, [id]);
  return (await withSums(rows))[0];
}

async function listRuns(product: string, limit: number): Promise<readonly ImportRun[]> {
  const text = `SELECT ${RUN_COLUMNS} FROM import_runs WHERE product = ? ORDER BY started_at DESC, import_id DESC LIMIT ${whole(limit)}`;
  return withSums(await selectRows('import_runs', RunRow, text, [product]));
}

/** The counts are summed from the finished chunks, so that no repeated call can count a row twice. */
async function withSums(rows: readonly z.output<typeof RunRow>[]): Promise<readonly ImportRun[]> {
  const sums = new Map<string, z.output<typeof SumRow>>();
  for (const some of batchesOf(rows, () => 0, VALUES_PER_IN)) {
    const text = `SELECT import_id, SUM(offered) AS offered, SUM(kept) AS kept, SUM(unchanged) AS unchanged, SUM(rejected) AS rejected
      FROM import_chunks WHERE import_id IN (${marks(some.length)}) GROUP BY import_id`;
    for (const sum of await selectRows('import_chunks', SumRow, text, some.map((row) => row.import_id))) sums.set(sum.import_id, sum);
  }
  return rows.map((row) => runOf(row, sums.get(row.import_id)));
}

function runOf(row: z.output<typeof RunRow>, sum: z.output<typeof SumRow> | undefined): ImportRun {
  return {
    id: row.import_id,
    product: row.product,
    kind: row.kind,
    format: row.format,
    fileName: row.file_name,
    visibility: row.visibility,
    startedAt: row.started_at,
    startedBy: row.started_by,
    state: row.state,
    offered: sum?.offered ?? 0,
    kept: sum?.kept ?? 0,
    unchanged: sum?.unchanged ?? 0,
    rejected: sum?.rejected ?? 0,
    ...present({ source: row.source, header: row.header_line, chunks: row.chunks, finishedAt: row.finished_at }),
  };
}

async function saveChunk(chunk: ImportChunk): Promise<void> {
  const columns = ['import_id', 'seq', 'first_line', 'body', 'finished', 'offered', 'kept', 'unchanged', 'rejected'];
  await insertRows({ table: 'import_chunks', columns, update: [] }, [[chunk.importId, chunk.seq, chunk.firstLine, packed(chunk.text), 0, 0, 0, 0, 0]]);
}

/** Many short rows take more than a request may hold: those are compressed. */
function packed(text: string): string {
  return Buffer.byteLength(text) > PLAIN_BYTES ? `${PACKED}${gzipSync(text, { level: 1 }).toString('base64')}` : `${PLAIN}${text}`;
}

function unpacked(body: string): string {
  return body.startsWith(PACKED) ? gunzipSync(Buffer.from(body.slice(1), 'base64')).toString() : body.slice(1);
}

async function listChunks(importId: string, limit: number): Promise<readonly ImportChunk[]> {
  const chunks: ImportChunk[] = [];
  while (chunks.length < limit) {
    const most = Math.min(CHUNKS_AN_ANSWER, limit - chunks.length);
    const text = `SELECT import_id, seq, first_line, body FROM import_chunks WHERE import_id = ? AND finished = 0 AND seq > ? ORDER BY seq LIMIT ${whole(most)}`;
    const rows = await selectRows('import_chunks', ChunkRow, text, [importId, chunks.at(-1)?.seq ?? -1]);
    chunks.push(...rows.map((row) => ({ importId: row.import_id, seq: row.seq, firstLine: row.first_line, text: unpacked(row.body) })));
    if (rows.length < most) break;
  }
  return chunks;
}

/** Problems first, then the chunk in one statement: repeated from the start it writes the same. The empty row stays as the mark that it was read. */
async function finishChunk(importId: string, seq: number, result: ChunkResult): Promise<void> {
  const columns = ['import_id', 'line_no', 'field_name', 'reason', 'is_note'];
  const problems = result.problems.map((one) => [importId, one.line, one.field, one.reason, one.note === true ? 1 : 0]);
  await insertRows({ table: 'import_problems', columns, update: ['reason', 'is_note'] }, problems);
  const text = `UPDATE import_chunks SET finished = 1, body = '', offered = ?, kept = ?, unchanged = ?, rejected = ?
    WHERE import_id = ? AND seq = ? AND finished = 0`;
  const rejected = result.problems.filter((one) => one.note !== true).length;
  await write('import_chunks', text, [result.offered, result.kept, result.unchanged, rejected, importId, seq]);
}

async function countChunks(importId: string): Promise<ChunkCount> {
  const text = 'SELECT COUNT(*) AS received, SUM(finished) AS finished, MAX(seq) AS highest FROM import_chunks WHERE import_id = ?';
  const [row] = await selectRows('import_chunks', ChunkCountRow, text, [importId]);
  return { received: row?.received ?? 0, finished: row?.finished ?? 0, ...present({ highest: row?.highest }) };
}

async function dropChunks(importId: string): Promise<void> {
  await write('import_chunks', 'DELETE FROM import_chunks WHERE import_id = ? AND finished = 0', [importId]);
}

/** The cursor is `<line>:<field>` of the last row. */
async function pageProblems(importId: string, after: string | undefined, limit: number): Promise<Page<ImportProblem>> {
  const from = after?.indexOf(':') ?? -1;
  const line = after === undefined ? 0 : Number(after.slice(0, from));
  const field = after === undefined ? '' : after.slice(from + 1);
  const text = `SELECT import_id, line_no, field_name, reason, is_note FROM import_problems
    WHERE import_id = ? AND (line_no > ? OR (line_no = ? AND field_name > ?)) ORDER BY line_no, field_name LIMIT ${whole(limit)}`;
  const rows = (await selectRows('import_problems', ProblemRow, text, [importId, line, line, field])).map(problemOf);
  const last = rows.at(-1);
  return { rows, ...(last === undefined || rows.length < limit ? {} : { next: `${last.line}:${last.field}` }) };
}

function problemOf(row: z.output<typeof ProblemRow>): ImportProblem {
  return { importId: row.import_id, line: row.line_no, field: row.field_name, reason: row.reason, ...(row.is_note === 1 ? { note: true } : {}) };
}

async function countProblems(importId: string): Promise<Readonly<Record<string, number>>> {
  const text = 'SELECT reason, COUNT(*) AS n FROM import_problems WHERE import_id = ? AND is_note = 0 GROUP BY reason ORDER BY reason LIMIT 1000';
  const rows = await selectRows('import_problems', ReasonRow, text, [importId]);
  return Object.fromEntries(rows.map((row) => [row.reason, row.n]));
}
