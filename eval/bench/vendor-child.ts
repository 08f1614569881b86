// An emulated vendor in a process of its own, for `npm run bench -- sources`: what it holds is not in the memory of who reads it. Talks by messages; see `ToVendor`.
import { openWire } from '../../host/sources/faults';
import { seededRandom } from '../../src/domain/random';
import { findConnectors } from '../../test/connectors/find-connectors';
import { fakeClock } from '../../test/fakes/ports';
import type { Told, ToVendor } from './remote-vendor';

async function main(folder: string, records: number): Promise<void> {
  const found = (await findConnectors()).find((one) => one.folder === folder);
  if (found?.openWorld === undefined) throw new Error(`no emulated source for ${folder}`);
  let now = Date.parse(fakeClock().now());
  const random = seededRandom('bench');
  const world = found.openWorld({ now: () => now, random });
  for (let index = 0; index < records; index += 1) {
    world.speak(`Signal ${index}: the export stops at row ${index}; write to person${index}@customer.example or call +49 30 901820`);
    // Twenty days of records; where the vendor shows a week, four.
    if (index % 100 === 0) now += (world.isWindowed === true ? 0.8 : 4) * 3_600_000;
  }
  const wire = openWire((call) => world.answer(call), () => undefined, random);
  const tell = (told: Told): void => void process.send?.(told);
  process.on('message', ({ id, now: at, call }: ToVendor) => {
    now = at;
    tell({ kind: 'arrival', id, arrival: wire({ ...call, query: new URLSearchParams(call.query) }) });
  });
  tell({ kind: 'ready', now, settings: world.settings, secrets: world.secrets, isWindowed: world.isWindowed === true });
}

void main(process.argv[2] ?? '', Number(process.argv[3]));
