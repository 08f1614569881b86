import { openWorld as openAppStore } from '../../host/sources/app-store/world';
import { openWorld as openPlay } from '../../host/sources/google-play/world';
import { appStore } from '../../src/connectors/app-store';
import { googlePlay } from '../../src/connectors/google-play';
import { changeMark } from '../../src/domain/change-mark';
import { openBench, PRODUCT, type SourceBench } from './bench-source';

const statusOf = async ({ ports }: SourceBench, id: string): Promise<string | undefined> => (await ports.stores.signals.pageSignals(PRODUCT, undefined, 100)).rows.find((one) => one.externalId === id)?.status;

describe.each([['App Store', appStore, openAppStore], ['Google Play', googlePlay, openPlay]] as const)('a review in the %s', (_name, connector, openWorld) => {
  it('that its author changes after we answered holds the newer words alone; our answer is context, never a word of it', async () => {
    const bench = await openBench(connector, openWorld, 'edited');
    const id = bench.world.speak('The board loses my jobs every morning');
    bench.world.speak('Lovely little app');
    await bench.cycle();
    expect(await statusOf(bench, id)).toBe('unanswered');
    // The emulated stores answer the last review that was written.
    bench.clock.advance(60_000);
    const answered = bench.world.speak('Photos vanish after the update');
    bench.world.answerAsAgent('Thank you, version 5.5 mends it');
    await bench.cycle();
    const before = await bench.ports.settings.find(changeMark(PRODUCT));
    expect([(await bench.stored()).get(answered)?.includes('Photos vanish'), await statusOf(bench, answered)]).toEqual([true, 'answered']);
    bench.world.rewrite(answered, 'Mended, thank you: two stars more');
    await bench.cycle();
    const words = [...(await bench.stored()).values()].join('\n');
    expect(words).toContain('Mended, thank you: two stars more');
    expect(words).not.toContain('Photos vanish');
    expect(words).not.toContain('version 5.5');
    expect((await bench.stored()).size).toBe(3);
    expect(await statusOf(bench, answered)).toBe('answered');
    // The engine is told, so that no quote of the old words outlives its next run.
    expect(String(await bench.ports.settings.find(changeMark(PRODUCT))) > String(before)).toBe(true);
  });
});
