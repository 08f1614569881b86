import { z } from 'zod';
import { parseAt } from '../domain/boundary';
import type { ImportChunk, ImportRun } from '../domain/import';
import type { SignalOrigin } from '../domain/inbound';
import type { Pseudonym } from '../ports/pseudonym';
import { originOf } from './accounts/origin';
import { madeId, readRows, type ReadRows } from './read-rows';
import { redactSignal } from './redact/redact-signal';
import { signalRows, type SignalRow } from './signal-row';

/** A row as it may be stored, and where its author belongs, which its address told before it was taken out. */
export interface PlacedRow {
  readonly line: number;
  readonly row: SignalRow;
  readonly origin: SignalOrigin;
}

/** Rows of a chunk of signals, redacted. `offered` = rows + rejections, always. */
export interface PreparedRows extends Omit<ReadRows<SignalRow>, 'rows'> {
  readonly rows: readonly PlacedRow[];
}

const text = z.string().exactOptional();
const Prepared = z.object({
  offered: z.number().int(),
  rows: z.array(
    z.object({
      line: z.number().int(),
      row: z.object({
        externalId: z.string(), at: z.string(), kind: z.enum(['said', 'did']), source: text, title: text, text, event: text, author: text, account: text,
        locale: text, url: text, rating: z.number().exactOptional(), value: z.number().exactOptional(), status: text, version: text,
      }),
      origin: z.object({ domain: text, organisation: text }),
    }),
  ),
  remarks: z.array(z.object({ line: z.number().int(), field: z.string(), reason: z.string(), note: z.literal(true).exactOptional() })),
});

/**
 * What is kept of a chunk of customers' words until its rows are stored: never the words as they came. A chunk waits as long as its file is being sent,
 * and for good where the sending broke off. Rows that cannot be read leave their line and reason only.
 */
export function preparedText(run: Pick<ImportRun, 'format' | 'header'>, chunk: Pick<ImportChunk, 'text' | 'firstLine'>, pseudonym: Pseudonym): string {
  const { offered, rows, remarks } = readRows(signalRows, {
    format: run.format,
    text: chunk.text,
    firstLine: chunk.firstLine,
    ...(run.header === undefined ? {} : { header: run.header }),
    // With the site's secret: what a row said cannot be guessed from its id, also after it was redacted.
    idOfContent: (content) => madeId(pseudonym(content)),
  });
  return JSON.stringify({ offered, rows: rows.map(({ line, row }) => ({ line, row: redactedRow(row, pseudonym), origin: originOf(row) })), remarks });
}

/** @throws BadInput when it is not what `preparedText` made */
export function preparedRows(stored: string): PreparedRows {
  const { rows, ...rest } = parseAt('store:import_chunks', Prepared, JSON.parse(stored));
  return { ...rest, rows };
}

function redactedRow({ source, ...row }: SignalRow, pseudonym: Pseudonym): SignalRow {
  const { id: _id, source: _source, visibility: _visibility, ...kept } = redactSignal({ ...row, id: '', source: '', visibility: 'open' }, pseudonym);
  return { ...kept, ...(source === undefined ? {} : { source }) };
}
