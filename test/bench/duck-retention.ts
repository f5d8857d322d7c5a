import { DuckDBDataChunk, DuckDBInstance, type DuckDBResultReader, INTEGER, TINYINT } from '@duckdb/node-api';
import type { MemberSet } from '../../electron/data/store/activities/member-set.ts';
import type { ReadDb } from '../../electron/data/store/db.ts';
import type { CommunityId } from '../../shared/domain/ids.ts';

/** Whose activities count. */
export type Split = 'everybody' | { readonly group: string } | { readonly space: number };

/** Questions to an in-memory DuckDB that holds the activities of a community and the members of groups. */
export interface DuckRetention {
  /** Cohort and interval in periods counted from any one on, how many; cells with nobody are missing. */
  table(split: Split, unit: 'week' | 'month'): Promise<DuckDBResultReader>;
  /** Days since the first one, lapsed, still there: a row for each number of days after which anybody's time ended. */
  stay(split: Split, options: { readonly lastDay: number; readonly gap: number }): Promise<DuckDBResultReader>;
  close(): void;
}

/** Rows in one chunk: what DuckDB itself takes at a time. */
const chunkRows = 2_048;

/** The numbers of an answer, row by row. */
export async function numbersOf(answer: DuckDBResultReader): Promise<number[][]> {
  return (await answer.getRowsJS()).map((row) => row.map(Number));
}

/** Loads a community's activities as they stand in the store. DuckDB uses all processors, as it does by itself. */
export async function duckRetention(
  db: ReadDb,
  communityId: CommunityId,
  groups: Readonly<Record<string, MemberSet>>,
): Promise<DuckRetention> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`
    CREATE TABLE activities (member INTEGER, day INTEGER, level TINYINT, space INTEGER)`);

  async function load(table: string, types: (typeof INTEGER | typeof TINYINT)[], rows: Iterable<number[]>) {
    const appender = await connection.createAppender(table);
    let columns: number[][] = types.map(() => []);
    const append = () => {
      const chunk = DuckDBDataChunk.create(types);
      chunk.setColumns(columns);
      appender.appendDataChunk(chunk);
      columns = types.map(() => []);
    };
    for (const row of rows) {
      for (const [at, column] of columns.entries()) column.push(row[at] ?? 0);
      if (columns[0]?.length === chunkRows) append();
    }
    append();
    appender.closeSync();
  }

  const rows = db.prepare('SELECT member_id, day, level, space_id FROM activities WHERE community_id = ? ORDER BY id');
  const activities = rows.raw().iterate(communityId) as IterableIterator<number[]>;
  await load('activities', [INTEGER, INTEGER, TINYINT, INTEGER], activities);
  for (const [name, group] of Object.entries(groups)) {
    await connection.run(`CREATE TABLE group_${name} (member INTEGER)`);
    const members = group.ids().map((id) => [id]);
    await load(`group_${name}`, [INTEGER], members);
  }

  return {
    // Of the ways tried (distinct, grouping, windows), the quickest for each question.
    table: (split, unit) =>
      connection.runAndReadAll(`
        WITH active AS (SELECT DISTINCT member, ${periodOfDay[unit]} AS period ${activitiesOf(split)}),
          firsts AS (SELECT member, min(period) AS cohort FROM active GROUP BY member)
        SELECT cohort, period - cohort AS k, count(*) AS n FROM active JOIN firsts USING (member)
        GROUP BY cohort, k ORDER BY cohort, k`),
    stay: (split, { lastDay, gap }) => {
      const knownTo = lastDay - gap;
      return connection.runAndReadAll(`
        WITH active AS (SELECT DISTINCT member, day ${activitiesOf(split)}),
          steps AS (SELECT member, day, lead(day) OVER (PARTITION BY member ORDER BY day) AS next FROM active),
          people AS (
            SELECT member, min(day) AS met, min(day) FILTER (next IS NULL OR next - day - 1 > ${gap}) + 1 AS gone
            FROM steps GROUP BY member)
        SELECT least(gone, ${knownTo}) - met AS t, count(*) FILTER (gone <= ${knownTo}) AS lapsed,
          count(*) FILTER (gone > ${knownTo}) AS here
        FROM people WHERE met <= ${knownTo} GROUP BY t ORDER BY t`);
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Weeks from Monday and months, counted as Hearth counts them (`calendar/periods.ts`). */
const periodOfDay = {
  week: '(day + 3) // 7',
  month: `year(DATE '1970-01-01' + day) * 12 + month(DATE '1970-01-01' + day) - 1`,
} as const;

function activitiesOf(split: Split): string {
  if (split === 'everybody') return 'FROM activities WHERE level >= 2';
  if ('group' in split) return `FROM activities SEMI JOIN group_${split.group} USING (member) WHERE level >= 2`;
  return `FROM activities WHERE level >= 2 AND space = ${split.space}`;
}
