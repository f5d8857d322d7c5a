import { describe, expect, it } from 'vitest';
import { nameOf, plainText } from '../../../electron/data/platforms/nodebb/plain-text.ts';

describe('words from NodeBB', () => {
  it.each([
    ['It&#x27;s 5 &gt; 3 &amp; &quot;so&quot; &lt;b&gt; a&#x2F;b &#x5C; &#96;', `It's 5 > 3 & "so" <b> a/b \\ \``],
    ['&amp;lt;', '&lt;'],
    ['plain', 'plain'],
    // Not escaped by the server: somebody typed the entity themselves.
    ['write &amp; as "&"', 'write &amp; as "&"'],
    ['R&B &amp; soul', 'R&B &amp; soul'],
    ['<b>&lt;</b>', '<b>&lt;</b>'],
    ['', ''],
  ])('reads %j as typed', (sent, typed) => {
    expect(plainText(sent)).toBe(typed);
  });

  it('takes the word out of a key that stands for a name, and nothing else', () => {
    expect(nameOf('[[global:former-user]]')).toBe('former-user');
    expect(nameOf('[[global:guest]]')).toBe('guest');
    expect(nameOf('[[x]] y')).toBe('[[x]] y');
    expect(nameOf('O&#x27;Neil')).toBe("O'Neil");
  });
});
