import fc from 'fast-check';
import { isHtml } from '../../../src/domain/is-html';
import { plainOf, textOfHtml } from '../../../src/domain/text-of-html';

describe('a text that is clearly HTML', () => {
  it.each([
    ['<p>Hello &amp; welcome</p><p>The export<br>fails &lt;today&gt;</p>', 'Hello & welcome\n\nThe export\nfails <today>'],
    ['<ul><li>one</li><li>two</li></ul>', 'one\ntwo'],
    ['<div>New words</div><blockquote type="cite"><p>old</p><p>old2</p><blockquote>older</blockquote></blockquote><div>after</div>', 'New words\n\n> old\n\n> old2\n\n> > older\n\nafter'],
    ['<p>x</p><div class="gmail_quote">On Monday A wrote:<blockquote>q</blockquote></div>', 'x\n\n> On Monday A wrote:\n\n> > q'],
    ['line one<br>line two<br/>line three &quot;x&quot;', 'line one\nline two\nline three "x"'],
    ['<html><head><title>t</title><style>p{color:red}</style><script>alert(1)</script></head><body><p>Hi</p></body></html>', 'Hi'],
    ['<style>p > a {}</style><div>Hi</div>', 'Hi'],
    ['<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['<div>x<pre>a\n  b\n\nc</pre></div>', 'x\n\na\n  b\n\nc'],
    ['<p>nice <img alt="😀" src="x"> <img alt="logo"></p>', 'nice 😀'],
    ['<p style="display:none">preview</p><p>y&nbsp;&nbsp;z</p>', 'y z'],
    ['<p>one\n  two</p>\n\n<p>three<o:p></o:p></p>', 'one two\n\nthree'],
    ['<p>say &lt;p&gt;x&lt;/p&gt;</p>', 'say <p>x</p>'],
    ['<p></p>', ''],
  ])('is read as its words: %j', (html, text) => expect(plainOf(html)).toBe(text));

  it.each([
    'if a < b then c > d', 'List<String> x = new ArrayList<>()', '<p>if a < b</p>', '<project><version>1</version></project>', 'see <p>foo</p> here', '<button>Save</button>', 'the <br> tag and <br> again', '<b>bold</b>',
    'Tom &amp; Jerry', '<p>unknown <T> here</p>', '```\n<p>x</p>\n```', '<script>alert(1)</script>', '<div><script>x()</script></div>', 'Map<K, V> <br> std::vector<int>', '<anna@example.com>', '<>', '<', '<p', '1 <2> 3',
    '<div>{{#each rows}}<Row />{{/each}}</div>',
  ])('anything else stays letter for letter: %s', (text) => expect(plainOf(text)).toBe(text));

  const word = fc.constantFrom('export', 'fails', 'a & b', 'x < y', '"quoted"', 'größer', '出力', '😀', 'R&D;', '&amp;', '<p>');
  const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

  it('gives back every word that was written into it, in order, and nothing else', () => {
    const paragraph = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(fc.tuple(paragraph, fc.constantFrom('p', 'div', 'li', 'h2', 'blockquote')), { minLength: 1, maxLength: 6 }), (parts) => {
        const html = parts.map(([text, tag]) => (tag === 'li' ? `<ul><li>${escaped(text)}</li></ul>` : `<${tag}>${escaped(text)}</${tag}>`)).join('');
        expect(isHtml(html)).toBe(true);
        expect(plainOf(html).split('\n').filter((line) => line !== '')).toEqual(parts.map(([text, tag]) => (tag === 'blockquote' ? `> ${text}` : text)));
      }),
    );
  });

  it('takes any text, and leaves one without a tag as it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => typeof textOfHtml(text) === 'string' && (/<[a-z!/]/i.test(text) || plainOf(text) === text)));
  });

  it.each(['<p>', '<', '<blockquote>', '<p>a</p>', '<!--', '<style>', '<a href="', '&lt;', 'x<br>', '<p a="'])('comes to an end on 64 kB of «%s»', (piece) => {
    expect(typeof plainOf(piece.repeat(Math.floor(64_000 / piece.length)))).toBe('string');
  });
});
