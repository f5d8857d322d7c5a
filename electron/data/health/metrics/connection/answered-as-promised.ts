import type { Sentence } from '../../../../../shared/domain/health/chart.ts';
import { usualHours } from '../../../../../shared/domain/health/reply-promise.ts';
import { noonOf } from '../../calendar/civil-day.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { promiseOn } from '../../promise/promise-on.ts';
import { type MetricModule, stepwise } from '../metric-module.ts';
import type { Period } from '../window.ts';
import { waitCurves } from './wait-curves.ts';

/**
 * R4. Share of support requests answered within the community's own promise: 1 − S(h) of R2. Each period is told by the
 * promise that was in force when it began, however it was changed since; where there was none, by one day and two days.
 */
export const answeredAsPromised: MetricModule = {
  id: 'R4',
  dashboard: 'connection',
  isCore: false,
  definitionVersion: 3,
  level: 2,
  needs: ['messages', 'reply-links', 'requests'],
  chart: null,
  source: 'CHAOSS, Starter Project Health',
  place: 'any',
  team: 'things',
  ...stepwise(function* (facts, window) {
    const curves = yield* waitCurves(facts, window, usualHours);
    if (curves.kind === 'missing') return curves;
    return {
      ...curves,
      series: curves.series.map((one) => (one.period ? { ...one, marks: hoursOf(facts, one.period) } : one)),
      notes: notesOf(facts, window.current, window.previous),
    };
  }),
};

/** Hours the requests of a period are told at. */
function hoursOf({ promises }: HealthFacts, { firstDay }: Period): readonly number[] {
  const hours = promiseOn(promises, firstDay)?.hours ?? null;
  return hours === null ? usualHours : [hours];
}

/** Which promise counts and since when, and what it was before where that differs. */
function notesOf(facts: HealthFacts, current: Period, previous: Period | null): Sentence[] {
  const promise = promiseOn(facts.promises, current.firstDay);
  const now = promise?.hours ?? null;
  const before = previous ? (promiseOn(facts.promises, previous.firstDay)?.hours ?? null) : now;
  const said: Sentence[] = [
    now === null || !promise ? word('none') : word('since', { hours: now, start: noonOf(promise.fromDay) }),
  ];
  if (before === now) return said;
  return [...said, before === null ? word('noneBefore') : word('before', { hours: before })];
}

function word(key: string, params: Sentence['params'] = {}): Sentence {
  return { key: `connection:promise.${key}`, params };
}
