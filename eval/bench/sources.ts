import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { polledFolders } from '../../test/connectors/find-connectors';

const run = promisify(execFile);
/** What a function may use; the child is ended by Node when its heap needs more. */
const MOST_MEMORY_MB = 256;

/**
 * A first read of 12,000 records from each polled source on a virtual clock: how long it takes within the vendor's limits and what bounds it, what
 * processor time of ours goes into it, what an unchanged source is asked an hour later, and the memory, heap and resident, before and at most. Each in a
 * process of its own whose heap may not pass what a function has, the emulated vendor in another; all that is stored stands in the same heap, as in no
 * function, so a function needs less. No network.
 */
export async function benchSources(): Promise<Record<string, unknown>> {
  const figures: Record<string, unknown> = {};
  for (const folder of polledFolders()) {
    if (folder.startsWith('_') || (process.argv.length > 3 && !process.argv.includes(folder))) continue;
    figures[folder] = await measure(folder).catch((error: unknown) => `not measured: ${error instanceof Error ? error.message.slice(0, 300) : String(error)}`);
    console.log(`${folder}: ${JSON.stringify(figures[folder])}`);
  }
  return figures;
}

async function measure(folder: string): Promise<unknown> {
  const flags = [`--max-old-space-size=${MOST_MEMORY_MB}`, ...process.execArgv.filter((flag) => !flag.startsWith('--max-old-space-size'))];
  const { stdout } = await run(process.execPath, [...flags, join(__dirname, 'source-child.ts'), folder], { maxBuffer: 10_000_000 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as unknown;
}
