import fc from 'fast-check';
import { rounds } from '../../../src/compose-rounds';
import { editThemes, undoThemeEdit } from '../../../src/understand/edit-themes';
import { keepUp } from '../../../src/understand/keep-up';
import { understand } from '../../../src/understand/understand';
import { wantUnderstanding } from '../../../src/understand/want-understanding';
import { changingProduct, chances, IN_PARTS } from '../../build/changing-product';
import { linkingInPartsProof } from '../../deep/linking-in-parts';

it('derives a small product anew each time, and a large one in parts', async () => {
  const product = await changingProduct();
  await product.happen({ kind: 'said', who: 50, need: 0, lead: 1 });
  expect(await product.keepUp()).toBe('part');
  expect(await product.keepUp()).toBe('nothing');
  await product.happen({ kind: 'said', who: 51, need: 0, lead: 1 });
  expect(await product.keepUp({ ...IN_PARTS, inPartsFrom: 1_000 })).toBe('whole');
});

it('derives everything anew by night, after a day, when too much changed and when something asks for it', async () => {
  const product = await changingProduct();
  const arrive = (who: number) => product.happen({ kind: 'said', who, need: 1, lead: 2 });
  product.ports.clock.advance(17 * 3_600_000);
  await arrive(50);
  expect([product.ports.clock.now().slice(11, 13), await product.keepUp()]).toEqual(['01', 'whole']);
  product.ports.clock.advance(23 * 3_600_000);
  await arrive(51);
  expect([product.ports.clock.now().slice(11, 13), await product.keepUp()]).toEqual(['00', 'part']);
  await arrive(52);
  expect(await product.keepUp({ ...IN_PARTS, drift: { ...IN_PARTS.drift, signals: { least: 1, share: 0 } } })).toBe('whole');
  await product.happen({ kind: 'issue', which: 7, title: 7 });
  expect(await product.keepUp({ ...IN_PARTS, drift: { ...IN_PARTS.drift, issues: { least: 0, share: 0 } } })).toBe('whole');
  await arrive(53);
  expect(await product.wholeRun()).toBe('whole');
});

it('derives everything anew for what only a whole run takes in, and looks again each hour only where something changed', async () => {
  const product = await changingProduct();
  const jobs: unknown[] = [];
  const ports = { ...product.ports, queue: { push: async (job: unknown) => void jobs.push(job) } };
  await rounds(ports).lookAgain(product.id);
  expect(jobs).toEqual([]);
  await product.happen({ kind: 'decided', who: 0, which: 0, verdict: 'confirmed' });
  await wantUnderstanding(ports, product.id, 'part');
  await rounds(ports).lookAgain(product.id);
  expect(jobs).toEqual([{ name: 'understand', product: product.id }, { name: 'understand', product: product.id }]);
  expect(await product.keepUp()).toBe('part');
  await wantUnderstanding(ports, product.id);
  expect([await product.keepUp(), await product.keepUp()]).toEqual(['whole', 'nothing']);
});

it('does not count arrivals as looked at where vectors take part that they do not have yet', async () => {
  const product = await changingProduct();
  const { evidence, increments, settings } = { ...product.ports.stores, settings: product.ports.settings };
  const run = await evidence.findRun(product.id);
  const byWords = { ...product.ports, settings, stores: { ...product.ports.stores, evidence: { ...evidence, findRun: async () => run && { ...run, engineVersion: `${run.engineVersion}+openai:e-1` } } } };
  await product.happen({ kind: 'said', who: 50, need: 0, lead: 4 });
  expect(await keepUp(byWords, understand, product.id, {}, IN_PARTS)).toBe('part');
  expect([(await evidence.findRun(product.id))?.signals, (await increments.listLookedAt(product.id, run!.computedAt)).map((one) => one.id)]).toEqual([40, ['forum:050']]);
});

it('counts customers who repeat one text on the roadmap as the whole run does', async () => {
  const product = await changingProduct();
  const { stores, clock } = product.ports;
  const text = 'We need the address book export to a spreadsheet because it writes an empty spreadsheet every week and all our contacts are missing.';
  const copies = [0, 1, 2, 3, 4].map((n) => ({ id: `forum:07${n}`, source: 'forum', externalId: `07${n}`, at: '2025-06-20T00:00:00.000Z', kind: 'said' as const, text, author: `z${n}`, visibility: 'open' as const }));
  await stores.signals.saveSignals(product.id, copies, clock.now());
  const [issue] = (await stores.issues.listIssues(product.id)).filter((one) => one.id === '0');
  await stores.issues.saveIssues(product.id, [{ ...issue!, status: 'In Progress', statusCategory: 'doing' }], clock.now());
  for (const { id } of copies) await stores.decisions.saveDecision(product.id, { signal: id, issue: '0', verdict: 'confirmed', at: clock.now(), by: 'ann' });
  await product.wholeRun();
  const evidence = async () => (await product.derived()).digest?.planned.find((one) => one.id === '0')?.evidence;
  const whole = await evidence();
  await product.happen({ kind: 'decided', who: 70, which: 0, verdict: 'confirmed' });
  expect([await product.keepUp(), await evidence()]).toEqual(['part', whole]);
});

