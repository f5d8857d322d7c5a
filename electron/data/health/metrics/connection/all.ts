import type { MetricModule } from '../metric-module.ts';
import { surveyScale } from '../survey-scale.ts';
import { answeredAsPromised } from './answered-as-promised.ts';
import { bridgingMembers } from './bridging-members.ts';
import { connectedMembers } from './connected-members.ts';
import { deepConversations } from './deep-conversations.ts';
import { attendanceBySession, groupActivityParticipation } from './group-activity-participation.ts';
import { newcomerFirstReply } from './newcomer-first-reply.ts';
import { reciprocalTies } from './reciprocal-ties.ts';
import { repliesByNight } from './replies-by-night.ts';
import { replyReach } from './reply-reach.ts';
import { seriesReturn } from './series-return.ts';
import { supportBalance } from './support-balance.ts';
import { feelingHeard, senseOfCommunity } from './survey-scores.ts';
import { threadDepth } from './thread-depth.ts';
import { tiesAcrossSpaces, tiesBetweenSpaces } from './ties-across-spaces.ts';
import { timeToFirstReply } from './time-to-first-reply.ts';
import { unansweredByHour, unansweredRequests } from './unanswered-requests.ts';

/** R1 to R16 in the order of the catalogue. */
export const connectionMetrics: readonly MetricModule[] = [
  newcomerFirstReply,
  timeToFirstReply,
  unansweredRequests,
  answeredAsPromised,
  replyReach,
  threadDepth,
  deepConversations,
  reciprocalTies,
  connectedMembers,
  tiesAcrossSpaces,
  bridgingMembers,
  supportBalance,
  groupActivityParticipation,
  seriesReturn,
  feelingHeard,
  senseOfCommunity,
];

/** Second pictures of a metric: they stand below it. Their id is that of the metric, an underscore and a name. */
export const connectionExtras: readonly MetricModule[] = [
  repliesByNight,
  unansweredByHour,
  tiesBetweenSpaces,
  attendanceBySession,
  surveyScale(feelingHeard, 'feeling-heard'),
  surveyScale(senseOfCommunity, 'sense-of-community'),
];
