import { describe, expect, it } from 'vitest';
import type { Store } from '../../../electron/data/store/open.ts';
import { indexText, removeText } from '../../../electron/data/store/search/index-text.ts';
import { search } from '../../../electron/data/store/search/search.ts';
import { inIndexingTransaction } from '../../../electron/data/store/search/write-index.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { testNow } from '../../builders/insert-row.ts';
import { aCommunity, aMember } from '../../builders/people.ts';
import { aStore } from '../../builders/store.ts';

/** Pieces that the index consists of: one is written for each time it has to write out what it has gathered. */
function pieces(store: Store): unknown {
  return store.read.prepare('SELECT count(DISTINCT segid) FROM search_index_idx').pluck().get();
}

function found(store: Store, query: string): readonly number[] {
  return search(store.read, { query, limit: 50 }).hits.map(({ rowId }) => rowId);
}

function aStoreWithMembers(): { store: Store; communityId: CommunityId; members: readonly number[] } {
  const store = aStore();
  const communityId = store.transaction((db) => aCommunity(db));
  const members = store.transaction((db) =>
    ['luna', 'sol', 'terra'].map((name) => aMember(db, communityId, { handle: name, display_name: name })),
  );
  return { store, communityId, members };
}

describe('what a transaction gathers for the search index', () => {
  it('is written as one piece, whatever else is written in between', () => {
    const { store, communityId, members } = aStoreWithMembers();
    const index = () => {
      for (const rowId of members) {
        indexText(store.write, {
          kind: 'member',
          rowId,
          communityId,
          caseId: null,
          at: testNow,
          text: `name ${rowId}`,
        });
        store.write.transaction(() => undefined)();
      }
    };
    inIndexingTransaction(store.write, index);
    expect(pieces(store)).toBe(1);
    expect(found(store, 'name')).toHaveLength(3);
    const plain = aStoreWithMembers();
    plain.store.transaction((db) => {
      for (const rowId of plain.members) {
        indexText(db, { kind: 'member', rowId, communityId, caseId: null, at: testNow, text: `name ${rowId}` });
        db.transaction(() => undefined)();
      }
    });
    expect(pieces(plain.store)).toBe(3);
  });

  it('keeps the order of what replaces and removes', () => {
    const { store, communityId, members } = aStoreWithMembers();
    const [first = 0, second = 0] = members;
    const entry = { kind: 'member', communityId, caseId: null, at: testNow } as const;
    inIndexingTransaction(store.write, () => {
      indexText(store.write, { ...entry, rowId: first, text: 'early words' });
      indexText(store.write, { ...entry, rowId: second, text: 'early words' });
      indexText(store.write, { ...entry, rowId: first, text: 'later words' });
      removeText(store.write, 'member', second);
    });
    expect(found(store, 'later')).toEqual([first]);
    expect(found(store, 'early')).toEqual([]);
    expect(store.read.prepare('SELECT count(*) FROM search_index').pluck().get()).toBe(1);
  });

  it('is gone with the transaction, and nothing of it comes with the next', () => {
    const { store, communityId, members } = aStoreWithMembers();
    const [rowId = 0] = members;
    const entry = { kind: 'member', communityId, caseId: null, at: testNow, rowId } as const;
    const failing = () =>
      inIndexingTransaction(store.write, () => {
        indexText(store.write, { ...entry, text: 'lost' });
        throw new Error('stopped');
      });
    expect(failing).toThrow('stopped');
    store.transaction((db) => indexText(db, { ...entry, text: 'kept' }));
    expect(found(store, 'lost')).toEqual([]);
    expect(found(store, 'kept')).toEqual([rowId]);
  });

  it('needs a transaction of its own', () => {
    const { store } = aStoreWithMembers();
    expect(() => store.transaction((db) => inIndexingTransaction(db, () => undefined))).toThrow('on its own');
  });
});
