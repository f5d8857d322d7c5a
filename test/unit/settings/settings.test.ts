import { describe, expect, it } from 'vitest';
import { isValidSetting } from '../../../shared/settings/definition.ts';
import { completeSettings, findSetting, settings } from '../../../shared/settings/settings.ts';

describe('settings', () => {
  it('begin with values that fit their own definition', () => {
    expect(settings.filter((setting) => !isValidSetting(setting, setting.initial))).toEqual([]);
  });

  it('have keys that are there once', () => {
    expect(new Set(settings.map(({ key }) => key)).size).toBe(settings.length);
  });

  it('are completed, and stored values that no longer fit give way', () => {
    const values = completeSettings({ theme: 'dark', density: 'tiny', zoom: 9, unknown: 1, 'shield.media': false });
    expect(values.theme).toBe('dark');
    expect(values.density).toBe('comfortable');
    expect(values.zoom).toBe(1);
    expect(values['shield.media']).toBe(false);
    expect(values).not.toHaveProperty('unknown');
  });

  it.each([
    ['theme', 'dark', true],
    ['theme', 'pink', false],
    ['zoom', Number.NaN, false],
    ['zoom', 1.5, true],
    ['moderator.alias', 'x'.repeat(81), false],
    ['keyboard.remap', { 'queue.next': 'n' }, true],
    ['keyboard.remap', ['n'], false],
    ['keyboard.remap', { 'queue.next': 1 }, false],
    ['lock.withScreen', 'yes', false],
  ])('%s = %j fits: %s', (key, value, fits) => {
    const definition = findSetting(key);
    expect(definition && isValidSetting(definition, value)).toBe(fits);
  });

  it('keep nothing about a person where it can be read while locked', () => {
    const readable = settings.filter((setting) => 'readableWhileLocked' in setting).map(({ key }) => key);
    expect(readable).toEqual(['language', 'numerals', 'theme', 'density', 'motion', 'zoom']);
  });
});
