import type { RecordProblem } from '../../../shared/domain/health/records.ts';
import type { FieldProblem } from '../../../shared/ipc/topics/records.ts';
import type { ReadDb, WriteDb } from '../store/db.ts';
import { addNamedMember } from '../store/outreach/names.ts';
import type { StoredRecord, StoredValue, StoredValues } from '../store/outreach/record-row.ts';
import { recordStore } from '../store/outreach/records.ts';
import { asKept, inDays, type RecordDesk } from './record-desk.ts';
import { brokenRules, type ValidRecord } from './validate-record.ts';

export type Written =
  | {
      readonly state: 'added' | 'changed' | 'known';
      readonly id: number;
      readonly newMembers: number;
    }
  | FieldProblem;

/** What becomes of a record with the same key: a form refuses it, a file keeps it or writes its own columns over it. */
export interface WriteOptions {
  readonly existing: 'refuse' | 'keep' | 'replace';
  /** Fields that the form or file speaks of. */
  readonly given: readonly string[];
}

/** Adds a record, or says that it is there already. Call it in a transaction. */
export function writeRecord(db: WriteDb, desk: RecordDesk, record: ValidRecord, options: WriteOptions): Written {
  const store = recordStore(desk.kind.id);
  const known = Object.keys(record.newMembers).length === 0 ? findSame(db, desk, record.values) : undefined;
  if (!known) {
    const { values, newMembers } = meetMembers(db, desk, record);
    return { state: 'added', id: store.insert(db, desk.communityId, asKept(desk, values)), newMembers };
  }
  if (isSame(known.values, record.values, options.given)) return { state: 'known', id: known.id, newMembers: 0 };
  if (options.existing !== 'replace') {
    return problemWithKey(desk, options.existing === 'refuse' ? 'exists' : 'differs');
  }
  const merged = { ...known.values, ...pick(record.values, options.given) };
  const broken = brokenRules(desk.kind, merged)[0] ?? heldField(db, desk, known, merged);
  if (broken) return broken;
  store.update(db, desk.communityId, known.id, asKept(desk, merged));
  return { state: 'changed', id: known.id, newMembers: 0 };
}

/** Writes new values into a record, or says why not. Undefined where it is not there. Call it in a transaction. */
export function changeRecord(db: WriteDb, desk: RecordDesk, id: number, record: ValidRecord): Written | undefined {
  const store = recordStore(desk.kind.id);
  const before = store.find(db, desk.communityId, id);
  if (!before) return undefined;
  const { values, newMembers } = meetMembers(db, desk, record);
  const other = findSame(db, desk, values);
  if (other && other.id !== id) return problemWithKey(desk, 'exists');
  const names = desk.kind.fields.map(({ name }) => name);
  if (isSame(inDays(desk, before.values), values, names)) return { state: 'known', id, newMembers };
  const held = heldField(db, desk, before, values);
  if (held) return held;
  store.update(db, desk.communityId, id, asKept(desk, values));
  return { state: 'changed', id, newMembers };
}

/** A field that would change although what belongs to the record was read by it. */
function heldField(
  db: ReadDb,
  { kind }: RecordDesk,
  before: StoredRecord,
  after: StoredValues,
): FieldProblem | undefined {
  const field = kind.heldByParts?.find((name) => !isSame(before.values, after, [name]));
  if (field === undefined || !recordStore(kind.id).hasParts(db, before.id)) return undefined;
  return { field, problem: 'answers-stored' };
}

function findSame(db: ReadDb, desk: RecordDesk, values: StoredValues): StoredRecord | undefined {
  const found = recordStore(desk.kind.id).findSame(db, desk.communityId, values);
  return found && { id: found.id, values: inDays(desk, found.values) };
}

function meetMembers(db: WriteDb, desk: RecordDesk, record: ValidRecord) {
  const values: Record<string, StoredValue> = { ...record.values };
  const names = Object.entries(record.newMembers);
  for (const [field, name] of names) values[field] = addNamedMember(db, desk.communityId, name, desk.now);
  return { values: values as StoredValues, newMembers: names.length };
}

function isSame(before: StoredValues, after: StoredValues, fields: readonly string[]): boolean {
  return fields.every((name) => (before[name] ?? null) === (after[name] ?? null));
}

function pick(values: StoredValues, fields: readonly string[]): StoredValues {
  return Object.fromEntries(fields.map((name) => [name, values[name] ?? null]));
}

function problemWithKey({ kind }: RecordDesk, problem: RecordProblem): FieldProblem {
  return { field: kind.key[0] ?? null, problem };
}
