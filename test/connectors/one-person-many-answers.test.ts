import { worldOf } from '../../host/sources/typeform/world';
import { typeform } from '../../src/connectors/typeform';
import { countCustomers } from '../../src/domain/customer';
import { openBench, PRODUCT } from './bench-source';

const answer = (place: number, who: { readonly user?: string; readonly email?: string }, text = `Exports stop at row ${place}000`) => ({ token: `tok-${place}`, submitted: Date.parse('2025-05-01T08:00:00.000Z') + place * 60_000, text, score: 3, isGone: false, ...who });

it('people who answer a form are one customer each by the id that the form carries or else by their address, which is not kept', async () => {
  const said = [{ email: 'Ana@Gmail.com' }, { email: 'ana@gmail.com' }, { email: 'bea@gmail.com' }, { user: 'm-7', email: 'cleo@gmail.com' }, { user: 'm-7' }, {}, {}].map((who, place) => answer(place, who));
  const bench = await openBench(typeform, (needs) => worldOf(needs, { id: 'u6nXL7', title: 'Leaving?', why: 'What made you leave?', key: 'tfp_typeform-key', responses: said }), 'answers');
  await bench.cycle(2);
  const { rows } = await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 100);
  expect(rows).toHaveLength(said.length);
  const pseudonym = await bench.ports.loadPseudonym();
  expect(rows.filter((one) => one.author === pseudonym('ana@gmail.com'))).toHaveLength(2);
  expect(rows.filter((one) => one.author === 'm-7')).toHaveLength(2);
  // Ana, Bea and Cleo; nobody can tell who the two without anything are.
  expect(countCustomers(rows)).toBe(5);
  expect(JSON.stringify(rows)).not.toMatch(/@gmail/i);
});
