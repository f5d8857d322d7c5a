import { NO_DAY } from '../../engine/active-people.ts';
import { gapsOf } from '../group/gaps-of.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { stayedAtNinety, stayStatus, stayTableOf } from '../stayed-at-ninety.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('resilience');
/** Mentoring that begins later tells of those who had already stayed, and would make it look better than it is. */
const MENTORED_WITHIN_DAYS = 30;

/** Z23. Newcomers still there after 90 days: mentored within 30 days of joining, against all others. */
export const mentoredStay: MetricModule = {
  id: 'Z23',
  dashboard: 'resilience',
  isCore: false,
  definitionVersion: 2,
  level: 2,
  needs: ['activity-days', 'mentorships'],
  chart: null,
  source: 'CHAOSS, Mentorship',
  place: 'any',
  team: 'by-joining',
  compute: (facts, window) => {
    if (facts.outreach.mentorships.length === 0) return missing('mentorships');
    const stays = stayedAtNinety(facts, window);
    const { joined } = stays;
    const mentored = new Uint8Array(joined.length);
    for (const { mentee, startDay } of facts.outreach.mentorships) {
      if (startDay <= (joined[mentee] ?? NO_DAY) + MENTORED_WITHIN_DAYS) mentored[mentee] = 1;
    }
    const people = Int32Array.from(joined.keys());
    const members = people.filter((person) => mentored[person] === 1);
    const others = people.filter((person) => mentored[person] !== 1);
    return gapsOf(
      [{ id: 'all', label: word('mentored'), members, others }],
      (person) => stayStatus(stays, person),
      (some) => stayTableOf(stays, some),
    );
  },
};
