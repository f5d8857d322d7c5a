import type { MetricModule } from '../metric-module.ts';
import { attendanceRate } from './attendance-rate.ts';
import { actionRate, clickThrough, completion } from './campaign-shares.ts';
import { engagementSteps } from './engagement-steps.ts';
import { eventInclusion } from './event-inclusion.ts';
import { firstTimeActors } from './first-time-actors.ts';
import { fundsAndGivers } from './funds-and-givers.ts';
import { hashtagReach } from './hashtag-reach.ts';
import { repeatActors } from './repeat-actors.ts';

/** A1 to A10 in the order of the catalogue. */
export const advocacyMetrics: readonly MetricModule[] = [
  actionRate,
  clickThrough,
  completion,
  engagementSteps,
  firstTimeActors,
  repeatActors,
  attendanceRate,
  eventInclusion,
  hashtagReach,
  fundsAndGivers,
];
