import { gapFillDesk, type GapFillDesk } from '../../src/compose-fills';
import { drainImport } from '../../src/ingest/drain-import';
import { finishReceiving } from '../../src/ingest/finish-receiving';
import { receiveChunk } from '../../src/ingest/receive-chunk';
import { guessFields, headerOf, mappedColumns } from '../../static/app/src/admin/file/column-mapping';
import { textOf } from '../../static/app/src/admin/file/encoding-of';
import { lookAtFile } from '../../static/app/src/admin/file/look-at-file';
import { readRecords } from '../../static/app/src/admin/file/read-records';
import { fileOf } from '../fixtures/dropped-file';
import { PRODUCT, type SourceBench } from './bench-source';

type WantedFill = Parameters<GapFillDesk['start']>[1];

export interface Filling {
  readonly bench: SourceBench;
  readonly fills: GapFillDesk;
  readonly file: (rows: readonly object[], wanted?: WantedFill) => Promise<string>;
  /** A CSV as a browser has it, its columns as their names suggest. */
  readonly csv: (content: Uint8Array<ArrayBuffer>, wanted: WantedFill) => Promise<string>;
  readonly gaps: () => Promise<readonly string[]>;
}

/** An admin who hands in files of a time that the source could not show; `usual`: which, where nothing is said. */
export function fillingOf(bench: SourceBench, usual?: WantedFill): Filling {
  const { needs, ports } = bench;
  const fills = gapFillDesk({ ...ports, connections: needs.connections, findConnector: needs.findConnector });
  return {
    bench, fills,
    file: async (rows, wanted = usual) => {
      if (wanted === undefined) throw new RangeError('of which time?');
      const run = await fills.start({ product: PRODUCT, format: 'jsonl', fileName: 'reviews.csv', startedBy: 'admin' }, wanted);
      await receiveChunk(ports, { importId: run.id, seq: 0, firstLine: 1, text: rows.map((one) => JSON.stringify(one)).join('\n') });
      await finishReceiving(ports, { importId: run.id, chunks: 1 });
      await drainImport(ports, run.id, fills);
      bench.clock.advance(1_000);
      return run.id;
    },
    csv: async (content, wanted) => {
      const sample = await textOf(new Blob([content]));
      const looked = lookAtFile('reviews.csv', sample, true);
      if (!looked.ok) throw new Error(looked.reason);
      const { columns, rows } = looked.look;
      const run = await fills.start({ product: PRODUCT, format: 'csv', fileName: 'reviews.csv', startedBy: 'admin', header: headerOf(mappedColumns(columns, guessFields(columns, rows))) }, wanted);
      const records: string[] = [];
      for await (const record of readRecords(fileOf(content), 'csv')) records.push(record.text);
      await receiveChunk(ports, { importId: run.id, seq: 0, firstLine: 2, text: records.slice(1).join('\n') });
      await finishReceiving(ports, { importId: run.id, chunks: 1 });
      await drainImport(ports, run.id, fills);
      bench.clock.advance(1_000);
      return run.id;
    },
    gaps: async () => ((await ports.stores.products.listCoverage(PRODUCT))[0]?.gaps ?? []).map(({ from, to }) => `${from.slice(0, 10)} to ${to?.slice(0, 10) ?? 'now'}`),
  };
}
