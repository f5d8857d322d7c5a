import { activeBetween } from '../../engine/active-people.ts';
import { type MetricModule, stepwise } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { MS_PER_DAY } from '../period-places.ts';
import { periodRow } from '../period-series.ts';
import type { RawShares } from '../raw-result.ts';
import { groupSessions, sessionsBySeries } from './group-activities.ts';
import { rowLabel } from './labels.ts';

/** R13. Members at one group activity or more, of members who did anything (level 1 and above, attendance included). */
export const groupActivityParticipation: MetricModule = {
  id: 'R13',
  dashboard: 'connection',
  isCore: true,
  definitionVersion: 2,
  level: 1,
  needs: ['events', 'attendance', 'activity-days'],
  chart: 16,
  source: 'CHAOSS, Event Diversity',
  place: 'any',
  team: 'in-period',
  pools: true,
  ...stepwise(function* (facts, window) {
    const sessions = groupSessions(facts);
    if (sessions.length === 0) return missing('events', 'attendance');
    const weeks = facts.weeks(1);
    const rows: RawShares['rows'][number][] = [];
    for (const period of window.periods) {
      yield;
      const present = new Set<number>();
      for (const session of sessions) {
        if (session.event.day < period.firstDay || session.event.day > period.lastDay) continue;
        for (const person of session.present) present.add(person);
      }
      const active = activeBetween(weeks, facts.people.count, period.firstDay, period.lastDay);
      let whole = 0;
      for (let person = 0; person < facts.people.count; person += 1) {
        // Being there is an act of level 1 itself, wherever it was noted.
        if (present.has(person) || active[person] === 1) whole += 1;
      }
      rows.push({ ...periodRow(period, rowLabel('atActivities'), 'members'), part: present.size, whole });
    }
    return { kind: 'shares', draw: 'series', of: 'people', rows };
  }),
};

/** More sessions of one series than this cannot be read. */
const MOST_SESSIONS = 8;
/** Of fewer people at a session a range is told and no number (chart 16). */
const FEWEST_TO_COUNT = 8;

/** Chart 16: people at each of the newest sessions as dots, by series. */
export const attendanceBySession: MetricModule = {
  ...groupActivityParticipation,
  id: 'R13_sessions',
  needs: ['events', 'attendance'],
  pools: false,
  ...stepwise(function* (facts, window) {
    yield;
    const from = window.periods[0]?.firstDay ?? facts.firstDay;
    const series = sessionsBySeries(groupSessions(facts).filter(({ event }) => event.day >= from));
    if (series.size === 0) return missing('events', 'attendance');
    const rows = [...series].flatMap(([name, sessions], at) =>
      sessions
        .slice(-MOST_SESSIONS)
        .toReversed()
        .map(({ event, present }) => ({
          id: `${at}:${event.day}`,
          label: rowLabel('session', { start: event.day * MS_PER_DAY }),
          facet: { name },
          count: present.size,
        })),
    );
    return { kind: 'counts', draw: 'dots', of: 'people', bandBelow: FEWEST_TO_COUNT, rows };
  }),
};
