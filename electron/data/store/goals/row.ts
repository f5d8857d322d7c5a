/** A goal for one metric of one community. `target` in the metric's own unit: percent, days, per hundred. */
export interface GoalRow {
  readonly id: number;
  readonly community_id: number;
  readonly metric_id: string;
  readonly direction: 'at-least' | 'at-most';
  readonly target: number;
  readonly created_at: number;
}

/** A goal whose interval lay on its wrong side in a period (first day, YYYY-MM-DD). */
export interface NoticeRow {
  readonly goal_id: number;
  readonly period: string;
  readonly noticed_at: number;
  readonly dismissed_at: number | null;
}
