import type { RecordField } from '../../../../shared/domain/health/record-fields.ts';
import { recordKindOf, recordKinds } from '../../../../shared/domain/health/record-kinds.ts';
import type { RecordKind, RecordKindId } from '../../../../shared/domain/health/records.ts';

/** Kinds with a table of their own. The others are columns of members, or the answers of a survey. */
const tables = {
  linkedAccount: 'linked_accounts',
  route: 'join_routes',
  invitation: 'route_invitations',
  memberRoute: 'member_routes',
  role: 'member_roles',
  partner: 'partners',
  event: 'outreach_events',
  attendance: 'event_attendance',
  campaign: 'campaigns',
  participation: 'campaign_participation',
  resource: 'resources',
  resourceUse: 'resource_use',
  mentorship: 'mentorships',
  survey: 'surveys',
  benchmark: 'benchmarks',
  appeal: 'appeal_records',
} as const satisfies Partial<Record<RecordKindId, string>>;
type TabledKind = keyof typeof tables;

export function isTabled(id: RecordKindId): id is TabledKind {
  return Object.hasOwn(tables, id);
}

/** The statements of one kind, each a constant text. Parameters go by the names of fields. */
export interface RecordSql {
  readonly page: string;
  readonly total: string;
  readonly find: string;
  readonly findSame: string;
  readonly insert: string;
  readonly update: string;
  readonly remove: string;
  readonly row: string;
  readonly putBack: string;
  /** Rows that go with a removed one. */
  readonly parts: readonly { readonly rows: string; readonly putBack: string }[];
  /** Finds one row that mentions this one and stays. */
  readonly mentions: readonly string[];
}

const built = new Map<TabledKind, RecordSql>();

/** The statements of a kind, made from its declaration the first time they are asked for. */
export function recordSql(id: TabledKind): RecordSql {
  const known = built.get(id);
  if (known) return known;
  const sql = buildSql(recordKindOf(id), id);
  built.set(id, sql);
  return sql;
}

function buildSql(kind: RecordKind, id: TabledKind): RecordSql {
  const table = tables[id];
  const fields = kind.fields.map((field) => ({ name: field.name, column: columnOf(field), shown: shownAs(field) }));
  const found = fields.map(({ shown }) => `${shown} LIKE @pattern ESCAPE '\\'`).join(' OR ');
  const where = `FROM ${table} t WHERE t.community_id = @communityId AND (@pattern IS NULL OR ${found})`;
  const shown = fields.map((field) => `${field.shown} AS ${field.name}`).join(', ');
  const plain = fields.map(({ column, name }) => `${column} AS ${name}`).join(', ');
  const sameKey = fields
    .filter(({ name }) => kind.key.includes(name))
    .map(({ column, name }) => `${column} IS @${name}`);
  return {
    page: `SELECT t.id, ${shown} ${where} ORDER BY t.id DESC LIMIT @limit OFFSET @offset`,
    total: `SELECT count(*) AS total ${where}`,
    find: `SELECT id, ${plain} FROM ${table} WHERE community_id = @communityId AND id = @id`,
    findSame: `SELECT id, ${plain} FROM ${table} WHERE community_id = @communityId AND ${sameKey.join(' AND ')}`,
    insert: `INSERT INTO ${table} (community_id, ${fields.map(({ column }) => column).join(', ')})
      VALUES (@communityId, ${fields.map(({ name }) => `@${name}`).join(', ')})`,
    update: `UPDATE ${table} SET ${fields.map(({ column, name }) => `${column} = @${name}`).join(', ')}
      WHERE community_id = @communityId AND id = @id`,
    remove: `DELETE FROM ${table} WHERE community_id = @communityId AND id = @id`,
    row: `SELECT * FROM ${table} WHERE community_id = @communityId AND id = @id`,
    putBack: putBackInto(kind, table),
    parts: (kind.parts ?? []).map((part) => partOf(id, part)),
    mentions: recordKinds
      .filter((other) => isTabled(other.id) && !kind.parts?.includes(other.id))
      .flatMap((other) => mentionsIn(other, id)),
  };
}

/** Columns are fields in snake case; whatever points at another row ends in _id. */
function columnOf(field: RecordField): string {
  const column = field.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return field.type === 'member' || field.type === 'reference' ? `${column}_id` : column;
}

function shownAs(field: RecordField): string {
  const column = `t.${columnOf(field)}`;
  if (field.type === 'member') return memberName(column);
  if (field.type !== 'reference') return column;
  const to = field.to as TabledKind;
  return `(SELECT ${recordName(to)} FROM ${tables[to]} r WHERE r.id = ${column})`;
}

/** The name under which a person is shown and can be found again: their handle where the platform has such. */
export function memberName(column: string): string {
  return `(SELECT coalesce(nullif(m.handle, ''), m.remote_id) FROM members m WHERE m.id = ${column})`;
}

/** What a record is called where others point at it. Events of one name are told apart by their day. */
function recordName(id: TabledKind): string {
  return id === 'event' ? `r.name || ' (' || date(r.day * 86400, 'unixepoch') || ')'` : 'r.name';
}

/** Finds the records of a kind by what they are called; an event by its bare name as well. Two rows tell of an ambiguity. */
export function findByNameSql(id: TabledKind): string {
  return `SELECT r.id FROM ${tables[id]} r
    WHERE r.community_id = @communityId AND (r.name = @name OR ${recordName(id)} = @name) LIMIT 2`;
}

function putBackInto(kind: RecordKind, table: string): string {
  const columns = ['id', 'community_id', ...kind.fields.map(columnOf), ...(kind.id === 'survey' ? ['items'] : [])];
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`;
}

export const answersPart = {
  rows: 'SELECT * FROM survey_answers WHERE survey_id = @id',
  putBack: 'INSERT INTO survey_answers (survey_id, answers, people) VALUES (@survey_id, @answers, @people)',
};

function partOf(parent: TabledKind, part: RecordKindId): RecordSql['parts'][number] {
  if (!isTabled(part)) return answersPart;
  const kind = recordKindOf(part);
  const [pointer] = pointersTo(kind, parent);
  return { rows: `SELECT * FROM ${tables[part]} WHERE ${pointer} = @id`, putBack: putBackInto(kind, tables[part]) };
}

function mentionsIn(other: RecordKind, id: TabledKind): string[] {
  return pointersTo(other, id).map(
    (column) => `SELECT 1 FROM ${tables[other.id as TabledKind]} WHERE ${column} = @id LIMIT 1`,
  );
}

function pointersTo(kind: RecordKind, target: TabledKind): string[] {
  return kind.fields.filter((field) => field.type === 'reference' && field.to === target).map(columnOf);
}
