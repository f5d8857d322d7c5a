import { describe, expect, it } from 'vitest';
import { commandGroups } from '../../../shared/commands/command.ts';
import { commands } from '../../../shared/commands/commands.ts';
import { menuRoles, menus } from '../../../shared/commands/menu.ts';
import { errorCodes } from '../../../shared/ipc/errors.ts';
import { strings as arabic } from '../../../shared/strings/ar.ts';
import { strings as english } from '../../../shared/strings/en.ts';
import { comparePlurals, listKeys, pluralFormsOf } from '../../../shared/strings/plural-forms.ts';

const topics = Object.keys(english) as (keyof typeof english)[];

function textsOf(strings: object): [string, string][] {
  return Object.entries(strings).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[key, value] as [string, string]]
      : textsOf(value as object).map(([inner, text]) => [`${key}.${inner}`, text] as [string, string]),
  );
}

describe('the catalogues', () => {
  it('have the same topics', () => {
    expect(Object.keys(arabic).sort()).toEqual([...topics].sort());
  });

  it('know six plural forms in Arabic and two in English', () => {
    expect(pluralFormsOf('ar')).toEqual(['few', 'many', 'one', 'other', 'two', 'zero']);
    expect(pluralFormsOf('en')).toEqual(['one', 'other']);
  });

  it.each(topics)('have every key of %s in Arabic, with all plural forms', (topic) => {
    expect(comparePlurals(english[topic], arabic[topic], 'ar')).toEqual([]);
  });

  it.each(topics)('have both English forms wherever %s counts', (topic) => {
    expect(comparePlurals(english[topic], english[topic], 'en')).toEqual([]);
  });

  it.each(topics)('have no empty text in %s', (topic) => {
    const empty = [...textsOf(english[topic]), ...textsOf(arabic[topic])].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it.each(topics)('put no value into an Arabic text of %s that English does not give', (topic) => {
    const valuesIn = (text: string): string[] => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '');
    const stem = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
    const given = new Map<string, Set<string>>();
    for (const [key, text] of textsOf(english[topic])) {
      given.set(stem(key), new Set([...(given.get(stem(key)) ?? []), ...valuesIn(text)]));
    }
    const strangers = textsOf(arabic[topic]).filter(
      ([key, text]) => !valuesIn(text).every((name) => name === 'count' || given.get(stem(key))?.has(name)),
    );
    expect(strangers).toEqual([]);
  });

  it.each(topics)('write counts of %s in the digits of the language', (topic) => {
    const bare = [...textsOf(english[topic]), ...textsOf(arabic[topic])].filter(([, text]) =>
      /\{\{\s*count\s*\}\}/.test(text),
    );
    expect(bare).toEqual([]);
  });
});

describe('comparing plurals', () => {
  it('names what is missing and what nobody asked for', () => {
    const translated = { a: 'x', n_one: 'x', n_other: 'x', stray: 'x' };
    expect(comparePlurals({ a: 'x', b: 'x', n_one: 'x', n_other: 'x' }, translated, 'ar').sort()).toEqual([
      'missing b',
      'missing n_few',
      'missing n_many',
      'missing n_two',
      'missing n_zero',
      'unknown stray',
    ]);
  });
});

describe('words that lists in the code ask for', () => {
  it('name every error code', () => {
    expect(Object.keys(english.errors).sort()).toEqual([...errorCodes].sort());
  });

  it('name every command, group, menu and role', () => {
    const wanted = [
      ...commands.map(({ id }) => `title.${id}`),
      ...commandGroups.map((group) => `group.${group}`),
      ...menus.map(({ id }) => `menu.${id}`),
      ...menuRoles.map((role) => `menu.role.${role}`),
    ];
    const present = listKeys(english.commands);
    expect(wanted.filter((key) => !present.includes(key))).toEqual([]);
    expect(present.filter((key) => key.startsWith('title.') && !wanted.includes(key))).toEqual([]);
  });
});