it('shows an arrival at once: its links, its place in a theme of the last run, its quote on the issue', async () => {
  const product = await changingProduct();
  const before = await product.derived();
  await product.happen({ kind: 'said', who: 50, need: 0, lead: 4 });
  await product.keepUp();
  const after = await product.derived();
  const own = (rows: typeof after.links) => rows.filter((link) => link.signal === 'forum:050');
  expect(own(before.links)).toEqual([]);
  expect(own(after.links)[0]).toMatchObject({ issue: '0', rank: 1 });
  const twin = before.assignments.find((one) => one.signal === 'forum:000');
  expect(after.assignments.find((one) => one.signal === 'forum:050')?.theme).toBe(twin?.theme);
  const row = after.digests.find((digest) => digest.issue === '0')?.evidence.find((one) => one.signal === 'forum:050');
  expect(row).toMatchObject({ shown: true, citation: { field: 'text' } });
  expect(after.run).toEqual({ ...before.run, signals: 41 });
  expect(after.themes).toEqual(before.themes);
  expect(after.digest?.themes.map((one) => [one.theme, one.signals, one.weeks])).toEqual(before.digest?.themes.map((one) => [one.theme, one.signals, one.weeks]));
});

it('searches for the customers of a new issue among everything that was said', async () => {
  const product = await changingProduct();
  await product.happen({ kind: 'issue', which: 9, title: 0 });
  await product.keepUp();
  const digests = new Map((await product.derived()).digests.map((digest) => [digest.issue, digest]));
  const listed = (issue: string) => digests.get(issue)?.evidence.map(({ signal, score, confidence, shown, citation }) => ({ signal, shown, citation, score: score.toFixed(1), confidence: confidence.toFixed(1) }));
  expect(listed('9')?.length).toBeGreaterThanOrEqual(6);
  // Titled alike, it finds what the other was found with.
  expect(listed('9')?.map((row) => row.signal).slice(0, 6).sort()).toEqual(listed('0')?.map((row) => row.signal).slice(0, 6).sort());
  expect(digests.get('9')?.searchability).toMatchObject({ searchable: false, reasons: ['partly-derived'] });
});

it('shows on the roadmap at once where work stands, and how many customers are behind it', async () => {
  const product = await changingProduct();
  const planned = async (id: string) => (await product.derived()).digest?.planned.find((issue) => issue.id === id);
  expect(await planned('0')).toBeUndefined();
  const [issue] = (await product.ports.stores.issues.listIssues(product.id)).filter((one) => one.id === '0');
  await product.ports.stores.issues.saveIssues(product.id, [{ ...issue!, status: 'In Progress', statusCategory: 'doing' }], product.ports.clock.now());
  await product.happen({ kind: 'said', who: 50, need: 0, lead: 4 });
  await product.keepUp();
  const shown = async () => (await product.derived()).digests.find((digest) => digest.issue === '0')?.evidence.filter((row) => row.shown).length;
  const before = await shown();
  expect(before).toBeGreaterThan(1);
  expect(await planned('0')).toMatchObject({ column: 'now', evidence: before });
  await product.happen({ kind: 'gone', who: 50 });
  await product.keepUp();
  expect(await shown()).toBe(before! - 1);
  expect(await planned('0')).toMatchObject({ evidence: before! - 1, searchable: false });
});

it('takes a rejected pair away at once, for good, and leaves the issue undecided until the next whole run', async () => {
  const product = await changingProduct();
  const named = async () => (await product.derived()).digests.find((digest) => digest.issue === '0')?.evidence.map((row) => row.signal);
  expect(await named()).toContain('forum:000');
  await product.happen({ kind: 'decided', who: 0, which: 0, verdict: 'rejected' });
  await product.keepUp();
  expect(await named()).not.toContain('forum:000');
  expect((await product.derived()).links.filter((link) => link.signal === 'forum:000').map((link) => link.issue)).not.toContain('0');
  expect((await product.derived()).digests.find((digest) => digest.issue === '0')?.searchability.reasons).toContain('partly-derived');
  await product.happen({ kind: 'edited', who: 0, need: 0, lead: 3 });
  await product.keepUp();
  expect(await named()).not.toContain('forum:000');
  await product.wholeRun();
  expect(await named()).not.toContain('forum:000');
});

