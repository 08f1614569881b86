import { sentencesOf } from '../../src/domain/spoken-sentences';
import { quoteProver } from '../../src/domain/quote-proof';
import { OURS, QUOTES, THEIRS } from '../fakes/mail-programs';
import { openBench } from './bench-source';
import { findConnectors, polledFolders } from './find-connectors';

/** A rule with words in a language that we do not know and no head below it is drawn by people, too: only in a mail is it known for what it is. */
const ONLY_IN_MAIL = 'a rule in a language on no list';
const WAYS = QUOTES.filter(([way]) => way !== ONLY_IN_MAIL);
/** Nobody speaks marks of quotation. */
const SPOKEN_ALOUD = 'gong';

describe.each(polledFolders())('of what a customer of %s wrote', (folder) => {
  it('nothing that they quote of ours is spoken or can be quoted, whichever mail program shows it; what they say themselves is, and all is kept', async () => {
    const found = (await findConnectors()).find((one) => one.folder === folder);
    if (found?.openWorld === undefined) throw new Error(`no world for ${folder}`);
    const bench = await openBench(found.connector, found.openWorld, 'own-words');
    const ways = new Map<string, string>();
    for (const [way, quote] of WAYS) {
      bench.clock.advance(60_000);
      ways.set(bench.world.speak(`${THEIRS}\n\n${quote}`), way);
    }
    bench.clock.advance(3_600_000);
    await bench.cycle(3);
    const { rows } = await bench.ports.stores.signals.pageSignals('mail', undefined, 1_000);
    const read = rows.filter((one) => ways.has(one.externalId));
    expect(read).toHaveLength(WAYS.length);
    for (const signal of read) {
      const text = signal.text ?? '';
      const spoken = sentencesOf(text).map(({ start, end }) => text.slice(start, end)).join('\n');
      expect([ways.get(signal.externalId), spoken]).toEqual([ways.get(signal.externalId), expect.stringContaining(THEIRS)]);
      expect(spoken).not.toMatch(/loses rows|everybody|beta|support/iu);
      const prove = quoteProver(signal);
      expect(prove({ text: THEIRS })?.text).toBe(THEIRS);
      expect(prove({ text: 'please use the beta' })).toBeUndefined();
      expect(text).toMatch(/beta/u);
    }
  });

});

describe.each(polledFolders().filter((folder) => folder !== SPOKEN_ALOUD))('of %s', (folder) => {
  it('a record that is nothing but a quotation is nobody\'s words', async () => {
    const found = (await findConnectors()).find((one) => one.folder === folder);
    if (found?.openWorld === undefined) throw new Error(`no world for ${folder}`);
    const bench = await openBench(found.connector, found.openWorld, 'only-quoted');
    bench.clock.advance(3_600_000);
    const id = bench.world.speak(`> ${OURS}`);
    await bench.cycle(3);
    const { rows } = await bench.ports.stores.signals.pageSignals('mail', undefined, 1_000);
    // With a title of the customer's own the record stays, and the title is what they said.
    const kept = rows.filter((one) => one.externalId === id && one.title === undefined);
    expect(kept).toEqual([]);
    for (const { text = '' } of rows.filter((one) => one.externalId === id)) expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end)).join('\n')).not.toMatch(/loses rows|beta/u);
  });
});
