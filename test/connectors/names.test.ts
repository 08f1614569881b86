import { findForwarded } from '../../src/connectors/email-forward/forwarded';
import type { OpenWorld } from '../../host/sources/source-world';
import { openBench } from './bench-source';
import { findConnectors } from './find-connectors';

/** How each emulated vendor calls people in its answers. Who is not here tells a login or nothing (GitHub, the template). */
const CALLED: Readonly<Record<string, RegExp>> = {
  surveymonkey: /Annegret Zimmerhackl/g, typeform: /Annegret Zimmerhackl/g,
  'app-store': /nick\d/g, 'google-play': /A name \d/g, gong: /Ana \d/g, intercom: /A name(?: \d)?/g, jira: /Called qm:customer-\d+/g, zendesk: /Person \d+, name \d/g,
};
const NAME = 'Rosalind Achterberg';
const WORDS = 'Since then Rosalind loses the board, and so does rosalind achterberg of the night shift; Achterberg was told to mark all as read.';
const LEFT = 'Since then [name] loses the board, and so does [name] of the night shift; [name] was told to mark all as read.';

/** The same vendor, whose people are all called the same. */
function callingThem(openWorld: OpenWorld, called: RegExp): OpenWorld {
  return (needs) => {
    const world = openWorld(needs);
    return { ...world, answer: (call) => {
      const reply = world.answer(call);
      return typeof reply.body === 'string' ? reply : { ...reply, body: JSON.parse(JSON.stringify(reply.body).replace(called, NAME)) };
    } };
  };
}

describe('a name that the vendor tells', () => {
  it.each(Object.keys(CALLED))('of %s is in nothing that is kept, wherever the customer wrote it', async (folder) => {
    const found = (await findConnectors()).find((one) => one.folder === folder);
    if (found?.openWorld === undefined) throw new Error(`no world for ${folder}`);
    const bench = await openBench(found.connector, callingThem(found.openWorld, CALLED[folder] ?? /$^/), 'names');
    bench.clock.advance(3_600_000);
    const id = bench.world.speak(WORDS);
    await bench.cycle(3);
    expect((await bench.stored()).get(id)).toContain(LEFT);
    const { rows } = await bench.ports.stores.signals.pageSignals('mail', undefined, 1_000);
    expect(JSON.stringify(rows)).not.toMatch(/achterberg|rosalind/i);
  });

  it.each([
    ['From: Rosalind Achterberg <rosa@northwind.example>', NAME], ['Von: "Achterberg, Rosalind" [mailto:rosa@northwind.example]', 'Achterberg, Rosalind'], ['From: rosa@northwind.example', undefined],
  ])('of a forwarded mail is read from its head: %s', (from, name) => {
    expect(findForwarded(`---------- Forwarded message ----------\n${from}\nDate: 1 Jun 2025\n\nIt fails`)?.fromName).toBe(name);
  });
});
