import { fieldOf } from '../../../shared/domain/health/record-kinds.ts';
import type { RecordKind, RecordKindId, RecordProblem, RecordRule } from '../../../shared/domain/health/records.ts';
import type { DayFormat, FieldProblem } from '../../../shared/ipc/topics/records.ts';
import type { ReadDb } from '../store/db.ts';
import { isGuest } from '../store/members/queries.ts';
import { findRecordByName } from '../store/outreach/names.ts';
import type { StoredValue, StoredValues } from '../store/outreach/record-row.ts';
import { parseField } from './parse-field.ts';
import type { RecordDesk } from './record-desk.ts';

/** A record that can be written, but for names of people who are not members yet. */
export interface ValidRecord {
  readonly values: StoredValues;
  /** Fields that hold a name nobody has met, to be added when the record is written. */
  readonly newMembers: Readonly<Record<string, string>>;
}
export type Validated = ValidRecord | { readonly problems: readonly FieldProblem[] };

/**
 * Checks the texts of a form or a line against a kind's declaration: each field, then its names against what is stored,
 * then the rules between fields. Writes nothing. Texts that belong to no field are ignored.
 */
export function validateRecord(
  db: ReadDb,
  desk: RecordDesk,
  texts: Readonly<Record<string, string | undefined>>,
  dayFormat: DayFormat,
): Validated {
  const { kind, calendar, now } = desk;
  const context = { calendar, today: calendar.dayOf(now), dayFormat };
  const values: Record<string, StoredValue> = {};
  const newMembers: Record<string, string> = {};
  const problems: FieldProblem[] = [];
  for (const field of kind.fields) {
    const parsed = parseField(field, texts[field.name] ?? '', context);
    if ('problem' in parsed) problems.push({ field: field.name, problem: parsed.problem });
    else values[field.name] = parsed.value;
  }
  if (problems.length > 0) return { problems };
  for (const { name } of kind.fields) {
    const found = resolveName(db, desk, name, values[name] ?? null);
    if ('problem' in found) problems.push({ field: name, problem: found.problem });
    else if ('newMember' in found) newMembers[name] = found.newMember;
    else values[name] = found.value;
  }
  if (problems.length === 0) problems.push(...brokenRules(kind, values));
  return problems.length > 0 ? { problems } : { values, newMembers };
}

type Resolved = { readonly value: StoredValue } | { readonly newMember: string } | { readonly problem: RecordProblem };

function resolveName(db: ReadDb, desk: RecordDesk, name: string, value: StoredValue): Resolved {
  const field = fieldOf(desk.kind, name);
  if (!field || typeof value !== 'string') return { value };
  if (field.type === 'text' && field.refusesMembers) {
    return desk.findMember(value) === 'unknown' ? { value } : { problem: 'names-a-member' };
  }
  if (field.type === 'reference') {
    const found = findRecordByName(db, desk.communityId, field.to as RecordKindId, value);
    return typeof found === 'number' ? { value: found } : { problem: `reference-${found}` };
  }
  if (field.type !== 'member') return { value };
  const found = desk.findMember(value);
  if (typeof found === 'number') {
    return field.isHere && isGuest(db, found) ? { problem: 'member-elsewhere' } : { value: found };
  }
  if (found === 'unknown' && field.unknown === 'add' && desk.mayAddMembers) return { newMember: value };
  return { problem: found === 'bot' ? 'member-is-bot' : `member-${found}` };
}

/** The rules between fields that these values break. */
export function brokenRules(kind: RecordKind, values: StoredValues): FieldProblem[] {
  return (kind.rules ?? []).flatMap((rule) => {
    const problem = brokenRule(rule, values);
    return problem ? [{ field: rule.fields[1], problem }] : [];
  });
}

function brokenRule({ is, fields: [first, second] }: RecordRule, values: StoredValues): RecordProblem | undefined {
  const a = values[first] ?? null;
  const b = values[second] ?? null;
  if (is === 'together') return (a === null) === (b === null) ? undefined : 'only-one-of-two';
  if (a === null || b === null) return undefined;
  if (is === 'different') return a === b ? 'same-person' : undefined;
  if (is === 'two-accounts') return a === b ? 'same-account' : undefined;
  const holds = is === 'rising' ? a < b : a <= b;
  return holds ? undefined : 'not-in-order';
}