it('gives the next whole run no theme that an arrival was put in for the time being', async () => {
  const product = await changingProduct();
  await product.happen({ kind: 'said', who: 50, need: 0, lead: 4 });
  await product.happen({ kind: 'edited', who: 1, need: 3, lead: 4 });
  await product.keepUp();
  const placed = new Map((await product.derived()).assignments.map((one) => [one.signal, one.theme]));
  expect(placed.get('forum:050')).toBeDefined();
  await product.wholeRun();
  const given = new Map(product.seen.at(-1)?.assignments.map((one) => [one.signal, one.theme]));
  expect([given.has('forum:050'), given.size, given.get('forum:001')]).toEqual([false, 40, placed.get('forum:001')]);
});

it('never puts an arrival in a theme that a person merged away or split, and asks for a whole run after each edit and its undo', async () => {
  const product = await changingProduct();
  const first = await product.derived();
  const from = first.assignments.find((one) => one.signal === 'forum:000')!.theme!;
  const into = first.themes.find((theme) => theme.id !== from)!.id;
  const arrive = async (who: number) => {
    await product.happen({ kind: 'said', who, need: 0, lead: 4 });
    const how = await product.keepUp();
    const { themes, assignments } = await product.derived();
    const known = new Set(themes.map((theme) => theme.id));
    return [how, assignments.filter(({ theme }) => theme !== undefined && !known.has(theme)).map((one) => one.signal)];
  };
  const merge = await editThemes(product.ports, product.id, 'e1', 'ann', { kind: 'merge', from, into });
  expect(await arrive(50)).toEqual(['whole', []]);
  await undoThemeEdit(product.ports, product.id, merge.edit);
  expect(await arrive(51)).toEqual(['whole', []]);
  expect(await arrive(52)).toEqual(['part', []]);
});

it('takes the lists, links and numbers of a deleted issue away at once', async () => {
  const product = await changingProduct();
  const links = async () => (await product.derived()).links.filter((link) => link.issue === '0').length;
  expect(await links()).toBeGreaterThan(0);
  const rowsOf = async (issue: string) => {
    const { evidence } = product.ports.stores;
    return [(await evidence.listDigests(product.id, [issue])).length, (await evidence.listThemeIssues(product.id)).filter((one) => one.issue === issue).length];
  };
  expect((await rowsOf('0'))[0]).toBe(1);
  const others = (await product.derived()).links.filter((link) => link.issue !== '0').length;
  await product.happen({ kind: 'deleted', which: 0 });
  expect(await product.keepUp()).toBe('part');
  expect([await links(), ...(await rowsOf('0'))]).toEqual([0, 0, 0]);
  expect((await product.derived()).links.length).toBe(others);
  await product.happen({ kind: 'said', who: 51, need: 1, lead: 4 });
  expect(await product.keepUp()).toBe('part');
  expect((await product.derived()).lookedAt.filter((one) => one.kind === 'issue').map((one) => `${one.id} ${one.mark}`)).toEqual(['0 gone']);
  await product.happen({ kind: 'issue', which: 0, title: 0 });
  expect(await product.keepUp()).toBe('part');
  expect((await rowsOf('0'))[0]).toBe(1);
});

it('takes away what was derived from an issue that is restricted since', async () => {
  const product = await changingProduct();
  await product.happen({ kind: 'issue', which: 0, title: 0, isRestricted: true });
  expect(await product.keepUp()).toBe('part');
  const { digests, links, themeIssues } = await product.derived();
  expect([digests, links, themeIssues].map((rows) => rows.filter((one) => one.issue === '0').length)).toEqual([0, 0, 0]);
});

it('asks for a whole run when more issues are gone than a part may take away', async () => {
  const product = await changingProduct();
  await product.happen({ kind: 'deleted', which: 0 });
  await product.happen({ kind: 'deleted', which: 1 });
  expect(await product.keepUp({ ...IN_PARTS, drift: { ...IN_PARTS.drift, issues: { least: 1, share: 0 } } })).toBe('whole');
});

