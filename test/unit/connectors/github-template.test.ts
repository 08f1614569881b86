import fc from 'fast-check';
import { issueRecord } from '../../../src/connectors/github/map';
import { Issue } from '../../../src/connectors/github/schema';
import { withMarkedTemplate, withoutComments } from '../../../src/connectors/github/without-template';
import { spokenSpans } from '../../../src/domain/spoken-spans';

const spoken = (text: string): string => spokenSpans(text).map(({ start, end }) => text.slice(start, end)).join('\n');
const FORM = [
  '### Is there an existing issue for this?', '', '- [X] I have searched the existing issues', '', '### Describe the bug',
  '<!-- A clear and concise description of what the bug is. Exports that lose rows', 'belong into #12. -->', '', 'The export drops rows.', '', '### Expected behavior', '', '_No response_', '',
  '### Additional context', 'Add any other context about the problem here.',
].join('\n');
const DEFAULT = [
  '**Describe the bug**', 'A clear and concise description of what the bug is.', 'The export drops rows.', '', '**To Reproduce**', 'Steps to reproduce the behavior:', "1. Go to '...'", "2. Click on '....'", '4. See error',
  '', '**Desktop (please complete the following information):**', ' - OS: [e.g. iOS]', ' - Version [e.g. 22]',
].join('\n');

describe('what a template of the repository asks', () => {
  it.each([['a form', FORM], ['GitHub\'s own template', DEFAULT], ['a form with other line ends', FORM.replaceAll('\n', '\r\n')]])('is no customer\'s word: %s', (_what, body) => {
    const text = withMarkedTemplate(body);
    expect(spoken(text).trim()).toBe('The export drops rows.');
    expect(text).not.toMatch(/#12|No response/u);
  });

  it('is all that an empty one has: then its title is what was said', () => {
    const issue = Issue.parse({ number: 7, title: 'The export drops rows', body: FORM.replace('The export drops rows.', ''), state: 'open', html_url: 'https://github.com/a/b/issues/7', created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z', user: { id: 1, type: 'User' }, author_association: 'NONE', labels: [] });
    const record = issueRecord('a/b')(issue);
    expect(record).toMatchObject({ title: 'The export drops rows' });
    expect('text' in record ? spoken(record.text ?? '') : undefined).toBe('');
    expect(issueRecord('a/b')({ ...issue, body: '<!-- say more -->' })).toMatchObject({ text: 'The export drops rows' });
  });

  it('is not looked for in code, in long lines or in a list of the writer\'s own', () => {
    for (const own of ['```sh\n# install\n<!-- x -->\n- [x] y\n```', '~~~\n_No response_\n~~~', 'Version #12 fails', '- one\n- [link](a)', `# ${'x '.repeat(200)}y`, 'It is **very** slow **today**']) expect(withMarkedTemplate(own)).toBe(own);
  });
});

describe('an HTML comment', () => {
  it.each([
    ['a <!-- b --> c', 'a  c'],
    ['a\n<!--\nb\n-->\nc', 'a\nc'],
    ['a\n<!-- never ends\nb', 'a'],
    ['a <!-- never ends\nb', 'a <!-- never ends\nb'],
    ['a <!-- b\nb --> c', 'a \n c'],
    ['write `<!-- b -->` there', 'write `<!-- b -->` there'],
    ['<!-- a --><!-- b -->c', 'c'],
    ['```\n<!-- b -->\n```\n<!-- c -->', '```\n<!-- b -->\n```'],
    ['<!-- ``` -->\nb <!-- c -->', 'b '],
  ])('is what the page shows: %j', (body, shown) => {
    expect(withoutComments(body)).toBe(shown);
  });

  it('never shows again what it hid, and its cost grows with the length alone', () => {
    const part = fc.constantFrom('a', '<!--', '-->', '`', '```', '\n', ' ', '- [ ] b', '### c');
    fc.assert(fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const once = withoutComments(parts.join(''));
      expect(once.length).toBeLessThanOrEqual(parts.join('').length);
    }));
  });
});
