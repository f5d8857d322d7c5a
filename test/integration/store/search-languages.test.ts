import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../electron/data/store/open.ts';
import { indexText } from '../../../electron/data/store/search/index-text.ts';
import { search } from '../../../electron/data/store/search/search.ts';
import { aReport } from '../../builders/case-work.ts';
import { testNow } from '../../builders/insert-row.ts';
import { aCommunity, aMember } from '../../builders/people.ts';
import { aKey } from '../../builders/store.ts';
import { readReportedContent, whyNoReportedContent } from './reported-content.ts';

const reason = whyNoReportedContent();
const languages = ['ar', 'de', 'en', 'es', 'fr', 'it', 'pl', 'pt'] as const;

const harakat = ['\u064E', '\u064F', '\u0650', '\u0651', '\u0652', '\u064B'];
const everyLetter = (text: string, change: (letter: string, index: number) => string) =>
  [...text].map((letter, index) => (/\p{L}/u.test(letter) ? change(letter, index) : letter)).join('');

/** Written apart from the product's folding, so that one can find a fault in the other. */
const plainLatin: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd' };
const withoutAccents = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßłøæœđ]/g, (letter) => plainLatin[letter] ?? letter);

const anyLanguage: Readonly<Record<string, (text: string) => string>> = {
  'as it stands': (text) => text,
  'in capitals': (text) => text.toUpperCase(),
  'in small letters': (text) => text.toLowerCase(),
  'with letters in two parts': (text) => text.normalize('NFD'),
  'with invisible characters': (text) =>
    everyLetter(text, (letter, index) => (index % 3 ? letter : `${letter}\u200B\u2060`)),
};
const latin = {
  ...anyLanguage,
  'without accents': withoutAccents,
  'without accents, in capitals': (text: string) => withoutAccents(text).toUpperCase(),
  'in full width': (text: string) =>
    text.replace(/[a-zA-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
};
const arabic = {
  ...anyLanguage,
  'with harakat': (text: string) => everyLetter(text, (letter, index) => letter + harakat[index % harakat.length]),
  'with tatweel': (text: string) => everyLetter(text, (letter) => `${letter}\u0640`),
  'with every alef hamzated': (text: string) => text.replace(/[اأإآ]/g, 'أ'),
  'with every alef hamzated below': (text: string) => text.replace(/[اأإآ]/g, 'إ'),
  'with every alef bare': (text: string) => text.replace(/[أإآٱ]/g, 'ا'),
  'with ya for alef maqsura': (text: string) => text.replace(/ى/g, 'ي'),
  'with alef maqsura for ya': (text: string) => text.replace(/ي/g, 'ى'),
  'with ha for ta marbuta': (text: string) => text.replace(/ة/g, 'ه'),
  'from a Persian keyboard': (text: string) => text.replace(/ي/g, 'ی').replace(/ك/g, 'ک'),
};

describe.skipIf(reason !== undefined)(`finding real reported texts${reason ? ` (skipped: ${reason})` : ''}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-search-'));
  const texts = new Map<string, Map<number, string>>();
  let store: Store;

  beforeAll(() => {
    store = openStore({ file: join(folder, 'hearth.db'), key: aKey() });
    for (const language of languages) {
      store.transaction((db) => {
        const communityId = aCommunity(db);
        const member = aMember(db, communityId);
        const byId = new Map<number, string>();
        for (const text of readReportedContent(language)) {
          const rowId = aReport(db, communityId, { comment: text, target_member_id: member });
          indexText(db, { kind: 'report', rowId, communityId, caseId: null, at: testNow, text });
          byId.set(rowId, text);
        }
        texts.set(language, byId);
      });
    }
  });
  afterAll(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const cases = languages.flatMap((language) =>
    Object.entries(language === 'ar' ? arabic : latin).map(([name, change]) => ({ language, name, change })),
  );

  it.each(cases)('$language typed $name', ({ language, change }) => {
    const all = [...(texts.get(language) ?? [])];
    expect(all.length).toBeGreaterThan(3000);
    for (const [rowId, text] of all.filter((_, index) => index % 40 === 0)) {
      const { hits } = search(store.read, { query: change(text.replace(/["“”„«»]/g, ' ')), limit: 200 });
      expect(hits.map((hit) => hit.rowId)).toContain(rowId);
    }
  });

  it.each(languages.filter((language) => language !== 'ar'))(
    '%s: finds exactly the texts that hold a word',
    (language) => {
      const words = (text: string) => withoutAccents(text.toLowerCase()).split(/[^\p{L}\p{N}]+/u);
      const byWord = new Map<string, number[]>();
      for (const [rowId, text] of texts.get(language) ?? []) {
        for (const word of new Set(words(text))) byWord.set(word, [...(byWord.get(word) ?? []), rowId]);
      }
      const [firstRow = 0] = texts.get(language)?.keys() ?? [];
      const community = store.read.prepare('SELECT community_id AS id FROM reports WHERE id = ?').get(firstRow) as {
        id: never;
      };
      const rare = [...byWord].filter(([word, rows]) => word.length > 1 && rows.length < 150);
      for (const [word, rows] of rare.filter((_, index) => index % 10 === 0)) {
        const { hits } = search(store.read, { query: `${word} `, communityIds: [community.id], limit: 200 });
        expect(hits.map((hit) => hit.rowId).sort((a, b) => a - b)).toEqual(rows);
      }
    },
  );

  it('keeps no readable copy of what it indexed', () => {
    const tables = store.read.prepare(`SELECT name FROM sqlite_schema WHERE name LIKE 'search_index%'`).pluck().all();
    expect(tables).not.toContain('search_index_content');
    expect(store.read.prepare('SELECT text, facets FROM search_index LIMIT 1').get()).toEqual({
      text: null,
      facets: null,
    });
  });
});
