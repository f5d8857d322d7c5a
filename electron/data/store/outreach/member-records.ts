import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { patternOf, type RecordRow, type RecordStore, type StoredRecord, toRecord } from './record-row.ts';
import { memberName } from './record-tables.ts';

/** Statements of a kind that stands with members. A record's number is its member's. Days are instants here. */
interface MemberSql {
  readonly page: string;
  readonly total: string;
  readonly find: string;
  readonly set: string;
  readonly clear: string;
  readonly row: string;
  /** Changes nothing where something was written down since. */
  readonly putBack: string;
}

const named = memberName('t.id');
const matching = `(@pattern IS NULL OR ${named} LIKE @pattern ESCAPE '\\')`;

const joined = `FROM members t WHERE t.community_id = @communityId AND t.joined_at IS NOT NULL AND t.is_bot = 0`;
/** When members joined, as far as a platform, a file or a coordinator told. */
export const joinDateRecords = memberRecords({
  page: `SELECT t.id, ${named} AS member, t.joined_at AS day ${joined} AND ${matching}
    ORDER BY t.id DESC LIMIT @limit OFFSET @offset`,
  total: `SELECT count(*) AS total ${joined} AND ${matching}`,
  find: `SELECT t.id, t.id AS member, t.joined_at AS day ${joined} AND t.id = @id`,
  set: 'UPDATE members SET joined_at = @day WHERE community_id = @communityId AND id = @member',
  clear: 'UPDATE members SET joined_at = NULL WHERE community_id = @communityId AND id = @id',
  row: 'SELECT id, joined_at FROM members WHERE community_id = @communityId AND id = @id AND joined_at IS NOT NULL',
  putBack: 'UPDATE members SET joined_at = @joined_at WHERE id = @id AND joined_at IS NULL',
});

const ended = `FROM members t WHERE t.community_id = @communityId AND t.ended_at IS NOT NULL`;
/** Accounts that ended, and how. */
export const accountEndRecords = memberRecords({
  page: `SELECT t.id, ${named} AS member, t.ended_at AS day, t.ended_how AS how ${ended} AND ${matching}
    ORDER BY t.id DESC LIMIT @limit OFFSET @offset`,
  total: `SELECT count(*) AS total ${ended} AND ${matching}`,
  find: `SELECT t.id, t.id AS member, t.ended_at AS day, t.ended_how AS how ${ended} AND t.id = @id`,
  set: `UPDATE members SET ended_at = @day, ended_how = @how, ended_by = 'hand' WHERE community_id = @communityId AND id = @member`,
  // Against the platform's word it stays written down that a person said otherwise, or its next reading would bring it back.
  clear: `UPDATE members SET ended_at = NULL, ended_how = NULL, ended_by = CASE ended_by WHEN 'platform' THEN 'hand' END
    WHERE community_id = @communityId AND id = @id`,
  row: `SELECT id, ended_at, ended_how, ended_by FROM members
    WHERE community_id = @communityId AND id = @id AND ended_at IS NOT NULL`,
  putBack: `UPDATE members SET ended_at = @ended_at, ended_how = @ended_how, ended_by = @ended_by
    WHERE id = @id AND ended_at IS NULL`,
});

const marked = 'FROM members t WHERE t.community_id = @communityId AND t.bot_marked = 1';
/** Accounts that a person or a file marked as automated. Without the mark what the platform tells counts again. */
export const automatedAccountRecords = memberRecords({
  page: `SELECT t.id, ${named} AS member ${marked} AND ${matching} ORDER BY t.id DESC LIMIT @limit OFFSET @offset`,
  total: `SELECT count(*) AS total ${marked} AND ${matching}`,
  find: `SELECT t.id, t.id AS member ${marked} AND t.id = @id`,
  set: 'UPDATE members SET bot_marked = 1, is_bot = 1 WHERE community_id = @communityId AND id = @member',
  clear: 'UPDATE members SET bot_marked = 0, is_bot = bot_told WHERE community_id = @communityId AND id = @id',
  row: 'SELECT id FROM members WHERE community_id = @communityId AND id = @id AND bot_marked = 1',
  putBack: 'UPDATE members SET bot_marked = 1, is_bot = 1 WHERE id = @id AND bot_marked = 0',
});

function memberRecords(sql: MemberSql): RecordStore {
  const set = (db: WriteDb, parameters: Readonly<Record<string, unknown>>): void =>
    void statement(db, sql.set).run(parameters);
  const find: RecordStore['find'] = (db, communityId, id) => {
    const row = statement<RecordRow>(db, sql.find).get({ communityId, id });
    return row && toRecord(row);
  };
  return {
    page: (db, communityId, { query, offset, limit }): StoredRecord[] =>
      statement<RecordRow>(db, sql.page)
        .all({ communityId, pattern: patternOf(query), offset, limit })
        .map(toRecord),
    total: (db, communityId, query) =>
      statement<{ total: number }>(db, sql.total).get({ communityId, pattern: patternOf(query) })?.total ?? 0,
    find,
    findSame: (db, communityId, values) => find(db, communityId, Number(values.member)),
    hasParts: () => false,
    insert: (db, communityId, values) => {
      set(db, { ...values, communityId });
      return Number(values.member);
    },
    update: (db, communityId, id, values) => {
      statement(db, sql.clear).run({ communityId, id });
      set(db, { ...values, communityId });
    },
    remove: (db, communityId, id) => {
      const row = statement<RecordRow>(db, sql.row).get({ communityId, id });
      if (!row) throw new HearthError('not-found');
      statement(db, sql.clear).run({ communityId, id });
      return (writable) => {
        if (statement(writable, sql.putBack).run(row).changes === 0) throw new HearthError('newer-kept');
      };
    },
  };
}
