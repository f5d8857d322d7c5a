import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../../electron/data/platforms/decode/html-to-text.ts';
import { RemoteValue, ShapeError } from '../../../electron/data/platforms/decode/remote-value.ts';
import { decodeReport } from '../../../electron/data/platforms/mastodon/decode-report.ts';
import { escapeHtml, postHtml } from '../../../electron/data/practice/entities/post-html.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 80 });

describe('whatever a server sends', () => {
  it('gives escaped text back as it was written', () => {
    fc.assert(
      fc.property(words, (text) => {
        const written = text.replace(/\r\n?|\0/g, '').trim();
        expect(htmlToText(`<p>${escapeHtml(written)}</p>`)).toBe(written);
      }),
    );
  });

  it('reads what the practice server writes', () => {
    const line = fc.stringMatching(/^[\p{L}\p{N} .,!?🙂]{1,60}$/u);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        const text = lines.map((one) => one.trim() || 'x').join('\n\n');
        expect(htmlToText(postHtml(text, 'http://127.0.0.1:1'))).toBe(text);
      }),
    );
  });

  it('reads any markup to its end', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[<>/="'& a-z]{0,120}$/), (html) => {
        expect(() => htmlToText(html)).not.toThrow();
      }),
    );
  });

  it('takes a report or names the field that is wrong, and does nothing else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        try {
          decodeReport(new RemoteValue(raw), raw, null);
        } catch (error) {
          expect(error).toBeInstanceOf(ShapeError);
        }
      }),
    );
  });
});
