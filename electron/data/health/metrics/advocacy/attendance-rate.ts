import type { EventFact } from '../../facts/outreach-facts.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { MS_PER_DAY } from '../period-places.ts';
import { rowLabel } from './labels.ts';

const kinds: readonly EventFact['kind'][] = ['webinar', 'workshop', 'march'];
const FEWEST_MINUTES = 10;
const MOST_EVENTS = 12;

/**
 * A7. People who stayed ten minutes or more, of people who registered; per webinar, workshop or march. Where nobody noted
 * how long somebody stayed, as at a march, having been there counts.
 */
export const attendanceRate: MetricModule = {
  id: 'A7',
  dashboard: 'advocacy',
  isCore: false,
  definitionVersion: 1,
  level: null,
  needs: ['events', 'attendance'],
  chart: null,
  source: 'Hearth’s own',
  place: 'any',
  team: 'in-period',
  compute: (facts, window) => {
    const { events, attendance } = facts.outreach;
    const from = window.periods[0]?.firstDay ?? facts.firstDay;
    const registered = events.map(() => new Set<number>());
    const stayed = events.map(() => new Set<number>());
    for (const row of attendance) {
      if (!row.registered) continue;
      registered[row.event]?.add(row.person);
      const isLong = row.minutes < 0 || row.minutes >= FEWEST_MINUTES;
      if (row.attended && isLong) stayed[row.event]?.add(row.person);
    }
    const rows = Array.from(events.entries())
      .filter(([, { kind, day }]) => kinds.includes(kind) && day >= from && day <= facts.lastDay)
      .sort(([, a], [, b]) => b.day - a.day)
      .slice(0, MOST_EVENTS)
      .map(([at, { name, day }]) => ({
        id: `${at}:${day}`,
        label: rowLabel('eventOn', { event: name, start: day * MS_PER_DAY }),
        part: stayed[at]?.size ?? 0,
        whole: registered[at]?.size ?? 0,
      }))
      .filter(({ whole }) => whole > 0);
    return rows.length === 0 ? missing('events', 'attendance') : { kind: 'shares', draw: 'bars', of: 'people', rows };
  },
};
