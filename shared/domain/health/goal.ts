/** Which side of the target is the good one. */
export const goalDirections = ['at-least', 'at-most'] as const;
export type GoalDirection = (typeof goalDirections)[number];

/**
 * How a goal stands. `met` and `missed` are said only when the whole interval lies on one side; `unclear` when the target
 * lies inside it; `unknown` when nothing may be said.
 */
export type GoalState = 'met' | 'missed' | 'unclear' | 'unknown';

/** Judges an interval (a bare value is an interval of its own) against a target in the same unit. */
export function judgeGoal(
  interval: { readonly lower: number; readonly upper: number } | null,
  direction: GoalDirection,
  target: number,
): GoalState {
  if (interval === null) return 'unknown';
  if (direction === 'at-least') {
    if (interval.lower >= target) return 'met';
    return interval.upper < target ? 'missed' : 'unclear';
  }
  if (interval.upper <= target) return 'met';
  return interval.lower > target ? 'missed' : 'unclear';
}
