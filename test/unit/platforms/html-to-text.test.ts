import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../../electron/data/platforms/decode/html-to-text.ts';

describe('post HTML as text', () => {
  it.each([
    ['plain words', 'plain words'],
    ['<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['<p>one<br />two<br>three</p>', 'one\ntwo\nthree'],
    ['<ul><li>a</li><li>b</li></ul><p>c</p>', '• a\n• b\n\nc'],
    ['<blockquote><p>said</p></blockquote><p>answered</p>', 'said\n\nanswered'],
    ['Tom &amp; Jerry &lt;3 &quot;x&quot; &#x1F642;', 'Tom & Jerry <3 "x" 🙂'],
    [':blobcat: <img alt=":heart:" src="https://a.example/h.png">', ':blobcat: :heart:'],
    ['<p>first</p>\n  <p>second</p>', 'first\n\nsecond'],
    ['', ''],
  ])('turns %j into %j', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('shows the full address of a link, once', () => {
    const shortened =
      '<a href="https://a.example/very/long/path"><span class="invisible">https://</span><span class="ellipsis">a.example/very</span><span class="invisible">/long/path</span></a>';
    expect(htmlToText(`<p>${shortened}</p>`)).toBe('https://a.example/very/long/path');
  });

  it('shows where a link leads when its words say otherwise', () => {
    expect(htmlToText('<a href="https://bad.example/x">https://bank.example</a>')).toBe(
      'https://bank.example (https://bad.example/x)',
    );
    expect(htmlToText('<a href="javascript:alert(1)">here</a>')).toBe('here (javascript:alert(1))');
    expect(htmlToText('<a class="mention" href="https://bad.example/x">@rowan</a>')).toBe(
      '@rowan (https://bad.example/x)',
    );
  });

  it('adds the server to a mention of somebody elsewhere only', () => {
    const mention = (host: string) => `<a href="https://${host}/@rowan" class="u-url mention">@<span>rowan</span></a>`;
    expect(htmlToText(mention('far.example'), 'near.example')).toBe('@rowan@far.example');
    expect(htmlToText(mention('near.example'), 'near.example')).toBe('@rowan');
  });

  it('keeps hashtags short', () => {
    const tag = '<a href="https://a.example/tags/bookclub" class="mention hashtag">#<span>bookclub</span></a>';
    expect(htmlToText(tag)).toBe('#bookclub');
  });

  it('leaves out what is never meant to be read, and everything that could run', () => {
    const html =
      '<p>a</p><script>alert(1)</script><style>p{}</style><template><p>t</p></template><iframe src="//x">f</iframe><p onclick="x()">b</p>';
    expect(htmlToText(html)).toBe('a\n\nb');
  });

  it('keeps direction controls, which are part of what was written', () => {
    expect(htmlToText('<p>\u202Eabc\u2067</p>')).toBe('\u202Eabc\u2067');
  });

  it('survives nesting that would overflow a recursive reader', () => {
    const depth = 20_000;
    expect(htmlToText(`${'<b>'.repeat(depth)}x${'</b>'.repeat(depth)}`)).toBe('x');
  });

  it('costs no more than its length with very many paragraphs', () => {
    const count = 50_000;
    expect(htmlToText('<p>x</p>'.repeat(count)).length).toBe(count + 2 * (count - 1));
  });
});
