import type { ActivityKind, ActivityLevel } from '../../../../shared/domain/activity.ts';
import type { Instant } from '../../../../shared/domain/ids.ts';

/** One dated act of a member, as a platform or a file tells of it. */
export interface NewActivity {
  /** Who acted and whom it was directed at, by the names the source uses. A person who only received counts as a member. */
  readonly member: string;
  readonly target: string | null;
  readonly at: Instant;
  /** Local calendar day in the community's zone, as days since 1970-01-01. */
  readonly day: number;
  readonly kind: ActivityKind;
  readonly level: ActivityLevel;
  readonly space: string | null;
  readonly thread: string | null;
  /** What makes this activity itself: the same key is the same activity, whenever it is met again. */
  readonly key: Uint8Array;
  /** The key comes from content alone: met twice in one source it is two activities, met again in a second reading one. */
  readonly mayRepeat: boolean;
  /** The key of the activity that this one answers, where the source tells. */
  readonly parentKey?: Uint8Array | null;
  /** Sum of `activityFlags`. */
  readonly flags?: number;
  /** Sum of the flags that the source tells of: met again, an activity gets these as they are told now. */
  readonly flagsTold?: number;
  /** The source says that whoever acted is automated. */
  readonly isBot?: boolean;
}

/** What became of a batch. */
export interface AddedActivities {
  readonly added: number;
  readonly alreadyKnown: number;
}
