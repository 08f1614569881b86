import { appStore } from '../../src/connectors/app-store';
import { googlePlay } from '../../src/connectors/google-play';
import { openWorld as openAppStore } from '../../host/sources/app-store/world';
import { openWorld as openGooglePlay } from '../../host/sources/google-play/world';
import { UNDECIDED } from '../../src/ingest/fill/identify-rows';
import { WORDLESS } from '../../src/ingest/fill/fill-gap';
import { acceptLoss } from '../../src/ingest/sources/change-source';
import { noteGap } from '../../src/ingest/sources/note-gap';
import { readAnewFromNow } from '../../src/ingest/sources/reread';
import { CONNECTION, openBench, PRODUCT } from './bench-source';
import { fillingOf } from './filling';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** As the Play Console writes it: UTF-16, no ids, a link for whoever wrote words. */
const HEADER = 'Package Name,App Version Code,App Version Name,Reviewer Language,Device,Review Submit Date and Time,Review Submit Millis Since Epoch,Review Last Update Date and Time,Review Last Update Millis Since Epoch,Star Rating,Review Title,Review Text,Developer Reply Date and Time,Developer Reply Millis Since Epoch,Developer Reply Text,Review Link';

function line(at: number, words: string, id: string): string {
  const day = new Date(at).toISOString().replace('.000Z', 'Z');
  const link = id === '' ? '' : `http://play.google.com/console/developers/1/app/2/user-feedback/review-details?reviewId=${encodeURIComponent(id)}&corpus=PUBLIC_REVIEWS`;
  return ['com.harbor.mail', '540', '5.4', 'en', 'klte', day, String(at), day, String(at), '2', '', `"${words}"`, '', '', '', link].join(',');
}

const utf16 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));

describe('a file of the Play Console', () => {
  it('ends a gap that Google itself cannot end: a burst left its week unseen, and nobody came by for longer than a week', async () => {
    const bench = await openBench(googlePlay, openGooglePlay, 'console');
    const { csv, gaps, fills } = fillingOf(bench);
    const burst = ['start', 'login', 'search', 'export', 'print'].map((word) => bench.world.speak(`It crashes at ${word}`));
    await bench.cycle();
    const heardTo = Date.parse(bench.clock.now());
    bench.fault = () => ({ kind: 'reset' });
    for (let day = 0; day < 9; day += 1) {
      bench.clock.advance(DAY - HOUR);
      await bench.cycle();
    }
    bench.fault = undefined;
    await bench.cycle(2);
    // Not shown, and too old to be: from where we heard last to a week ago nothing is known, and since then we cannot tell.
    expect(await gaps()).toEqual(['2025-07-01 to 2025-07-03', '2025-07-01 to now']);
    await acceptLoss(bench.needs, CONNECTION);
    await bench.cycle();
    expect([await gaps(), await bench.coverage()]).toEqual([['2025-07-01 to 2025-07-03'], 'gap']);
    const [gap] = (await bench.ports.stores.products.listCoverage(PRODUCT))[0]?.gaps ?? [];
    const wanted = { connection: CONNECTION, from: gap?.from ?? '', to: gap?.to ?? '' };
    expect((await fills.preview(PRODUCT, wanted)).after).toEqual([]);
    const rows = [line(heardTo + HOUR, 'Written while nobody read, ☕', 'gp:AOqUnseen'), ...Array.from({ length: 40 }, (_, at) => line(heardTo + 2 * HOUR + at * 60_000, '', '')), line(heardTo - HOUR, 'It crashes at start', burst[0] ?? '')];
    const importId = await csv(utf16(`${[HEADER, ...rows].join('\n')}\n`), wanted);
    expect((await bench.stored()).get('gp:AOqUnseen')).toBe('Written while nobody read, ☕');
    expect([(await bench.stored()).size, await gaps(), await bench.coverage()]).toEqual([6, [], 'complete']);
    expect((await bench.ports.stores.imports.countProblems(importId))[WORDLESS]).toBe(40);
    expect((await bench.ports.stores.products.listCoverage(PRODUCT))[0]?.skipped).toEqual({});
    await bench.cycle(12);
    expect([(await bench.stored()).size, await gaps(), await bench.coverage()]).toEqual([6, [], 'complete']);
  });
});

describe('a file of the App Store, which has no ids', () => {
  it('yields to what the source shows later: the same words under another day, or a newer wording of the same second, are one record', async () => {
    const bench = await openBench(appStore, openAppStore, 'shown later');
    bench.world.speak('Something else');
    await bench.cycle();
    const gap = { from: '2025-05-01T00:00:00.000Z', to: '2025-06-01T00:00:00.000Z' };
    await noteGap(bench.needs, CONNECTION, { ...gap, reason: 'Apple did not show it' });
    const { file, gaps } = fillingOf(bench);
    const rows = [{ at: '2025-05-10', text: 'It crashes' }, { at: '2025-05-12T10:15:23Z', text: 'The first wording' }, { at: '2025-05-12T10:16:00Z', text: 'Of that minute' }, { at: '2025-05-20T08:00:00Z', text: 'Only in the file' }];
    await file(rows, { connection: CONNECTION, ...gap });
    expect((await bench.stored()).size).toBe(5);
    bench.world.speakLate('It crashes', Date.parse('2025-05-11T02:00:00Z'));
    bench.world.speakLate('Another wording', Date.parse('2025-05-12T10:15:23Z'));
    bench.world.speakLate('Another customer', Date.parse('2025-05-12T10:16:00Z'));
    bench.world.speakLate('It crashes', Date.parse('2025-05-28T02:00:00Z'));
    await readAnewFromNow(bench.needs, CONNECTION);
    await bench.cycle(2);
    expect([...(await bench.stored()).values()].map((words) => words.split('\n').at(-1)).sort()).toEqual(['Another customer', 'Another wording', 'It crashes', 'It crashes', 'Of that minute', 'Only in the file', 'Something else']);
    // The same file again brings nothing back, and its time still counts as heard.
    await file(rows, { connection: CONNECTION, ...gap });
    expect([(await bench.stored()).size, await gaps()]).toEqual([7, []]);
  });

  it('is not taken where the source has the same words of the day before: it may be the same', async () => {
    const bench = await openBench(appStore, openAppStore, 'other zone');
    bench.world.speakLate('It crashes', Date.parse('2025-05-11T02:00:00Z'));
    await bench.cycle();
    const gap = { from: '2025-05-01T00:00:00.000Z', to: '2025-06-01T00:00:00.000Z' };
    await noteGap(bench.needs, CONNECTION, { ...gap, reason: 'Apple did not show it' });
    const words = [...(await bench.stored()).values()][0]?.split('\n') ?? [];
    const { file } = fillingOf(bench);
    const importId = await file([{ at: '2025-05-10', text: words.at(-1), ...(words.length > 1 ? { title: words[0] } : {}) }, { at: '2025-05-20', text: words.at(-1) }], { connection: CONNECTION, ...gap });
    expect(await bench.ports.stores.imports.countProblems(importId)).toEqual({ [UNDECIDED]: 1 });
  });
});
