// A host process of its own, for a test that kills it while the agent reads and writes: `begin` switches the model on, `go-on` only lets time pass.
import { openLocalSite } from '../../host/local-site';
import { generatedSeed } from '../build/generated-seed';

const MINUTE = 60_000;
/** Longer than an answer is waited for, so that what was lost is found out. */
const MINUTES = 75;
const [folder = '', provider = '', what = 'go-on'] = process.argv.slice(2);
const seeds = [generatedSeed({ tenant: 'alder', signals: 60, canary: 'zebrafinch' }), { ...generatedSeed({ tenant: 'birch', signals: 1, canary: 'quetzal' }), products: [] }];
const ON = { product: 'mail', provider: 'openai', model: 'gpt-4.1-mini-2025-04-14', inputPrice: 0.4, outputPrice: 1.6, reads: 'everything', tokens: 100_000_000, dollars: 100 };

async function main(): Promise<void> {
  const site = await openLocalSite({ appFolder: process.cwd(), stateFolder: folder, seeds, schedules: 'manual', egressRoutes: { 'https://api.openai.com': provider }, log: () => undefined });
  const ask = async (functionKey: string, payload: object): Promise<unknown> => {
    const answer = (await site.host.invoke('alder', { functionKey, moduleKey: 'admin-page', accountId: 'alder-admin', payload, extension: {} })) as { readonly ok: boolean; readonly value?: unknown };
    if (!answer.ok) throw new Error(`${functionKey}: ${JSON.stringify(answer)}`);
    return answer.value;
  };
  await site.host.idle();
  if (what === 'begin') {
    await ask('agent.save', ON);
    await ask('agent.saveKey', { product: 'mail', key: 'sk-scripted-key' });
  }
  for (let minute = 0; minute < MINUTES; minute += 15) {
    if (minute % 60 === 0) site.host.runScheduled('alder', 'hourly');
    await site.host.advanceClock(15 * MINUTE);
    await site.host.idle();
  }
  process.stdout.write(`settled ${JSON.stringify(await ask('agent.settings', { product: 'mail' }))}\n`);
  await site.close();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
