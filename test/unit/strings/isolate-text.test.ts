import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolateText, splitActingCharacters, stripActingCharacters } from '../../../shared/domain/isolate-text.ts';

/** Ordinary text mixed with every character that could do harm, lone surrogates included. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom('أ', 'ب', '٣', 'й', '日', '\u202a', '\u202e', '\u2066', '\u2068', '\u2069', '\u200b', '\u200f'),
      fc.constantFrom(
        '\u0000',
        '\u001b',
        '\u0085',
        '\u2028',
        '\ufeff',
        '\u{e0041}',
        '\ud83d',
        '\udc69',
        '👩\u200d👧',
        '\n',
      ),
    ),
  )
  .map((parts) => parts.join(''));

const directionControls = /[\u202a-\u202e\u2066-\u2069]/;

describe('text of other people', () => {
  it('is set between isolates that it cannot leave', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const isolated = isolateText(text);
        const inner = /^[\u2066-\u2068]/.test(isolated) ? isolated.slice(1, -1) : isolated;
        expect(inner).not.toMatch(directionControls);
      }),
    );
  });

  it('stays bare where it holds only digits and signs', () => {
    expect(isolateText('1,234')).toBe('1,234');
    expect(isolateText('٣')).toBe('٣');
    expect(isolateText('50 %')).toBe('50 %');
    expect(isolateText('3 km')).toBe('\u20683 km\u2069');
  });

  it('runs in the direction of its letters, whatever mark a number of it begins with', () => {
    const signed = new Intl.NumberFormat('ar', { signDisplay: 'exceptZero' }).format(10);
    expect(signed.startsWith('\u200e')).toBe(true);
    expect(isolateText(`${signed} نقاط (من \u200e-7 إلى \u200e+25)`)).toMatch(/^\u2067.*\u2069$/);
    expect(isolateText('\u200e+10 points')).toMatch(/^\u2066.*\u2069$/);
    expect(isolateText('25 نقطة (من \u200e-7)')).toMatch(/^\u2068.*\u2069$/);
    expect(isolateText(signed)).toBe(signed);
  });

  it('keeps what belongs to spelling', () => {
    const persian = 'می\u200cخواهم';
    expect(stripActingCharacters(persian)).toBe(persian);
    const family = '👩\u200d👩\u200d👧';
    expect(stripActingCharacters(family)).toBe(family);
    expect(stripActingCharacters('عربي\u200f!')).toBe('عربي\u200f!');
  });

  it('loses control characters and invisible fillers', () => {
    expect(stripActingCharacters('a\u0000b\u200bc\ufeff\u{e0041}')).toBe('a bc');
  });

  it('is cut so that nothing is lost and nothing acts', () => {
    expect(splitActingCharacters('safe\u202egpj.exe')).toEqual([
      { kind: 'text', text: 'safe' },
      { kind: 'control', codePoint: 'U+202E' },
      { kind: 'text', text: 'gpj.exe' },
    ]);
    expect(splitActingCharacters('two\nlines\tand tabs')).toEqual([{ kind: 'text', text: 'two\nlines\tand tabs' }]);
    expect(splitActingCharacters('')).toEqual([]);
  });

  it('is whole again when the pieces are put together', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const joined = splitActingCharacters(text)
          .map((piece) =>
            piece.kind === 'text' ? piece.text : String.fromCodePoint(Number.parseInt(piece.codePoint.slice(2), 16)),
          )
          .join('');
        expect(joined).toBe(text);
      }),
    );
  });
});
