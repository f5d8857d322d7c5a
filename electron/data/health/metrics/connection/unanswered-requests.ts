import type { HealthFacts } from '../../facts/health-facts.ts';
import { hourOfWeek } from '../hour-of-week.ts';
import { type MetricModule, stepwise } from '../metric-module.ts';
import { MS_PER_DAY } from '../period-places.ts';
import { shareTally } from '../share-tally.ts';
import type { MetricWindow, Period } from '../window.ts';
import { rowLabel } from './labels.ts';
import { lackOfRequests } from './lack-of-requests.ts';
import { type RequestWaits, requestWaits } from './requests.ts';

const DAYS = 7;
const WITHIN = DAYS * MS_PER_DAY;

/** R3. Support requests without a reply by another person after 7 × 24 hours, of those that old. */
export const unansweredRequests: MetricModule = {
  id: 'R3',
  dashboard: 'connection',
  isCore: true,
  definitionVersion: 2,
  level: 2,
  needs: ['messages', 'reply-links', 'requests'],
  chart: null,
  source: 'Discourse, report topics_with_no_response',
  place: 'any',
  team: 'things',
  pools: true,
  ...stepwise(function* (facts, window) {
    const lacking = yield* lackOfRequests(facts);
    if (lacking) return lacking;
    const tally = shareTally(facts, window);
    eachOldRequest(facts, yield* requestWaits(facts), (day, isUnanswered) => tally.add(day, isUnanswered));
    return { kind: 'shares', draw: 'series', of: 'things', rows: tally.rows('requests', rowLabel('requests'), DAYS) };
  }),
};

/** Chart 3: how many requests of a quarter stayed unanswered, by the weekday and hour they were asked. */
export const unansweredByHour: MetricModule = {
  ...unansweredRequests,
  id: 'R3_hours',
  chart: 3,
  // It is of a whole quarter already.
  pools: false,
  ...stepwise(function* (facts, window) {
    const lacking = yield* lackOfRequests(facts);
    if (lacking) return lacking;
    const asked = new Int32Array(7 * 24);
    const unanswered = new Int32Array(7 * 24);
    const { firstDay, lastDay } = pooledQuarter(window);
    eachOldRequest(facts, yield* requestWaits(facts), (day, isUnanswered, askedAt) => {
      if (day < firstDay || day > lastDay) return;
      const { weekday, hour } = hourOfWeek(facts.calendar, askedAt);
      const place = weekday * 24 + hour;
      asked[place] = (asked[place] ?? 0) + 1;
      if (isUnanswered) unanswered[place] = (unanswered[place] ?? 0) + 1;
    });
    const hours = asked.some((count) => count <= FEWEST_PER_CELL) ? 4 : 1;
    return {
      kind: 'grid',
      unit: 'count',
      of: 'things',
      rows: weekdays.map((weekday) => rowLabel(`weekdays.${weekday}`)),
      columns: Array.from({ length: 24 / hours }, (_, part) =>
        hours === 1
          ? rowLabel('hour', { hour: part })
          : rowLabel('hours', { from: part * hours, to: (part + 1) * hours }),
      ),
      cells: weekdays.map((_, day) =>
        Array.from({ length: 24 / hours }, (__, part) => {
          const from = day * 24 + part * hours;
          return { count: unanswered.subarray(from, from + hours).reduce((sum, count) => sum + count, 0) };
        }),
      ),
    };
  }),
};

/** T of health.md C.2: with so few requests in an hour of the week, hours are put together to six parts of the day. */
const FEWEST_PER_CELL = 7;

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Every request that was followed for seven days, with whether nobody had replied by then. */
function eachOldRequest(
  facts: HealthFacts,
  waits: RequestWaits,
  meet: (day: number, isUnanswered: boolean, askedAt: number) => void,
): void {
  for (let place = 0; place < waits.count; place += 1) {
    const askedAt = waits.askedAt[place] ?? 0;
    if (askedAt + WITHIN > facts.cutOff) continue;
    const repliedAt = waits.repliedAt[place] ?? Number.NaN;
    const isAnswered = repliedAt - askedAt <= WITHIN;
    meet(facts.messages.day[waits.row[place] ?? 0] ?? 0, !isAnswered, askedAt);
  }
}

/** The current quarter, or the three months up to the current one. */
function pooledQuarter({ unit, periods, current }: MetricWindow): Pick<Period, 'firstDay' | 'lastDay'> {
  const first = unit === 'month' ? (periods.find(({ index }) => index >= current.index - 2) ?? current) : current;
  return { firstDay: first.firstDay, lastDay: current.lastDay };
}
