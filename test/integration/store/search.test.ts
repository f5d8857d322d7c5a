import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../electron/data/store/open.ts';
import { forgetRemovedText } from '../../../electron/data/store/search/forget-removed-text.ts';
import {
  indexText,
  moveTextToCase,
  removeText,
  type SearchKind,
} from '../../../electron/data/store/search/index-text.ts';
import { reindex } from '../../../electron/data/store/search/reindex.ts';
import {
  search,
  searchCandidatesSql,
  searchCases,
  searchCasesSql,
} from '../../../electron/data/store/search/search.ts';
import type { CaseId, CommunityId } from '../../../shared/domain/ids.ts';
import { aCase, aNote, aReport, aSnapshot, aSubject } from '../../builders/case-work.ts';
import { testNow } from '../../builders/insert-row.ts';
import { aCommunity, aMember } from '../../builders/people.ts';
import { aStore } from '../../builders/store.ts';

interface Filled {
  readonly store: Store;
  readonly community: CommunityId;
  /** Finds reports by what is typed and answers their texts. */
  readonly find: (typed: string) => readonly string[];
}

function aStoreOfReports(texts: readonly string[]): Filled {
  const store = aStore();
  const community = store.transaction((db) => {
    const communityId = aCommunity(db);
    const target = aMember(db, communityId);
    for (const [index, text] of texts.entries()) {
      const rowId = aReport(db, communityId, { comment: text, target_member_id: target });
      indexText(db, { kind: 'report', rowId, communityId, caseId: null, at: testNow + index, text });
    }
    return communityId;
  });
  const comment = store.read.prepare('SELECT comment FROM reports WHERE id = ?').pluck();
  const find = (typed: string) =>
    search(store.read, { query: typed, limit: 50 }).hits.map(({ rowId }) => String(comment.get(rowId)));
  return { store, community, find };
}

const turkish = ['Isparta ve İstanbul güzel şehirler', 'ılık çay içtim', 'Kapıyı açık bırakma', 'DIŞARIDA YAĞMUR VAR'];
const japanese = [
  '明日は京都の図書館で会いましょう',
  'ﾗｰﾒﾝを食べに行く',
  'ポケットに飴が入っていた',
  'かたかなをカタカナで書く',
  '犬',
];
const mixed = [
  'Ёлка стоит, а ёж спит',
  'Мой чай',
  'мои книги',
  'Thé à la menthe',
  'ไปเที่ยวทะเลกัน',
  '오늘은 도서관에서 만나요',
  'שָׁלוֹם חברים',
];

describe('finding texts of languages with letters of their own', () => {
  const { find } = { find: (texts: readonly string[], typed: string) => aStoreOfReports(texts).find(typed) };

  it.each([
    ['istanbul', turkish[0]],
    ['ISTANBUL', turkish[0]],
    ['İSTANBUL', turkish[0]],
    ['ıspart', turkish[0]],
    ['ILIK', turkish[1]],
    ['ilik', turkish[1]],
    ['cay ictim', turkish[1]],
    ['kapıyı', turkish[2]],
    ['KAPIYI', turkish[2]],
    ['kapiyi acik', turkish[2]],
    ['dışarıda yağmur', turkish[3]],
    ['disarida yagmur', turkish[3]],
  ])('Turkish: %s', (typed, expected) => {
    expect(find(turkish, typed)).toEqual([expected]);
  });

  it.each([
    ['図書館', japanese[0]],
    ['館で', japanese[0]],
    ['京都 図書', japanese[0]],
    ['館', japanese[0]],
    ['ラーメン', japanese[1]],
    ['らーめん', japanese[1]],
    ['ﾎﾟｹｯﾄ', japanese[2]],
    ['飴', japanese[2]],
    ['た', japanese[2]],
    ['犬', japanese[4]],
  ])('Japanese: %s', (typed, expected) => {
    expect(find(japanese, typed)).toContain(expected);
  });

  it('Japanese: does not find what only looks alike in parts', () => {
    expect(find(japanese, '図館')).toEqual([]);
    expect(find(japanese, '書図')).toEqual([]);
    expect(find(japanese, 'ボケット')).toEqual([]);
  });

  it.each([
    ['елка', [mixed[0]]],
    ['ЁЖ', [mixed[0]]],
    ['мой', [mixed[1]]],
    ['мои ', [mixed[2]]],
    ['the a la menthe', [mixed[3]]],
    ['ทะเล', [mixed[4]]],
    ['도서관', [mixed[5]]],
    ['관', [mixed[5]]],
    ['שלום', [mixed[6]]],
  ])('other scripts: %s', (typed, expected) => {
    expect(find(mixed, typed)).toEqual(expected);
  });
});

