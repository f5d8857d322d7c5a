import type { DisclosurePlace, Published } from '../../../../shared/domain/published.ts';
import type { HealthView, LifeCycle, RetentionTable, StayCurve } from '../../../../shared/ipc/topics/health.ts';
import { withBeginCaveat } from '../findings/data-begin.ts';
import { withTeamCaveat } from '../findings/team-caveat.ts';
import type { RawHealth } from '../raw-health.ts';
import { publishCount } from './counts.ts';
import { mint } from './mint.ts';
import { publishLifeCycle } from './publish-life-cycle.ts';
import { publishReciprocity } from './publish-reciprocity.ts';
import { publishRetention } from './publish-retention.ts';
import { publishStay } from './publish-stay.ts';
import { rulesFor } from './rules.ts';
import { dayOfInstant } from './told-day.ts';

type ToldChart = RetentionTable | StayCurve | LifeCycle;

/** A view that was audited with what it leaves with, as it may be shown. */
export function healthView(raw: RawHealth, place: DisclosurePlace): Published<HealthView> {
  const rules = rulesFor(place);
  const told = <Chart extends ToldChart>(chart: Chart) =>
    withTeamCaveat(withBeginCaveat(chart, raw.mayBeOlder), raw.teamRule, raw.lastDay);
  return mint({
    communityId: raw.communityId,
    spaceId: raw.spaceId,
    timeZone: raw.timeZone,
    weekStart: 'monday',
    computedAt: raw.computedAt,
    cutOff: dayOfInstant(raw.cutOff, raw.timeZone),
    place,
    threshold: rules.threshold || null,
    rounding: rules.rounding > 1 ? rules.rounding : null,
    members: publishCount(raw.members, rules),
    activities: publishCount(raw.activities, rules),
    retention:
      raw.retention &&
      told(publishRetention(raw.retention, raw.level, rules, raw.spaceId === null ? 'community' : 'space')),
    stay: raw.stay && told(publishStay(raw.stay, raw.level, rules)),
    lifeCycle: raw.lifeCycle && told(publishLifeCycle(raw.lifeCycle, 'month', raw.level, rules)),
    reciprocity:
      raw.reciprocity && publishReciprocity(raw.reciprocity, 3, rules, place === 'team' ? raw.reciprocityBefore : null),
  });
}
