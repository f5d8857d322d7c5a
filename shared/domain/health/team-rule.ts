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
