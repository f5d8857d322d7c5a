/** Which side of the target is the good one. */
export const goalDirections = ['at-least', 'at-most'] as const;
export type GoalDirection = (typeof goalDirections)[number];

/**
 * How a goal stands. `met` and `missed` are said only when the whole interval lies on one side; `unclear` when the target
 * lies inside it; `unknown` when nothing may be said.
 */
export type GoalState = 'met' | 'missed' | 'unclear' | 'unknown';

/**
 * Judges an interval (a bare value is an interval of its own; an end that is not known is infinite) against a target in the
 * same unit.
 */
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

/** Why nothing may be said of a goal: too few people, a period that still goes on, or no number told of it at all. */
export type GoalSilence = 'too-few' | 'still-running' | 'not-told';

/** Why a metric has no number that a goal can be set for: said beside the choice, so that nobody looks for it in vain. */
export type WithoutGoal =
  /** The data it is counted from are not there. */
  | 'no-data'
  /** A table or a comparison that no single number stands for. */
  | 'no-number'
  /** Told by group, and nobody has looked at that split this week. */
  | 'split-not-told'
  /** An index over all groups of a question: one number for all of them would hide whose it is. */
  | 'over-groups';
