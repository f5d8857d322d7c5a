import type { RecordStore } from './record-row.ts';

/** Links between accounts: one that is written down the other way round is the same link. `tabled`: how its table is read. */
export function linkedAccountRecords(tabled: RecordStore): RecordStore {
  return {
    ...tabled,
    findSame: (db, communityId, values) => {
      const { account = null, sameAs = null } = values;
      const same = tabled.findSame(db, communityId, values);
      if (same) return same;
      const turned = tabled.findSame(db, communityId, { ...values, account: sameAs, sameAs: account });
      return turned && { id: turned.id, values: { ...turned.values, account, sameAs } };
    },
  };
}
