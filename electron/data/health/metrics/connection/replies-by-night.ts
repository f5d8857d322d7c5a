import { hourOfWeek, isNightHour } from '../hour-of-week.ts';
import { type MetricModule, stepwise } from '../metric-module.ts';
import { lackOfRequests } from './lack-of-requests.ts';
import { requestWaits } from './requests.ts';
import { timeToFirstReply } from './time-to-first-reply.ts';
import { waitCurveOf } from './wait-curves.ts';

/**
 * R2 of the requests of the current period asked at night against those asked by day, in the time zone of the community: who
 * asks at night waits for other reasons, and one curve of both would blame or praise nobody rightly.
 */
export const repliesByNight: MetricModule = {
  ...timeToFirstReply,
  id: 'R2_night',
  isCore: false,
  definitionVersion: 1,
  ...stepwise(function* (facts, window) {
    const lack = yield* lackOfRequests(facts);
    if (lack) return lack;
    const waits = yield* requestWaits(facts);
    const isNight = (askedAt: number) => isNightHour(hourOfWeek(facts.calendar, askedAt).hour);
    return {
      kind: 'curves',
      time: 'hours',
      reads: 'rising',
      marks: [24, 1, 72],
      series: [
        waitCurveOf('night', 'night', window.current, facts, waits, isNight),
        waitCurveOf('day', 'day', window.current, facts, waits, (askedAt) => !isNight(askedAt)),
      ],
    };
  }),
};
