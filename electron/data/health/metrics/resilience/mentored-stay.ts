import { NO_DAY } from '../join-days.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { stayedAtNinety } from '../stayed-at-ninety.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('resilience');
/** Mentoring that begins later tells of those who had already stayed, and would make it look better than it is. */
const MENTORED_WITHIN_DAYS = 30;

/** Z23. Newcomers still there after 90 days: mentored within 30 days of joining, against all others. */
export const mentoredStay: MetricModule = {
  id: 'Z23',
  dashboard: 'resilience',
  isCore: false,
  definitionVersion: 1,
  level: 2,
  needs: ['activity-days', 'mentorships'],
  chart: null,
  source: 'CHAOSS, Mentorship',
  place: 'any',
  compute: (facts, window) => {
    if (facts.outreach.mentorships.length === 0) return missing('mentorships');
    const { joined, stayed } = stayedAtNinety(facts, window);
    const mentored = new Uint8Array(joined.length);
    for (const { mentee, startDay } of facts.outreach.mentorships) {
      if (startDay <= (joined[mentee] ?? NO_DAY) + MENTORED_WITHIN_DAYS) mentored[mentee] = 1;
    }
    const group = { part: 0, whole: 0 };
    const rest = { part: 0, whole: 0 };
    for (let person = 0; person < joined.length; person += 1) {
      if (joined[person] === NO_DAY) continue;
      const side = mentored[person] === 1 ? group : rest;
      side.whole += 1;
      side.part += stayed[person] ?? 0;
    }
    return { kind: 'gaps', rows: [{ id: 'all', label: word('mentored'), group, rest }] };
  },
};
