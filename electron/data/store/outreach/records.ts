import type { RecordKindId } from '../../../../shared/domain/health/records.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import { statement } from '../statement.ts';
import { linkedAccountRecords } from './linked-account-records.ts';
import { accountEndRecords, automatedAccountRecords, joinDateRecords } from './member-records.ts';
import { patternOf, type RecordRow, type RecordStore, type StoredRecord, toRecord } from './record-row.ts';
import { isTabled, type RecordSql, recordSql } from './record-tables.ts';
import { surveyAnswerRecords } from './survey-answers.ts';

/** The store of a kind. */
export function recordStore(kind: RecordKindId): RecordStore {
  if (kind === 'linkedAccount') return linkedAccountRecords(tabledRecords(recordSql(kind)));
  if (isTabled(kind)) return tabledRecords(recordSql(kind));
  if (kind === 'joinDate') return joinDateRecords;
  if (kind === 'automatedAccount') return automatedAccountRecords;
  return kind === 'accountEnd' ? accountEndRecords : surveyAnswerRecords;
}

function tabledRecords(sql: RecordSql): RecordStore {
  return {
    page: (db, communityId, { query, offset, limit }) =>
      statement<RecordRow>(db, sql.page)
        .all({ communityId, pattern: patternOf(query), offset, limit })
        .map(toRecord),
    total: (db, communityId, query) =>
      statement<{ total: number }>(db, sql.total).get({ communityId, pattern: patternOf(query) })?.total ?? 0,
    find: (db, communityId, id) => recordOrNone(statement<RecordRow>(db, sql.find).get({ communityId, id })),
    findSame: (db, communityId, values) =>
      recordOrNone(statement<RecordRow>(db, sql.findSame).get({ ...values, communityId })),
    hasParts: (db, id) => sql.parts.some(({ rows }) => statement(db, rows).get({ id }) !== undefined),
    insert: (db, communityId, values) =>
      Number(statement(db, sql.insert).run({ ...values, communityId }).lastInsertRowid),
    update: (db, communityId, id, values) => void statement(db, sql.update).run({ ...values, communityId, id }),
    remove: (db, communityId, id) => {
      const row = statement<RecordRow>(db, sql.row).get({ communityId, id });
      if (!row) throw new HearthError('not-found');
      if (sql.mentions.some((mention) => statement(db, mention).get({ id }) !== undefined)) {
        throw new HearthError('record-in-use');
      }
      const parts = sql.parts.flatMap(({ rows, putBack: back }) =>
        statement<RecordRow>(db, rows)
          .all({ id })
          .map((part) => ({ sql: back, row: part })),
      );
      statement(db, sql.remove).run({ communityId, id });
      // Row numbers and all.
      return (writable) => {
        for (const { sql: back, row: kept } of [{ sql: sql.putBack, row }, ...parts]) {
          statement(writable, back).run(kept);
        }
      };
    },
  };
}

function recordOrNone(row: RecordRow | undefined): StoredRecord | undefined {
  return row && toRecord(row);
}
