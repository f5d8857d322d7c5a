import type { Sentence } from './chart.ts';

/**
 * Whether the people who look after a community are counted among its members: one rule for all charts, from the first day of
 * a quarter on. Without a change they are.
 */
export interface TeamChange {
  /** Local date of the first day of a quarter. */
  readonly from: string;
  readonly isCounted: boolean;
}

export interface TeamRule {
  /** In the quarter that runs. */
  readonly isCounted: boolean;
  /** Since when that is so; null where it was never changed. */
  readonly since: string | null;
  /** What was chosen and has not come into force. */
  readonly next: TeamChange | null;
  /** First day of the quarter in which a change made now comes into force. */
  readonly changesFrom: string;
}

/** Whether return, stay or life cycle count the team all along. Where they don't, one of their caveats says how. */
export function countsTeamThroughout(caveats: readonly Pick<Sentence, 'key'>[]): boolean {
  return !caveats.some(({ key }) => key.startsWith('caveats.team.'));
}
