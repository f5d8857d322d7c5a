import type { ActivityLevel } from '../../../shared/domain/activity.ts';
import type { CommunityId, Instant } from '../../../shared/domain/ids.ts';
import type { DayNumber } from './calendar/civil-day.ts';
import type { TeamRuleDays } from './facts/team-rule-days.ts';
import type { LifeCycleRow } from './metrics/life-cycle.ts';
import type { Reciprocity } from './metrics/reciprocity.ts';
import type { ReturnTable } from './metrics/return-on-period.ts';
import type { StayCurve } from './metrics/stay-curve.ts';

/** True counts of one community. They leave the health room only through disclosure. */
export interface RawHealth {
  readonly communityId: CommunityId;
  /** The one space that was counted; null for the whole community. */
  readonly spaceId: number | null;
  readonly holdsPersonalData: boolean;
  /** Some who count as new may have been there before the data: nobody said whether these begin with the community. */
  readonly mayBeOlder: boolean;
  /** What was chosen about counting the team; empty where it is counted throughout. */
  readonly teamRule: TeamRuleDays;
  /** Last day that was counted; 0 where none was. */
  readonly lastDay: DayNumber;
  readonly timeZone: string;
  readonly level: ActivityLevel;
  readonly computedAt: Instant;
  readonly cutOff: Instant | null;
  readonly members: number;
  readonly activities: number;
  readonly retention: ReturnTable | null;
  readonly stay: StayCurve | null;
  /** By month, whatever the unit of the cohort table. */
  readonly lifeCycle: readonly LifeCycleRow[] | null;
  readonly reciprocity: Reciprocity | null;
  /** Of the 90 days before, for the team's own screen: what leaves is compared with what left before. */
  readonly reciprocityBefore?: Reciprocity | null;
}
