// A host process of its own, for tests that kill it: opens a site on a folder, reads everything, says `idle`.
import { openLocalSite } from '../../host/local-site';
import { realYearSeed } from '../../host/seed/real-year';
import { generatedSeed } from '../build/generated-seed';

const [folder = '', what = '2000'] = process.argv.slice(2);
const seed = what.startsWith('{') ? realYearSeed(JSON.parse(what)) : generatedSeed({ tenant: 'alder', signals: Number(what), canary: 'zebrafinch' });

async function main(): Promise<void> {
  const site = await openLocalSite({ appFolder: process.cwd(), stateFolder: folder, seeds: [seed, generatedSeed({ tenant: 'birch', signals: 20, canary: 'quetzal' })], schedules: 'manual', log: () => undefined });
  await site.host.idle();
  process.stdout.write('idle\n');
  await site.close();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
