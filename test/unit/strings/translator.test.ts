import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../shared/strings/create-translator.ts';
import { chooseLanguage, directionOf } from '../../../shared/strings/languages.ts';
import { toPseudoText } from '../../../shared/strings/pseudo-language.ts';

describe('a translator', () => {
  it('speaks English and Arabic with their plurals', async () => {
    const english = await createTranslator('en');
    expect(english.t('app:status.waiting', { count: 1 })).toBe('1 decision waiting');
    expect(english.t('app:status.waiting', { count: 1234 })).toBe('1,234 decisions waiting');
    const arabic = await createTranslator('ar');
    expect(arabic.t('app:status.waiting', { count: 2 })).toBe('قراران منتظران');
    expect(arabic.t('app:status.waiting', { count: 0 })).toBe('لا قرارات منتظرة');
  });

  it('keeps the direction of values inside, and the sentence outside, their isolates', async () => {
    const english = await createTranslator('en');
    const name = 'أمل \u202eevil\u2069';
    expect(english.t('communities:disconnect.title', { name })).toBe('Disconnect \u2068أمل evil\u2069?');
  });

  it('leaves text that looks like HTML as it is', async () => {
    const english = await createTranslator('en');
    expect(english.t('communities:disconnect.title', { name: '<b>&' })).toContain('<b>&');
  });

  it('makes a pseudo-language that shows what was not translated', async () => {
    const pseudo = await createTranslator('en-XA');
    expect(pseudo.t('app:ui.cancel')).toMatch(/^\[Çáñçéľ|^\[Çáñçél/);
    expect(toPseudoText('About {{count, number}} people')).toContain('{{count, number}}');
    expect(toPseudoText('See <link>this</link>')).toContain('<link>');
  });
});

describe('languages', () => {
  it('are chosen from what the system prefers, English otherwise', () => {
    expect(chooseLanguage(['fr-CA', 'ar-MA', 'en'])).toBe('ar');
    expect(chooseLanguage(['fr'])).toBe('en');
  });

  it('know their direction', () => {
    expect(directionOf('ar')).toBe('rtl');
    expect(directionOf('en')).toBe('ltr');
    expect(directionOf('en-XA')).toBe('ltr');
  });
});
