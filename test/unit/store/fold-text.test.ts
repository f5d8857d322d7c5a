import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldClusters } from '../../../electron/data/store/search/fold-text.ts';
import { indexableText } from '../../../electron/data/store/search/tokens.ts';

function folded(text: string): string {
  let result = '';
  foldClusters(text, (cluster) => {
    result += cluster;
  });
  return result;
}

describe('folding', () => {
  it.each([
    ['accents', 'Żółć ÉCOLE naïve Ångström', 'zolc ecole naive angstrom'],
    [
      'letters that do not decompose',
      'Łódź Ærø Œuvre Đorđe þing straße STRAẞE',
      'lodz aero oeuvre dorde thing strasse strasse',
    ],
    ['both kinds of i of Turkish', 'İSTANBUL istanbul ISPARTA ısparta', 'istanbul istanbul isparta isparta'],
    ['harakat and tatweel', 'مُحَمَّدٌ مـــحمد', 'محمد محمد'],
    ['alef and hamza', 'أحمد إحمد آحمد ٱحمد مسؤول', 'احمد احمد احمد احمد مسوول'],
    ['alef maqsura and ta marbuta', 'مستشفى مدرسة', 'مستشفي مدرسه'],
    ['Persian and Urdu ya and kaf', 'کتاب یک ہے', 'كتاب يك هي'],
    ['Arabic presentation forms', 'ﻣﺤﻤﺪ', 'محمد'],
    ['digits of any script', '٢٠٢٦ ۲۰۲۶ २०२६ ２０２６ ๒๐๒๖', '2026 2026 2026 2026 2026'],
    ['yo, but not short i', 'Ёлка ёж Йод война й', 'елка еж йод война й'],
    ['short i written in two parts', 'и\u0306од', 'йод'],
    ['stress marks in Cyrillic', 'за\u0301мок', 'замок'],
    ['full-width Latin', 'ＡＢｃ', 'abc'],
    ['katakana, hiragana and half-width', 'カタカナ かたかな ｶﾀｶﾅ', 'かたかな かたかな かたかな'],
    ['voiced kana apart from plain', 'ハバパ ﾊﾊﾞﾊﾟ は\u3099', 'はばぱ はばぱ ば'],
    ['Greek final sigma', 'Οδυσσεύς', 'οδυσσευσ'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['invisible characters', 'a\u200Bb\u200D\u202Ec\u2066d\u00ADe\uFEFF', 'abcde'],
    ['Hangul in parts', '한국어'.normalize('NFD'), '한국어'],
  ])('folds %s', (_name, text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it('keeps vowel signs where they are letters', () => {
    expect(folded('हिन्दी')).not.toBe(folded('हन्द'));
    expect(folded('กิน')).not.toBe(folded('กน'));
  });

  it('keeps short i apart from i', () => {
    expect(folded('мой')).not.toBe(folded('мои'));
  });

  it('is the same for a text written composed and decomposed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(indexableText(text.normalize('NFD'))).toBe(indexableText(text.normalize('NFC')));
      }),
    );
  });

  it('covers the whole text with offsets that do not overlap, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let end = 0;
        foldClusters(text, (_folded, from, to) => {
          if (from !== end || to <= from) throw new Error('clusters must follow each other');
          end = to;
        });
        expect(end).toBe(text.length);
      }),
    );
  });

  it('is stable: folding what was folded changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const once = folded(text);
        expect(folded(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});

describe('tokens', () => {
  it('cuts unspaced scripts into pairs and keeps the last character', () => {
    expect(indexableText('今日は')).toBe('今日 日は は');
    expect(indexableText('한국어')).toBe('한국 국어 어');
  });

  it('parts words from unspaced text and takes handles apart', () => {
    expect(indexableText('ID123番 @dark_moon@social.example')).toBe('id123 番 dark moon social example');
  });

  it('makes a pictograph a word', () => {
    expect(indexableText('so🌈nice 🏳️‍🌈')).toBe('so 🌈 nice 🏳 🌈');
  });

  it('holds nothing that the index would take for anything but letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(indexableText(text)).not.toMatch(/["'()*^:{}+\-\p{Cc}]/u);
      }),
    );
  });
});
