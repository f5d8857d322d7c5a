import type { RecordKindId } from './records.ts';

/** How long lists of named people may be kept, in whole years. Without a choice they stay until somebody removes them. */
export const keepingYears = [1, 2, 3] as const;
export type KeepingYears = (typeof keepingYears)[number];

/**
 * Kinds that are erased by age: lists of people, and waves of surveys with their answers. What each counts from: the event's day,
 * the campaign's last day, the end of a mentorship or role (one that still runs stays), the day of joining, the wave's day.
 */
export const erasedKinds = [
  'memberRoute',
  'role',
  'attendance',
  'participation',
  'mentorship',
  'survey',
] as const satisfies readonly RecordKindId[];
export type ErasedKind = (typeof erasedKinds)[number];

/** Whether records of a kind go with age; the answers of a survey go with their wave. */
export function goesWithAge(kind: string): boolean {
  return kind === 'surveyAnswer' || erasedKinds.some((one) => one === kind);
}
