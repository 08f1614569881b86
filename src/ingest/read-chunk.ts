import type { ImportChunk, ImportRun } from '../domain/import';
import { importedIssueId, type Issue } from '../domain/issue';
import type { Release } from '../domain/release';
import type { IsoTime } from '../domain/time';
import { epochMs, isoTime } from '../domain/time';
import type { ChunkResult, Stored } from '../ports/stores';
import type { Ports } from '../ports/ports';
import { issueRows, type IssueRow } from './issue-row';
import { preparedRows, type PlacedRow, type PreparedRows } from './prepare-chunk';
import { MADE_IDS, readRows, type LineRemark, type RowsInput } from './read-rows';
import { releaseRows, type ReleaseRow } from './release-row';
import { saveSignalRows } from './save-signal-rows';
import { loadErased } from './subject/erased-people';
import { OUTSIDE, WORDLESS, type FillDesk } from './fill/fill-gap';
import type { WantedFill } from './fill/fills';

/** Reads one chunk and stores its rows. @throws StoreUnavailable */
export async function readChunk(ports: Pick<Ports, 'stores' | 'settings' | 'loadPseudonym' | 'clock' | 'accounts'>, run: ImportRun, chunk: ImportChunk, fills?: FillDesk): Promise<ChunkResult> {
  const input: RowsInput = { format: run.format, text: chunk.text, firstLine: chunk.firstLine, ...(run.header === undefined ? {} : { header: run.header }) };
  const at = timeOf(run, chunk);
  switch (run.kind) {
    case 'signals': {
      const all = preparedRows(chunk.text);
      const wanted = await fills?.find(run.id);
      const read = await withoutErased(ports, run, fills === undefined || wanted === undefined ? all : { ...all, rows: await fills.ownIds(wanted, all.rows) });
      if (fills !== undefined && wanted !== undefined) return fillChunk(fills, run, wanted, read, at);
      return resultOf(run, read, await saveSignalRows(ports, run, read.rows, at, await fills?.live()));
    }
    case 'issues': {
      const read = readRows(issueRows, input);
      return resultOf(run, read, await ports.stores.issues.saveIssues(run.product, read.rows.map(({ row }) => issueOf(run, row)), at));
    }
    case 'releases': {
      const read = readRows(releaseRows, input);
      return resultOf(run, read, await ports.stores.issues.saveReleases(read.rows.map(({ row }) => releaseOf(run, row))));
    }
  }
}

/** Who was erased stays erased, also where the same file is handed in again: the rows are turned away with that reason. */
async function withoutErased(ports: Pick<Ports, 'stores' | 'settings' | 'loadPseudonym'>, run: ImportRun, read: PreparedRows): Promise<PreparedRows> {
  const isErased = await loadErased(ports);
  const own = (await ports.stores.products.listSources(run.product)).find((one) => one.id === run.source)?.kind ?? 'file';
  const theirs = read.rows.filter(({ row }) => isErased({ ...row, kind: row.source === undefined ? own : 'file' }));
  if (theirs.length === 0) return read;
  const left = new Set(theirs);
  return { ...read, rows: read.rows.filter((one) => !left.has(one)), remarks: [...read.remarks, ...theirs.map(({ line }) => ({ line, field: 'author', reason: 'erased' }))] };
}

/** Only what lies in the gaps of the time that the file was said to fill; the rest is turned away with that reason. */
async function fillChunk(fills: FillDesk, run: ImportRun, wanted: WantedFill, read: PreparedRows, at: IsoTime): Promise<ChunkResult> {
  const isInside = ({ row }: PlacedRow): boolean => (wanted.within ?? [wanted]).some(({ from, to }) => row.at >= from && row.at < to);
  const inside = read.rows.filter(isInside);
  const outside = read.rows.filter((one) => !isInside(one)).map(({ line }) => ({ line, field: 'at', reason: OUTSIDE }));
  const { problems, stored } = await fills.save(run, wanted, inside, read.remarks.some((one) => one.reason === MADE_IDS), at);
  // A rating without a word is no row that could not be read: nobody said anything in it.
  const remarks = read.remarks.map((one) => (one.field === 'text' && (one.reason === 'missing' || one.reason === 'empty') ? { ...one, reason: WORDLESS } : one));
  return resultOf(run, { offered: read.offered, remarks: [...remarks, ...outside, ...problems] }, stored);
}

/** A time that belongs to this chunk alone and is the same whenever it is read: the store recognises a repeated reading by it. */
function timeOf(run: ImportRun, chunk: ImportChunk): IsoTime {
  return isoTime(epochMs(run.startedAt) + chunk.seq);
}

function issueOf(run: ImportRun, row: IssueRow): Issue {
  return { id: importedIssueId(run.product, row.key), visibility: 'open', ...row };
}

function releaseOf(run: ImportRun, row: ReleaseRow): Release {
  return { id: `import:${row.name}`, product: run.product, ...row };
}

function resultOf(run: ImportRun, read: { readonly offered: number; readonly remarks: readonly LineRemark[] }, stored: readonly Stored[]): ChunkResult {
  const unchanged = stored.filter((one) => one === 'unchanged').length;
  return { offered: read.offered, kept: stored.length - unchanged, unchanged, problems: read.remarks.map((remark) => ({ importId: run.id, ...remark })) };
}
