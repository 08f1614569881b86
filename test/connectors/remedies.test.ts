import { testSource } from '../../src/ingest/sources/connect-source';
import type { Fault } from '../../host/sources/faults';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';
import { findConnectors, polledFolders, type Found } from './find-connectors';

const NEEDS_KEY = polledFolders().filter((folder) => folder !== 'jira');

async function openFolder(folder: string): Promise<Found & { readonly bench: SourceBench }> {
  const found = (await findConnectors()).find((one) => one.folder === folder);
  if (found?.openWorld === undefined) throw new Error(`nothing to poll in ${folder}`);
  return { ...found, bench: await openBench(found.connector, found.openWorld, `remedies ${folder}`) };
}

const formOf = ({ connector, bench: { world } }: Pick<Found, 'connector'> & { readonly bench: SourceBench }, over: Readonly<Record<string, string>> = {}): Parameters<typeof testSource>[1] => ({
  connector: connector.id, product: PRODUCT, name: 'Source', visibility: 'open', days: 30, fields: { ...world.settings, ...world.secrets, ...over },
});

/** Google hands out its tokens at a place of its own, whose refusal is of another kind. */
const isAnswered = (path: string): boolean => path !== '/token';
const refusing = (bench: SourceBench, status: number, fits: (path: string) => boolean = isAnswered): void => {
  bench.fault = (path): Fault | undefined => (fits(path) ? { kind: 'status', status } : undefined);
};

describe.each(NEEDS_KEY)('a test of %s that fails', (folder) => {
  it.each([[401, 'source/unauthorised'], [403, 'source/forbidden'], [404, 'source/not-there']] as const)('with %s marks a field of the form and says where it is mended', async (status, code) => {
    const one = await openFolder(folder);
    refusing(one.bench, status);
    const told = await testSource(one.bench.needs, formOf(one));
    expect(told).toMatchObject({ ok: false, code, field: expect.any(String) as string, problem: expect.stringMatching(/^(?:\S+: )?[A-Z].{30,}\.$/) as string });
    expect(one.connector.fields.map(({ name }) => name)).toContain('field' in told ? told.field : '');
  });
});

describe('a test of several', () => {
  it.each([
    ['app-store', 'apps', '999999999'], ['google-play', 'apps', 'com.example.absent'], ['github', 'repositories', 'harbor/absent'], ['surveymonkey', 'surveys', '999999999'], ['typeform', 'forms', 'zzzz99'],
  ])('of %s names the one that is not there', async (folder, field, absent) => {
    const one = await openFolder(folder);
    refusing(one.bench, 404, (path) => path.includes(absent));
    const told = await testSource(one.bench.needs, formOf(one, { [field]: `${one.bench.world.settings[field] ?? ''}, ${absent}` }));
    expect(told).toMatchObject({ ok: false, field, problem: expect.stringContaining(`${absent}: `) as string });
  });
});

it('a key that is not accepted is about none of several', async () => {
  const one = await openFolder('github');
  refusing(one.bench, 401);
  expect(await testSource(one.bench.needs, formOf(one))).toMatchObject({ field: 'token', problem: expect.stringMatching(/^GitHub does not accept this token/) as string });
});

describe('a right that reading needs beside the first question', () => {
  it.each([['gong', /transcript/], ['surveymonkey', /responses\/bulk/], ['github', /\/issues$/]])('of %s is tried before anything is connected', async (folder, place) => {
    const one = await openFolder(folder);
    one.bench.world.speak('The export drops rows');
    one.bench.clock.advance(3_600_000);
    refusing(one.bench, 403, (path) => place.test(path));
    expect(await testSource(one.bench.needs, formOf(one))).toMatchObject({ ok: false, code: 'source/forbidden' });
  });
});

describe('a key that is none', () => {
  it.each([['app-store', 'privateKey', /\.p8/], ['google-play', 'serviceAccount', /JSON/]])('of %s is told so without asking anybody', async (folder, field, words) => {
    const one = await openFolder(folder);
    const told = await testSource(one.bench.needs, formOf(one, { [field]: 'my password' }));
    expect(told).toMatchObject({ ok: false, field, problem: expect.stringMatching(words) as string });
    expect(one.bench.arrivals).toHaveLength(0);
  });
});

it('an answer in a shape that nobody knows says so in words', async () => {
  const one = await openFolder('zendesk');
  one.bench.fault = () => ({ kind: 'drift', how: 'retyped' });
  const told = await testSource(one.bench.needs, { ...formOf(one), id: CONNECTION });
  expect(told).toMatchObject({ code: 'source/unreadable', problem: expect.stringMatching(/^It answers in a shape that we do not know \(at \S+\)$/) as string });
});
