import { template } from '../../src/connectors/_template';
import { openWorld } from '../../host/sources/_template/world';
import { placeSignals } from '../../src/ingest/place-signals';
import { connectSource } from '../../src/ingest/sources/connect-source';
import { removeSource } from '../../src/ingest/sources/change-source';
import { pollSource } from '../../src/ingest/sources/poll-source';
import { rememberErased } from '../../src/ingest/subject/erased-people';
import { CONNECTION, openBench, PRODUCT } from './bench-source';

it('somebody who was erased does not come back when the source is connected anew; somebody of the same number elsewhere is not meant', async () => {
  const bench = await openBench(template, openWorld, 'erased-stays');
  const needs = { ...bench.needs, prepare: placeSignals({ ...bench.ports, findConnector: bench.needs.findConnector }) };
  const ids = [...'abcdefghij'].map((letter) => bench.world.speak(`It crashes again number ${letter}`));
  await bench.cycle(2);
  const authors = async (source: string): Promise<readonly (string | undefined)[]> => (await bench.ports.stores.signals.findSignals(PRODUCT, ids.map((id) => `${source}:${id}`))).map((one) => one.author);
  const [theirs = ''] = await authors(CONNECTION);
  expect(theirs).not.toBe('');
  const many = (await authors(CONNECTION)).filter((author) => author === theirs).length;
  await rememberErased(bench.ports, [{ kind: template.id, by: 'author', text: theirs }, { kind: 'other', by: 'author', text: (await authors(CONNECTION)).find((author) => author !== theirs) ?? 'x' }], bench.clock.now());
  await removeSource(needs, CONNECTION);
  const again = await connectSource(needs, { connector: template.id, product: PRODUCT, name: 'Under test', visibility: 'open', days: 365, fields: { ...bench.world.settings, ...bench.world.secrets } }, 'admin', 'without-looking');
  if (!again.ok) throw new Error('not connected');
  await pollSource(needs, again.connection.id);
  const back = await authors(again.connection.id);
  expect(back).not.toContain(theirs);
  expect(back).toHaveLength(ids.length - many);
  const coverage = (await bench.ports.stores.products.listCoverage(PRODUCT)).find((one) => one.source === again.connection.id);
  expect(coverage).toMatchObject({ skipped: { erased: many } });
});
