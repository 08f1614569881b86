import { personalNames } from '../../../../src/understand/themes/personal-names';
import { understand } from '../../../../src/understand/understand';
import { corpusOf, optionsOf, said } from '../corpus-of';

const check = (texts: readonly string[]) => personalNames(texts.map((text, at) => said(`m${at}`, text)), [...texts.keys()]);

it('knows a person by capitals and a second name, and by a given name alone', () => {
  const isPerson = check(['Yesterday Ormina Velasko hung up on me', 'I asked Ormina Velasko twice', 'they say Ormina Velasko left', 'and then Jennifer laughed', 'so Jennifer laughed again']);
  for (const phrase of ['ormina velasko', 'ormina', 'velasko', 'call velasko back', 'jennifer laughed']) expect(isPerson(phrase)).toBe(true);
  for (const phrase of ['hung up', 'laughed again', 'asked']) expect(isPerson(phrase)).toBe(false);
});

it('takes no thing for a person: alone with a capital, behind "in" and "my", written small by some, or only loud', () => {
  const isPerson = check(['it fails in Blue Lake since May', 'why does Blue Lake lose files', 'open Blue Lake twice', 'an import from Zapper broke', 'does Zapper work', 'use Zapper daily', 'our Google Drive fills', 'then google drive stops', 'I use Google Drive', 'IT IS MY PRINT MARGIN AGAIN', 'THE PRINT MARGIN IS LOST']);
  for (const phrase of ['blue lake', 'zapper', 'google drive', 'print margin']) expect(isPerson(phrase)).toBe(false);
});

it('never calls a theme by a person whom redaction missed, nor lists the name among its words', () => {
  const of = (need: string, texts: readonly string[]) => texts.flatMap((text, at) => ['', ' today', ' once more', ' at work'].map((end, turn) => said(`${need}-${at}-${turn}`, `${text}${end}`, { author: `${need}${at}${turn}` })));
  const about = of('name', ['When will Ormina Velasko ring back', 'I wait until Ormina Velasko rings', 'nobody but Ormina Velasko may ring me', 'please let Ormina Velasko ring']);
  const print = of('print', ['the print margin is cut off', 'printing cuts the margin', 'print margin too narrow', 'margin lost in print']);
  const { themes } = understand(corpusOf([...about, ...print], []), optionsOf());
  expect(themes.length).toBeGreaterThan(1);
  for (const theme of themes) expect(`${theme.label} ${theme.terms.join(' ')}`).not.toMatch(/ormina|velasko/i);
});
