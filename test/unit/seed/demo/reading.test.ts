import { demoSeed } from '../../../../host/seed/demo/demo-seed';
import { readTexts } from '../../../../host/seed/demo/hand-written';
import { expectedIn } from '../../../../host/seed/demo/weekly';
import { weekOf } from '../../../../host/seed/demo/calendar';

describe('files of texts', () => {
  it('reads source, day, rating, language, title and lines', () => {
    expect(readTexts('@stock\nzd 2025-03-01 de: Lager || Wo¶ist es?\n@deposits acme\nic +3: me again\napp 2: a: b')).toEqual([
      { source: 'zd', need: 'stock', day: '2025-03-01', language: 'de', title: 'Lager', text: 'Wo\nist es?' },
      { source: 'ic', need: 'deposits', account: 'acme', daysLater: 3, text: 'me again' },
      { source: 'app', need: 'deposits', account: 'acme', rating: 2, text: 'a: b' },
    ]);
  });

  it('takes a title alone as all that was said', () => {
    expect(readTexts('@stock\nzd: (no subject) ||')).toEqual([{ source: 'zd', need: 'stock', text: '(no subject)' }]);
  });

  it('refuses a line that it does not understand', () => {
    expect(() => readTexts('@stock\nfax: hello')).toThrow(/cannot read the text: fax/);
    expect(() => readTexts('@stock\nzd soon: hello')).toThrow(/cannot read soon/);
    expect(() => readTexts('@nothing\nzd: hello')).toThrow(/no need is called nothing/);
  });
});

it('expects a turn by the days on each side of it, and a spike that decays', () => {
  const turn = { base: 10, turn: { day: '2025-09-15', to: 3, lagDays: 3.5 } };
  const week = weekOf('2025-09-15');
  expect([week - 1, week, week + 1].map((one) => expectedIn(turn, one))).toEqual([10, 6.5, 3]);
  const spike = { base: 1, spikes: [{ day: '2025-05-05', height: 8, decay: 0.5 }] };
  const first = weekOf('2025-05-05');
  expect([first - 1, first, first + 1, first + 2].map((one) => expectedIn(spike, one))).toEqual([1, 9, 5, 3]);
});

it('plans the loudest needs nowhere and promises things that nobody asked for', () => {
  const open = demoSeed().issues.filter((one) => one.resolvedAt === undefined);
  const planned = open.filter((one) => one.sprint !== undefined || one.fixVersions.length > 0);
  expect(planned.length).toBeGreaterThan(30);
  expect(planned.some((one) => one.summary === 'Digital twin of a building')).toBe(true);
  expect(open.find((one) => one.summary === 'Stock per van')?.fixVersions).toEqual([]);
});
