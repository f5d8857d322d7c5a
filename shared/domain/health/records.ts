import type { RecordField } from './record-fields.ts';

/** What coordinators write down or import, in the order of their list. */
export const recordKindIds = [
  'joinDate',
  'accountEnd',
  'automatedAccount',
  'linkedAccount',
  'route',
  'invitation',
  'memberRoute',
  'role',
  'partner',
  'event',
  'attendance',
  'campaign',
  'participation',
  'resource',
  'resourceUse',
  'mentorship',
  'survey',
  'surveyAnswer',
  'benchmark',
  'appeal',
] as const;
export type RecordKindId = (typeof recordKindIds)[number];

export const recordGroups = ['people', 'partners', 'campaigns', 'help', 'surveys', 'benchmarks', 'moderation'] as const;
export type RecordGroup = (typeof recordGroups)[number];

/** What has to hold between fields of one record; fields left out are not judged, but `together` wants all or none. */
export interface RecordRule {
  readonly is: 'in-order' | 'rising' | 'together' | 'different' | 'two-accounts';
  readonly fields: readonly [string, string];
}

/** One kind of record: table, form, check, import and privacy note all come from this. */
export interface RecordKind {
  readonly id: RecordKindId;
  readonly group: RecordGroup;
  /** What it can say about people: nothing, counts of them, or something about one by name. */
  readonly about: 'nobody' | 'counts' | 'members';
  readonly fields: readonly RecordField[];
  /** Two records with the same values here are the same record. */
  readonly key: readonly string[];
  readonly rules?: readonly RecordRule[];
  /** Kinds whose records go when the one they belong to is removed. */
  readonly parts?: readonly RecordKindId[];
  /** Fields that its parts were read by: they stay as they are while there are any. */
  readonly heldByParts?: readonly string[];
  /** Comes from files alone; the columns that are no field are the questions of an anonymous survey. */
  readonly isFileOnly?: true;
}

/** What a space of a community is for. */
export const spacePurposes = ['', 'support', 'introductions', 'group-activity', 'announcements', 'social'] as const;
export type SpacePurpose = (typeof spacePurposes)[number];

/** Why a value, a line or a whole record can't be taken. Closed: each has words under `records:reasons.<code>`. */
export const recordProblems = [
  'missing',
  'too-long',
  'control-characters',
  'encoding',
  'formula',
  'looks-like-address',
  'not-hashtags',
  'not-a-currency',
  'day-unreadable',
  'day-out-of-range',
  'day-ahead',
  'month-unreadable',
  'not-a-count',
  'not-a-percent',
  'out-of-range',
  'not-in-menu',
  'not-yes-or-no',
  'consent-missing',
  'reference-unknown',
  'reference-ambiguous',
  'member-unknown',
  'member-ambiguous',
  'member-is-bot',
  'member-elsewhere',
  'names-a-member',
  'not-in-order',
  'only-one-of-two',
  'same-person',
  'same-account',
  'exists',
  'differs',
  'answers-stored',
  'answer-not-a-number',
  'answer-off-scale',
  'no-answers',
  'columns-missing',
  'line-too-long',
  'quote-unclosed',
  'not-json',
  'number-too-large',
] as const;
export type RecordProblem = (typeof recordProblems)[number];
