import { productNames } from '../../../../src/understand/themes/product-names';
import { understand } from '../../../../src/understand/understand';
import { corpusOf, optionsOf, said } from '../corpus-of';

const of = (need: string, texts: readonly string[]) => texts.flatMap((text, at) => [0, 1, 2, 3].map((turn) => said(`${need}-${at}-${turn}`, `${text}${['', ' again', ' every day', ' at work'][turn] ?? ''}`, { author: `${need}${at}${turn}` })));
const export_ = of('export', ['exporting contacts fails', 'the export of contacts stops', 'export never ends', 'cannot export anything', 'an export gives an empty file', 'contacts export is broken']);
const print = of('print', ['the print margin is cut off', 'printing cuts the margin', 'print margin too narrow', 'margin lost in print', 'my print loses its margin']);
const named = of('name', ['Post Bird loses the draft', 'the draft is gone in Postbird', 'Postbird drafts vanish', 'no draft kept by Post Bird', 'where does Postbird put a draft']);

it('calls a theme by what most of its members say', () => {
  const { themes, assignments } = understand(corpusOf([...export_, ...print], []), optionsOf());
  const texts = new Map([...export_, ...print].map((one) => [one.id, one.text]));
  expect(themes.length).toBeGreaterThan(1);
  for (const theme of themes) {
    const members = assignments.filter((one) => one.theme === theme.id).map((one) => texts.get(one.signal) ?? '');
    const words = theme.label.toLowerCase().split(/[ ,]+/).map((word) => word.slice(0, 5));
    const saying = members.filter((text) => words.some((word) => text.includes(word)));
    expect(saying.length).toBeGreaterThan(members.length / 2);
  }
});

it('knows the product by how its name is written, its halves and its slips with it', () => {
  const many = Array.from({ length: 200 }, (_, at) => said(`m${at}`, `Since today my Postbird ${at % 3 === 0 ? 'and Post Bird loses' : 'or Postbrid hides'} folder ${at}, says the Mozart Postbird window`));
  const names = productNames(many);
  for (const name of ['postbird', 'post', 'bird', 'mozart']) expect([...names]).toContain(name);
  expect([...names]).not.toContain('folder');
});

it('knows no name where nobody writes one', () => {
  expect([...productNames([...export_, ...print, ...export_, ...print])]).toEqual([]);
});

it('never calls a theme by the product, however it is spelt', () => {
  const about = [...export_, ...print].map((one) => ({ ...one, text: `My Postbird says ${one.text}` }));
  const { themes } = understand(corpusOf([...about, ...named], []), optionsOf());
  expect(themes.length).toBeGreaterThan(1);
  for (const theme of themes) expect(theme.label).not.toMatch(/^(?:post ?bird|bird|post)$/i);
});