describe('the search', () => {
  const texts = [
    'dark moon rising',
    'moon is dark',
    'the darkest hour',
    'moonlight',
    "l'heure bleue",
    'a dark\u202E moon',
  ];

  it.each([
    ['moon dark ', ['a dark\u202E moon', 'moon is dark', 'dark moon rising']],
    ['"dark moon"', ['a dark\u202E moon', 'dark moon rising']],
    ['moon', ['a dark\u202E moon', 'moon is dark', 'dark moon rising', 'moonlight']],
    ['moon ', ['a dark\u202E moon', 'moon is dark', 'dark moon rising']],
    ['dar', ['a dark\u202E moon', 'the darkest hour', 'moon is dark', 'dark moon rising']],
    ["L'HEURE", ["l'heure bleue"]],
    ['heure', ["l'heure bleue"]],
    ['moon absent ', []],
    ['', []],
    ['"" * ^', []],
  ])('for %s answers whole words first and newer first', (typed, expected) => {
    expect(aStoreOfReports(texts).find(typed)).toEqual(expected);
  });

  it('never throws, whatever is typed', () => {
    const { store } = aStoreOfReports(texts);
    const syntax = fc.constantFrom(
      '"',
      "'",
      '*',
      '^',
      '(',
      ')',
      ':',
      '-',
      '+',
      'AND',
      'OR',
      'NOT',
      'NEAR(',
      'text:',
      'facets : c1',
      '\u0000',
      '{',
      '}',
      ';--',
      '今',
      '\uD800',
      'dark',
    );
    const typed = fc.oneof(
      fc.array(syntax, { maxLength: 30 }).map((parts) => parts.join(' ')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(typed, (query) => {
        expect(search(store.read, { query, limit: 5 }).hits.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 500 },
    );
  });

  it('can not be made to look elsewhere by the words of the index itself', () => {
    const { find } = aStoreOfReports(texts);
    expect(find('kreport')).toEqual([]);
    expect(find('facets : kreport')).toEqual([]);
  });

  it('says when there is more', () => {
    const { store } = aStoreOfReports(Array.from({ length: 12 }, (_, index) => `same word ${index}`));
    expect(search(store.read, { query: 'same', limit: 12 })).toMatchObject({ more: false });
    expect(search(store.read, { query: 'same', limit: 11 })).toMatchObject({ more: true });
  });

  it('filters by community and kind within the index', () => {
    const store = aStore();
    const ids = store.transaction((db) =>
      [aCommunity(db), aCommunity(db)].map((communityId) => {
        const caseId = aCase(db, communityId);
        const rowId = aNote(db, caseId, { body: 'shared word' });
        indexText(db, { kind: 'note', rowId, communityId, caseId, at: testNow, text: 'shared word' });
        const report = aReport(db, communityId, { comment: 'shared word' });
        indexText(db, { kind: 'report', rowId: report, communityId, caseId, at: testNow, text: 'shared word' });
        return { communityId, caseId };
      }),
    );
    const [first, second] = ids as [(typeof ids)[0], (typeof ids)[0]];
    const find = (communityIds: readonly CommunityId[], kinds: readonly SearchKind[]) =>
      search(store.read, { query: 'shared', communityIds, kinds, limit: 9 }).hits.map(
        ({ kind, communityId }) => `${kind} ${communityId}`,
      );
    expect(find([], [])).toHaveLength(4);
    expect(find([second.communityId], ['note'])).toEqual([`note ${second.communityId}`]);
    expect(find([first.communityId, second.communityId], ['report'])).toHaveLength(2);
    expect(find([], ['member'])).toEqual([]);
    expect(searchCases(store.read, { query: 'shared', limit: 9 })).toEqual([second.caseId, first.caseId]);
    expect(searchCases(store.read, { query: 'shared', communityIds: [first.communityId], limit: 9 })).toEqual([
      first.caseId,
    ]);
  });

  it('leads from a member to the cases about that member', () => {
    const store = aStore();
    const caseId = store.transaction((db) => {
      const communityId = aCommunity(db);
      const member = aMember(db, communityId, { handle: 'dark_moon', display_name: 'Luna' });
      indexText(db, { kind: 'member', rowId: member, communityId, caseId: null, at: testNow, text: 'Luna\ndark_moon' });
      return aCase(db, communityId, { author_member_id: member });
    });
    for (const typed of ['luna', '@dark_moon', 'moon']) {
      expect(searchCases(store.read, { query: typed, limit: 9 })).toEqual([caseId]);
    }
  });

  it('follows a text that changes, moves to another case, or goes', () => {
    const { store, community, find } = aStoreOfReports(['first words']);
    const entry = { kind: 'report', rowId: 1, communityId: community, at: testNow } as const;
    store.transaction((db) => {
      db.prepare(`UPDATE reports SET comment = 'other words'`).run();
      indexText(db, { ...entry, caseId: null, text: 'other words' });
    });
    expect([find('first'), find('other')]).toEqual([[], ['other words']]);
    store.transaction((db) => moveTextToCase(db, 'report', 1, 77 as CaseId));
    expect(search(store.read, { query: 'other', limit: 1 }).hits[0]?.caseId).toBe(77);
    store.transaction((db) => removeText(db, 'report', 1));
    expect(find('other')).toEqual([]);
    expect(store.read.prepare('SELECT count(*) AS n FROM search_index').get()).toEqual({ n: 0 });
  });

  it('reads the index newest first and looks entries up by number: no sorting, no table scan', () => {
    const { store } = aStoreOfReports(['one']);
    const plan = store.read.prepare(`EXPLAIN QUERY PLAN ${searchCandidatesSql}`).all('one', 10) as { detail: string }[];
    expect(plan.map(({ detail }) => detail.replace(/INDEX .*$/, 'INDEX'))).toEqual([
      'SCAN i VIRTUAL TABLE INDEX',
      'SEARCH e USING INTEGER PRIMARY KEY (rowid=?)',
    ]);
  });

  it('goes from what was found to its cases, never through all cases', () => {
    const { store } = aStoreOfReports(['one']);
    const plan = store.read.prepare(`EXPLAIN QUERY PLAN ${searchCasesSql}`).all('one', 10) as { detail: string }[];
    const details = plan.map(({ detail }) => detail);
    expect(details).toContain('SEARCH c USING COVERING INDEX cases_by_author (author_member_id=?)');
    expect(details.join('\n')).not.toMatch(/SCAN c\b/);
  });
});

describe('building the index anew', () => {
  function aStoreToReindex(): Store {
    const store = aStore();
    store.transaction((db) => {
      const communityId = aCommunity(db);
      const member = aMember(db, communityId, { handle: 'thyme', display_name: 'Rosemary' });
      const caseId = aCase(db, communityId, { author_member_id: member });
      const report = aReport(db, communityId, {
        comment: 'a garden complaint',
        target_member_id: member,
        case_id: caseId,
      });
      const subject = aSubject(db, communityId, member);
      db.prepare('INSERT INTO report_subjects VALUES (?, ?)').run(report, subject);
      aSnapshot(db, subject, { text: 'garden text', media: '[{"description":"a picture of a garden"}]' });
      aNote(db, caseId, { body: 'garden note' });
    });
    return store;
  }

  it('finds everything again, with its case', async () => {
    const store = aStoreToReindex();
    expect(search(store.read, { query: 'garden', limit: 9 }).hits).toEqual([]);
    const progress: number[] = [];
    expect(await reindex(store.write, { batchSize: 1, onProgress: (done) => progress.push(done) })).toBe(4);
    expect(progress).toEqual([1, 2, 3, 4]);
    const { hits } = search(store.read, { query: 'garden', limit: 9 });
    expect(hits.map(({ kind, caseId }) => `${kind} ${caseId}`)).toEqual(['note 1', 'report 1', 'snapshot 1']);
    expect(search(store.read, { query: 'picture', limit: 9 }).hits).toHaveLength(1);
    expect(search(store.read, { query: 'rosemary', limit: 9 }).hits).toHaveLength(1);
  });

  it('gives the same when run again, and forgets rows that are gone', async () => {
    const store = aStoreToReindex();
    await reindex(store.write);
    store.transaction((db) => db.prepare('DELETE FROM notes').run());
    await reindex(store.write);
    expect(store.read.prepare('SELECT kind FROM search_entries ORDER BY id').pluck().all()).toEqual([
      'report',
      'snapshot',
      'member',
    ]);
    expect(store.read.prepare('SELECT count(*) AS n FROM search_index').get()).toEqual({ n: 3 });
  });

  it('leaves no word of a removed row in the file', async () => {
    const store = aStoreToReindex();
    await reindex(store.write);
    const blocks = store.read.prepare('SELECT block FROM search_index_data').pluck();
    const isThere = () => (blocks.all() as Buffer[]).some((block) => block.includes('osemary'));
    store.transaction((db) => removeText(db, 'member', 1));
    expect(isThere()).toBe(true);
    await forgetRemovedText(store.write);
    expect(isThere()).toBe(false);
    expect(search(store.read, { query: 'garden', limit: 9 }).hits).toHaveLength(3);
  });

  it('stops when told to and keeps what it had done', async () => {
    const store = aStoreToReindex();
    const stop = new AbortController();
    const running = reindex(store.write, { batchSize: 1, signal: stop.signal, onProgress: () => stop.abort() });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(store.read.prepare('SELECT count(*) AS n FROM search_entries').get()).toEqual({ n: 1 });
  });
});
