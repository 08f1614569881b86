import type { IsoTime } from './time';
import type { VisibilityClass } from './visibility';

export type ImportKind = 'signals' | 'issues' | 'releases';
export type ImportFormat = 'jsonl' | 'csv';

/** One file offered to us. Chunks are durable before they are read; a row is read or rejected with a reason, never lost. */
export interface ImportRun {
  readonly id: string;
  readonly product: string;
  readonly kind: ImportKind;
  readonly format: ImportFormat;
  readonly fileName: string;
  /** For signals: the source the rows belong to. */
  readonly source?: string;
  readonly visibility: VisibilityClass;
  readonly startedAt: IsoTime;
  readonly startedBy: string;
  /** CSV: the header row, kept so that each chunk stands alone. */
  readonly header?: string;
  /** Number of chunks, known when the sender said it is done. */
  readonly chunks?: number;
  /** `broken-off`: never sent to its end; nothing of it was read and nothing of it is kept. */
  readonly state: 'receiving' | 'reading' | 'done' | 'broken-off';
  /** Rows read so far: always kept + unchanged + rejected. */
  readonly offered: number;
  /** Added or changed. */
  readonly kept: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly finishedAt?: IsoTime;
}

/** Whole lines of the file; where they hold customers' words, kept as `preparedText` makes them. A chunk is at most 400 kB so that it fits a bridge call and a database row. */
export interface ImportChunk {
  readonly importId: string;
  /** 0, 1, 2 … */
  readonly seq: number;
  /** Line number in the file of the chunk's first line, 1-based. */
  readonly firstLine: number;
  readonly text: string;
}

/** A row we could not take: where, which field, why. */
export interface ImportProblem {
  readonly importId: string;
  readonly line: number;
  readonly field: string;
  readonly reason: string;
  /** The row was kept (or the whole file is meant); worth knowing, no rejection. */
  readonly note?: true;
}

/** Words were offered that are not read to the end: while there are any, silence cannot be claimed. */
export function isPending(run: Pick<ImportRun, 'kind' | 'state'>): boolean {
  return run.kind === 'signals' && (run.state === 'receiving' || run.state === 'reading');
}