it.each(['between reading and writing', 'while the rest is read'])('keeps a name that a person gives a theme %s', async (when) => {
  const product = await changingProduct();
  const { stores } = product.ports;
  const { digest, themes } = await product.derived();
  const theme = digest!.themes[0]!.theme.id;
  let edits = 0;
  const edit = async (): Promise<void> => {
    edits += 1;
    if (edits === 1) await editThemes(product.ports, product.id, 'e1', 'ann', { kind: 'rename', theme, label: 'Called by a person' });
  };
  const disturbed = when === 'while the rest is read'
    ? { ...stores, issues: { ...stores.issues, listReleases: async (of: string) => (await edit(), stores.issues.listReleases(of)) } }
    : { ...stores, themes: { ...stores.themes, saveDigest: async (one: NonNullable<typeof digest>) => (await edit(), stores.themes.saveDigest(one)) } };
  await product.happen({ kind: 'issue', which: 0, title: 1 });
  await stores.issues.saveIssues(product.id, [{ ...(await stores.issues.listIssues(product.id)).find((one) => one.id === '0')!, status: 'In Progress', statusCategory: 'doing' }], product.ports.clock.now());
  expect(await keepUp({ ...product.ports, stores: disturbed }, understand, product.id, {}, IN_PARTS)).toBe('part');
  const after = (await product.derived()).digest!;
  expect([edits > 0, after.themes.find((one) => one.theme.id === theme)?.theme.label, after.themes.length, after.planned.map((one) => one.id)]).toEqual([true, 'Called by a person', themes.length, ['0']]);
});

it('strengthens the tie of a theme to an issue when its customers reword what they said', async () => {
  const product = await changingProduct();
  const digestOf = async () => (await product.derived()).digests.find((one) => one.issue === '3')!;
  const before = await digestOf();
  const listed = new Set(before.evidence.map((row) => row.signal));
  const far = (await product.derived()).assignments.find((one) => one.theme !== undefined && !listed.has(one.signal))!;
  const tieOf = (digest: typeof before) => digest.themes.find((one) => one.theme === far.theme)?.signals ?? 0;
  await product.happen({ kind: 'edited', who: Number(far.signal.slice(-3)), need: 3, lead: 4 });
  expect(await product.keepUp()).toBe('part');
  expect(tieOf(await digestOf())).toBe(tieOf(before) + 1);
});

it('comes to the same rows with a whole run, whatever was linked in parts before it (a slice of the proof)', async () => {
  expect(await linkingInPartsProof.run(5, linkingInPartsProof.slice)).toMatchObject({ violations: [] });
});

it('links in parts as a whole run links: the same best issue, scores apart by no more than what was learned meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ kind: fc.constant('said' as const), who: fc.integer({ min: 41, max: 80 }), need: fc.nat(5), lead: fc.nat(5) }), { minLength: 1, maxLength: 10 }), async (arrivals) => {
      const product = await changingProduct();
      for (const one of arrivals) await product.happen(one);
      await product.keepUp();
      const parts = await product.derived();
      await product.wholeRun();
      const whole = await product.derived();
      const ids = new Set(arrivals.map((one) => `forum:0${one.who}`));
      const linksOf = (links: typeof parts.links) => links.filter((link) => ids.has(link.signal)).map(({ signal, issue, rank, score, confidence }) => ({ signal, issue, rank, score: score.toFixed(2), confidence: confidence.toFixed(2) }));
      expect(linksOf(parts.links)).toEqual(linksOf(whole.links));
      const rowsOf = (digests: typeof parts.digests) => digests.flatMap(({ issue, evidence }) => evidence.filter((row) => ids.has(row.signal)).map(({ signal, shown }) => `${issue} ${signal} ${shown}`)).sort();
      expect(rowsOf(parts.digests)).toEqual(rowsOf(whole.digests));
    }),
    { numRuns: 5 },
  );
});

it('never lets a part claim silence: what was undecided stays so, and who loses evidence becomes undecided', async () => {
  await fc.assert(
    fc.asyncProperty(chances, async (steps) => {
      const product = await changingProduct();
      let before = (await product.derived()).digests;
      for (const [happening] of steps) {
        await product.happen(happening);
        await product.keepUp();
        const after = await product.derived();
        const known = new Map(before.map((digest) => [digest.issue, digest]));
        for (const { issue, searchability, evidence } of after.digests) {
          const old = known.get(issue);
          expect(searchability.searchable && old?.searchability.searchable !== true).toBe(false);
          const kept = new Set(evidence.map((row) => row.signal));
          if (old?.evidence.some((row) => !kept.has(row.signal)) === true) expect(searchability.searchable).toBe(false);
        }
        const gone = after.digests.flatMap((digest) => digest.evidence).filter((row) => !after.live.includes(row.signal));
        expect(gone).toEqual([]);
        before = after.digests;
      }
    }),
    { numRuns: 5 },
  );
});
