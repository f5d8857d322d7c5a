import { activeBetween } from '../../engine/active-people.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { actingSteps } from './campaign-steps.ts';
import { rowLabel } from './labels.ts';

const FOLLOWED_DAYS = 90;

/**
 * A4. Of members active in the 90 days before, those who became aware of a campaign within 90 days (D0); of those, who acted
 * (D1); of those, who organised (D2). Steps are nested: who acted was aware, who organised acted.
 */
export const engagementSteps: MetricModule = {
  id: 'A4',
  dashboard: 'advocacy',
  isCore: true,
  definitionVersion: 2,
  level: 1,
  needs: ['campaigns', 'activity-days'],
  chart: null,
  source: 'CHAOSS, Conversion Rate',
  place: 'any',
  team: 'in-period',
  compute: (facts, window) => {
    const { participation } = facts.outreach;
    if (participation.length === 0) return missing('campaigns');
    const lastDay = Math.min(window.current.lastDay, facts.lastDay);
    const firstDay = lastDay - FOLLOWED_DAYS + 1;
    if (firstDay - FOLLOWED_DAYS < facts.firstDay) return missing('history');
    const inCohort = activeBetween(facts.weeks(1), facts.people.count, firstDay - FOLLOWED_DAYS, firstDay - 1);
    const aware = new Set<number>();
    const acted = new Set<number>();
    const organised = new Set<number>();
    for (const { person, day, step } of participation) {
      if (day < firstDay || day > lastDay || inCohort[person] !== 1) continue;
      aware.add(person);
      if (actingSteps.includes(step)) acted.add(person);
      if (step === 'organised') organised.add(person);
    }
    const cohort = inCohort.reduce((sum, isOne) => sum + isOne, 0);
    return {
      kind: 'shares',
      draw: 'bars',
      of: 'people',
      rows: [
        { id: 'aware', label: rowLabel('aware'), part: aware.size, whole: cohort },
        { id: 'acted', label: rowLabel('acted'), part: acted.size, whole: aware.size },
        { id: 'organised', label: rowLabel('organised'), part: organised.size, whole: acted.size },
      ],
    };
  },
};
