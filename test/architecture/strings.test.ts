import { describe, expect, it } from 'vitest';
import { comparePlurals, listKeys } from '../../shared/strings/plural-forms.ts';
import { readSourceFiles } from './source-files.ts';

type Tree = { readonly [key: string]: string | Tree };

const topics = (language: string): Map<string, Tree> =>
  new Map(
    readSourceFiles(new RegExp(`^shared/strings/${language}/.*\\.json$`)).map((file) => [
      file.path.replace(/^.*\/|\.json$/g, ''),
      JSON.parse(file.text) as Tree,
    ]),
  );

const english = topics('en');
const arabic = topics('ar');

/** Walks like listKeys, so that a key with a dot in it reads the same. */
function textsOf(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : [...textsOf(value, `${prefix}${key}.`)],
    ),
  );
}

const textOf = (tree: Tree | undefined, key: string): string => textsOf(tree ?? {}).get(key) ?? '';

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1] ?? ''))].sort();

describe('the string catalogue', () => {
  it('has the same topics in both languages', () => {
    expect([...arabic.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each([...english.keys()])('is complete in Arabic, all plural forms included: %s', (topic) => {
    expect(comparePlurals(english.get(topic) ?? {}, arabic.get(topic) ?? {}, 'ar')).toEqual([]);
  });

  it.each([...english.keys()])('fills in the same values in Arabic: %s', (topic) => {
    const from = english.get(topic) ?? {};
    const to = arabic.get(topic) ?? {};
    const different = listKeys(to).filter((key) => {
      // The forms for none, one and two may say the number in words.
      const mayOmit = /_(zero|one|two)$/.test(key) ? ['count'] : [];
      const source = textOf(from, key) || textOf(from, key.replace(/_(zero|one|two|few|many)$/, '_other'));
      const wanted = placeholders(source).filter((name) => !mayOmit.includes(name));
      const got = placeholders(textOf(to, key)).filter((name) => !mayOmit.includes(name));
      // Nothing at all needs no further values.
      if (key.endsWith('_zero')) return got.some((name) => !wanted.includes(name));
      return wanted.join() !== got.join();
    });
    expect(different).toEqual([]);
  });

  it('says nothing empty and overrides no direction', () => {
    const wrong = [...english, ...arabic].flatMap(([topic, tree]) =>
      listKeys(tree)
        .filter((key) => textOf(tree, key).trim() === '' || /[\u202a-\u202e]/u.test(textOf(tree, key)))
        .map((key) => `${topic}:${key}`),
    );
    expect(wrong).toEqual([]);
  });

  it('names no value after an option of its own format, which would take the value for the option', () => {
    const clash =
      /\{\{\s*(day|month|year|weekday|hour|minute|second|era|style|unit|currency|notation|timeZone)\s*,\s*(datetime|number)/;
    const wrong = [...english, ...arabic].flatMap(([topic, tree]) =>
      listKeys(tree)
        .filter((key) => /datetime/.test(clash.exec(textOf(tree, key))?.[2] ?? ''))
        .map((key) => `${topic}:${key}`),
    );
    expect(wrong).toEqual([]);
  });

  it('is Arabic in Arabic', () => {
    const latin = [...arabic].flatMap(([topic, tree]) =>
      listKeys(tree)
        .filter((key) => {
          const words = textOf(tree, key).replace(/\{\{[^}]*\}\}/g, '');
          return /\p{Script=Latin}{2}/u.test(words) && !/\p{Script=Arabic}/u.test(words);
        })
        .filter((key) => textOf(tree, key) !== textOf(english.get(topic), key))
        .map((key) => `${topic}:${key}`),
    );
    expect(latin).toEqual([]);
  });
});

describe('the window’s source', () => {
  it('has no words of its own', () => {
    const attribute = /\s(aria-label|aria-description|title|placeholder|alt|label|description)="[^"]*\p{L}{2}/u;
    const sources = readSourceFiles(/^renderer\/.*\.tsx$/);
    const found = sources.flatMap((file) => file.text.split('\n').filter((line) => attribute.test(line)));
    expect(found).toEqual([]);
  });
});
