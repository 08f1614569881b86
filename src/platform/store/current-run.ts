import { z } from 'zod';
import { StoreUnavailable } from '../../domain/errors';
import { count } from './columns';
import { selectRows } from './statement';

const Pointer = z.object({ run_no: count, engine_version: z.string(), computed_at: z.string(), signals: count });
const ATTEMPTS = 4;

/** The run that readers see. Number 0: there was none yet. */
export async function findPointer(product: string): Promise<z.output<typeof Pointer> | undefined> {
  const text = 'SELECT run_no, engine_version, computed_at, signals FROM engine_runs WHERE product = ?';
  const [row] = await selectRows('engine_runs', Pointer, text, [product]);
  return row === undefined || row.run_no === 0 ? undefined : row;
}

/**
 * Reads rows of the current run in several statements. A run that was switched meanwhile may have lost rows under the reader's hands,
 * so the pointer is looked at again afterwards and the reading repeated: half a list is never answered as a whole one.
 * @throws StoreUnavailable when runs change faster than they can be read
 */
export async function readCurrent<Row>(product: string, read: (run: number) => Promise<readonly Row[]>): Promise<readonly Row[]> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await findPointer(product);
    if (before === undefined) return [];
    const rows = await read(before.run_no);
    if ((await findPointer(product))?.run_no === before.run_no) return rows;
  }
  throw new StoreUnavailable('engine_runs: the run changed during every attempt to read it');
}
