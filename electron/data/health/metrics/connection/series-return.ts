import { NO_DAY, sightsBetween } from '../../engine/active-people.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { MS_PER_DAY } from '../period-places.ts';
import { groupSessions, type Session, sessionsBySeries } from './group-activities.ts';
import { rowLabel } from './labels.ts';

const LOOKED_BACK = 3;
const FEWEST_BEFORE = 2;
const MOST_SESSIONS = 6;

/** R14. People at a session who were at two or more of the three before, of people there who could have been. */
export const seriesReturn: MetricModule = {
  id: 'R14',
  dashboard: 'connection',
  isCore: false,
  definitionVersion: 2,
  level: null,
  needs: ['events', 'attendance'],
  chart: 16,
  source: 'CHAOSS, Inclusive Experience at Event; the form is Hearth’s own',
  place: 'any',
  team: 'by-joining',
  compute: (facts, window) => {
    const sessions = groupSessions(facts);
    if (sessions.length === 0) return missing('events', 'attendance');
    const since = knownSince(facts);
    const from = window.periods[0]?.firstDay ?? facts.firstDay;
    const rows = [...sessionsBySeries(sessions)].flatMap(([series, all], place) =>
      all
        .flatMap((session, at) => {
          const before = all.slice(Math.max(0, at - LOOKED_BACK), at);
          if (before.length < LOOKED_BACK || session.event.day < from) return [];
          return [
            {
              id: `${place}:${session.event.day}`,
              label: rowLabel('session', { start: session.event.day * MS_PER_DAY }),
              facet: { name: series },
              ...returnedTo(session, before, since),
            },
          ];
        })
        .slice(-MOST_SESSIONS)
        .toReversed(),
    );
    if (rows.length === 0) return missing('history');
    const sum = (read: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + read(row), 0);
    const all = {
      id: 'all',
      label: rowLabel('allSessions'),
      part: sum(({ part }) => part),
      whole: sum(({ whole }) => whole),
    };
    return { kind: 'shares', draw: 'bars', of: 'things', rows: [all, ...rows] };
  },
};

/** Could have been at two of the three before: was known no later than the last but one of them. */
function returnedTo(
  session: Session,
  before: readonly Session[],
  since: Float64Array,
): { part: number; whole: number } {
  const latest = before[before.length - FEWEST_BEFORE]?.event.day ?? 0;
  let part = 0;
  let whole = 0;
  for (const person of session.present) {
    if (!((since[person] ?? Number.NaN) <= latest)) continue;
    whole += 1;
    if (before.filter(({ present }) => present.has(person)).length >= FEWEST_BEFORE) part += 1;
  }
  return { part, whole };
}

/** First day each person is known on: joined, seen, or at an event. Infinity for nobody's. */
function knownSince(facts: HealthFacts): Float64Array {
  const { people, outreach, calendar } = facts;
  const seen = sightsBetween(facts.weeks(0), people.count, NO_DAY, facts.lastDay).first;
  const since = new Float64Array(people.count).fill(Number.POSITIVE_INFINITY);
  const know = (person: number, day: number) => {
    since[person] = Math.min(since[person] ?? day, day);
  };
  for (let person = 0; person < people.count; person += 1) {
    const joinedAt = people.joinedAt[person] ?? Number.NaN;
    if (!Number.isNaN(joinedAt)) know(person, calendar.dayOf(joinedAt));
    if (seen[person] !== NO_DAY) know(person, seen[person] ?? 0);
  }
  for (const { event, person, attended } of outreach.attendance) {
    const day = outreach.events[event]?.day;
    if (attended && day !== undefined) know(person, day);
  }
  return since;
}
