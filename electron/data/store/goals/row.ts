/** A goal for one number of a metric of one community. `target` in its own unit: percent, days, per hundred. */
export interface GoalRow {
  readonly id: number;
  readonly community_id: number;
  readonly metric_id: string;
  /** Which number of the metric; '' for its one number. */
  readonly aim: string;
  /** What that number is called: chart labels as JSON. */
  readonly words: string;
  readonly direction: 'at-least' | 'at-most';
  readonly target: number;
  readonly created_at: number;
  /** Set while the goal can still be put back. */
  readonly removed_at: number | null;
}

/** A goal whose interval lay on its wrong side in a period (first day, YYYY-MM-DD). */
export interface NoticeRow {
  readonly goal_id: number;
  readonly period: string;
  readonly noticed_at: number;
  readonly read_at: number | null;
  readonly dismissed_at: number | null;
}

/** What was told of a goal in a period (first day, YYYY-MM-DD): a published value with its period, as JSON. */
export interface ToldRow {
  readonly goal_id: number;
  readonly period: string;
  readonly told: string;
}
