import { understand } from '../../../../src/understand/understand';
import { corpusOf, optionsOf, said } from '../corpus-of';

const NEEDS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['export', ['export the address book', 'address book export', 'exporting my address book'], ['fails with an error', 'gives an empty file', 'never finishes', 'is missing entries']],
  ['snooze', ['snooze a reminder', 'reminder snooze', 'snoozing the reminders'], ['does not work', 'pops up again', 'shows at once again', 'is ignored']],
  ['margin', ['print with right margin', 'printing the right margin', 'right margin of the print'], ['is cut off', 'gets lost', 'disappears on paper', 'is too narrow']],
];

/** Twelve customers for each of three needs. */
const signals = NEEDS.flatMap(([need, starts, ends]) => starts.flatMap((start, s) => ends.map((end, e) => said(`${need}-${s}-${e}`, `${start} ${end}`, { author: `${need}${s}${e}` }))));

const themeOf = (assignments: readonly { signal: string; theme?: string }[], signal: string): string | undefined => assignments.find((one) => one.signal === signal)?.theme;

it('puts signals about one need together and apart from the others', () => {
  const { assignments, themes } = understand(corpusOf(signals, []), optionsOf());
  expect(themes.length).toBeGreaterThanOrEqual(3);
  const needsOf = themes.map((theme) => new Set(assignments.filter((one) => one.theme === theme.id).map((one) => one.signal.split('-')[0])));
  for (const needs of needsOf) expect(needs.size).toBe(1);
  expect(assignments.filter((one) => one.theme !== undefined).length).toBeGreaterThan(signals.length * 0.8);
});

it('labels themes in customers’ words, no two alike, with exemplars of different people', () => {
  const { themes } = understand(corpusOf(signals, []), optionsOf());
  expect(new Set(themes.map((theme) => theme.label)).size).toBe(themes.length);
  for (const theme of themes) {
    expect(theme.label).toMatch(/address book|export|snooz|reminder|margin|print/i);
    expect(new Set(theme.exemplars).size).toBe(theme.exemplars.length);
  }
});

it('keeps ids and says nothing new when the same signals come again with a few more', () => {
  const first = understand(corpusOf(signals, []), optionsOf());
  const more = [...signals, said('export-9-9', 'address book export stops half way'), said('margin-9-9', 'the right margin is cut off in print')];
  const second = understand(corpusOf(more, [], { previous: first }), optionsOf());
  expect(new Set(first.themes.map((theme) => theme.id))).toEqual(new Set(second.themes.map((theme) => theme.id)));
  expect(themeOf(second.assignments, 'export-9-9')).toBe(themeOf(second.assignments, 'export-0-0'));
});

it('leaves members and label of a theme that a person touched as they are', () => {
  const first = understand(corpusOf(signals, []), optionsOf());
  const [touched] = first.themes;
  if (touched === undefined) throw new Error('no theme');
  const moved = 'margin-0-0';
  const previous = {
    themes: first.themes.map((theme) => (theme.id === touched.id ? { ...theme, frozen: true, label: 'What Ann calls it', labelAuthor: 'person' as const } : theme)),
    assignments: first.assignments.map((one) => (one.signal === moved ? { ...one, theme: touched.id } : one)),
  };
  const second = understand(corpusOf(signals, [], { previous }), optionsOf());
  expect(second.themes.find((theme) => theme.id === touched.id)).toMatchObject({ label: 'What Ann calls it', labelAuthor: 'person', frozen: true });
  for (const one of previous.assignments) if (one.theme === touched.id) expect(themeOf(second.assignments, one.signal)).toBe(touched.id);
});

it('groups by an earlier run, and not by a draft: a split of the draft is gone and ids that still hold are kept', () => {
  const first = understand(corpusOf(signals, []), optionsOf());
  const [largest] = first.themes;
  if (largest === undefined) throw new Error('no themes');
  // Every second signal of the largest group stands in a group of its own, as when the other half was not read yet.
  let turn = 0;
  const previous = {
    themes: [...first.themes, { ...largest, id: 'other-half' }],
    assignments: first.assignments.map((one) => (one.theme === largest.id && (turn += 1) % 2 === 0 ? { ...one, theme: 'other-half' } : one)),
  };
  const groups = (isDraft: boolean): ReturnType<typeof understand> => understand(corpusOf(signals, [], { previous: { ...previous, ...(isDraft ? { isDraft } : {}) } }), optionsOf());
  const anew = groups(true);
  expect(anew.themes.map((theme) => theme.signals)).toEqual(first.themes.map((theme) => theme.signals));
  expect(anew.themes.filter((theme) => first.themes.some((one) => one.id === theme.id)).length).toBeGreaterThan(first.themes.length - 2);
  expect(groups(false).themes.map((theme) => theme.signals)).not.toEqual(anew.themes.map((theme) => theme.signals));
});

it('makes no theme of what is merely a language', () => {
  const german = Array.from({ length: 12 }, (_, at) => said(`de-${at}`, ['Ich kann die Karten nicht öffnen und weiß nicht wie', 'Wie kann ich das Passwort für mein Konto ändern', 'Seit dem Update ist die Schrift zu klein', 'Bei mir wird die Rechnung nicht gedruckt'][at % 4] ?? '', { author: `de${at}` }));
  const { assignments } = understand(corpusOf([...signals, ...signals.map((one) => ({ ...one, id: `again-${one.id}` })), ...german], []), optionsOf());
  const placed = assignments.filter((one) => one.signal.startsWith('de-') && one.theme !== undefined);
  const together = new Map<string, number>();
  for (const one of placed) together.set(one.theme ?? '', (together.get(one.theme ?? '') ?? 0) + 1);
  for (const count of together.values()) expect(count).toBeLessThan(german.length * 0.6);
});
