import { describe, expect, it } from 'vitest';
import type { HealthFacts } from '../../../../electron/data/health/facts/health-facts.ts';
import { answeredAsPromised } from '../../../../electron/data/health/metrics/connection/answered-as-promised.ts';
import { repliesByNight } from '../../../../electron/data/health/metrics/connection/replies-by-night.ts';
import { replyReach } from '../../../../electron/data/health/metrics/connection/reply-reach.ts';
import { requestWaits } from '../../../../electron/data/health/metrics/connection/requests.ts';
import { supportBalance } from '../../../../electron/data/health/metrics/connection/support-balance.ts';
import { timeToFirstReply } from '../../../../electron/data/health/metrics/connection/time-to-first-reply.ts';
import {
  unansweredByHour,
  unansweredRequests,
} from '../../../../electron/data/health/metrics/connection/unanswered-requests.ts';
import { kaplanMeier, stepAt } from '../../../../electron/data/health/statistics/kaplan-meier.ts';
import { atOnce } from '../../../../shared/domain/steps.ts';
import { aDay, aFacts, aWindow, type MessagePlan } from '../../../builders/health-facts.ts';
import { resultOf, sharesOf, valuesOf } from '../../../builders/metric-results.ts';

const request = (at: string, by: string, thread: string, more: Partial<MessagePlan> = {}): MessagePlan => ({
  at,
  by,
  thread,
  flags: ['request'],
  ...more,
});

describe('a support request', () => {
  it('is flagged or starts a thread in a support space, and wants an answer', () => {
    const facts = aFacts({
      lastDay: '2026-06-30',
      spaces: { help: 'support', lounge: 'social' },
      messages: [
        { at: '2026-04-01 10:00', by: 'ana', space: 'lounge', thread: 'a', flags: ['request'] },
        { at: '2026-04-01 11:00', by: 'ben', space: 'help', thread: 'b' },
        { at: '2026-04-01 12:00', by: 'cem', space: 'help', thread: 'b' },
        { at: '2026-04-01 13:00', by: 'dee', space: 'help', thread: 'c', flags: ['noAnswerWanted'] },
        { at: '2026-04-01 14:00', by: 'eve', space: 'help', thread: 'd', flags: ['spam'] },
        { at: '2026-04-01 15:00', by: 'fay', space: 'help' },
        { at: '2026-04-01 16:00', by: 'gus', space: 'lounge', thread: 'e' },
        { at: '2026-04-01 17:00', by: 'hal', space: 'help', thread: 'f', level: 3 },
      ],
    });
    // hal replies to something before the table; fay's space has no threads to start.
    expect([...atOnce(requestWaits(facts)).row]).toEqual([0, 1]);
  });
});

describe('requests of a source that does not say what answers what', () => {
  it.each([unansweredRequests, unansweredByHour, timeToFirstReply, answeredAsPromised])(
    'are not counted as unanswered ($id)',
    (metric) => {
      const bare = aFacts({
        lastDay: '2026-07-31',
        firstDay: '2026-01-01',
        messages: [
          { at: '2026-04-06 10:00', by: 'ana', flags: ['request'] },
          { at: '2026-04-06 11:00', by: 'host' },
        ],
      });
      expect(metric.compute(bare, aWindow(bare))).toEqual({ kind: 'missing', needs: ['reply-links'] });
    },
  );
});

/** Four requests of the second quarter: answered after 1 h and after 30 h, closed after 10 h, still waiting. */
const facts = aFacts({
  lastDay: '2026-07-31',
  firstDay: '2026-01-01',
  messages: [
    request('2026-04-06 10:00', 'ana', 'a'),
    { at: '2026-04-06 10:30', by: 'ana', thread: 'a' },
    { at: '2026-04-06 11:00', by: 'host', thread: 'a' },
    { at: '2026-04-06 12:00', by: 'ben', thread: 'a' },
    request('2026-04-07 10:00', 'ben', 'b'),
    { at: '2026-04-08 16:00', by: 'host', thread: 'b' },
    request('2026-04-08 10:00', 'cem', 'c'),
    { at: '2026-04-08 20:00', by: 'cem', thread: 'c', flags: ['closed'] },
    request('2026-05-30 22:30', 'dee', 'd'),
    { at: '2026-06-07 10:00', by: 'host', thread: 'd' },
    { at: '2026-06-30 10:00', by: 'ana', to: 'ben' },
  ],
});

describe('R2 and R4, time to a first reply', () => {
  it('lets closed threads wait no longer, and open ones until they are answered', () => {
    const { reads, marks, series } = resultOf(timeToFirstReply, facts, 'curves');
    expect({ reads, marks }).toEqual({ reads: 'rising', marks: [24, 1, 72] });
    expect(series.map(({ id, followed }) => [id, followed])).toEqual([
      ['current', 4],
      ['previous', 0],
    ]);
    expect(series[0]?.table).toEqual([
      { time: 1, atRisk: 4, events: 1, competing: 0, censored: 0 },
      { time: 10, atRisk: 3, events: 0, competing: 0, censored: 1 },
      { time: 30, atRisk: 2, events: 1, competing: 0, censored: 0 },
      { time: 179.5, atRisk: 1, events: 1, competing: 0, censored: 0 },
    ]);
  });

  it('keeps a promise by the same curve', () => {
    const { marks, series } = resultOf(answeredAsPromised, facts, 'curves');
    expect(marks).toEqual([24, 48]);
    const steps = kaplanMeier(series[0]?.table ?? []);
    expect(1 - (stepAt(steps, 24)?.survival ?? 1)).toBeCloseTo(1 / 4, 12);
    expect(1 - (stepAt(steps, 48)?.survival ?? 1)).toBeCloseTo(1 - (3 / 4) * (1 / 2), 12);
  });

  it('tells each period by the promise that was in force when it began, and since when', () => {
    const promised = (...promises: HealthFacts['promises']) =>
      resultOf(answeredAsPromised, { ...facts, promises }, 'curves');
    const told = ({ series, notes }: ReturnType<typeof promised>) => [
      ...series.map(({ marks }) => marks),
      ...(notes ?? []).map(({ key, params }) =>
        [key.split('.').at(-1), params.hours].filter((one) => one !== undefined),
      ),
    ];
    const [second, third] = [aDay('2026-04-01'), aDay('2026-07-01')];
    expect(told(promised())).toEqual([[24, 48], [24, 48], ['none']]);
    expect(told(promised({ fromDay: second, hours: 12 }))).toEqual([[12], [24, 48], ['since', 12], ['noneBefore']]);
    // Chosen after the second quarter had begun: it says nothing of it.
    expect(told(promised({ fromDay: third, hours: 96 }))).toEqual([[24, 48], [24, 48], ['none']]);
    const changed = promised({ fromDay: aDay('2026-01-01'), hours: 8 }, { fromDay: second, hours: 12 });
    expect(told(changed)).toEqual([[12], [8], ['since', 12], ['before', 8]]);
    expect(changed.notes?.[0]?.params.start).toBe(Date.UTC(2026, 3, 1, 12));
    expect(told(promised({ fromDay: 0, hours: 8 }, { fromDay: second, hours: null }))).toEqual([
      [24, 48],
      [8],
      ['none'],
      ['before', 8],
    ]);
  });

  it('censors at the end of the data, and takes an answer a second after the hour for a later one', () => {
    const late = aFacts({
      lastDay: '2026-06-30',
      firstDay: '2026-04-01',
      messages: [
        request('2026-06-29 12:00', 'ana', 'a'),
        { at: '2026-06-29 13:00', by: 'ben', thread: 'a' },
        request('2026-06-30 12:00', 'cem', 'b'),
      ],
    });
    late.messages.at[1] = (late.messages.at[1] ?? 0) + 1000;
    const { series } = resultOf(timeToFirstReply, late, 'curves');
    expect(series[0]?.table.map(({ time, events, censored }) => [time, events, censored])).toEqual([
      [61 / 60, 1, 0],
      [12, 0, 1],
    ]);
  });

  it('says what it lacks', () => {
    const none = aFacts({ lastDay: '2026-06-30', messages: [{ at: '2026-04-01', by: 'ana', to: 'ben' }] });
    for (const metric of [timeToFirstReply, answeredAsPromised, unansweredRequests, unansweredByHour, replyReach]) {
      expect(metric.compute(none, aWindow(none))).toEqual({ kind: 'missing', needs: ['requests'] });
    }
    expect(supportBalance.compute(none, aWindow(none))).toEqual({ kind: 'missing', needs: ['requests'] });
  });
});

describe('R2 by night and by day', () => {
  it('goes by the clock of the community, also on the day it is put forward', () => {
    const madrid = aFacts({
      timeZone: 'Europe/Madrid',
      firstDay: '2026-01-01',
      lastDay: '2026-04-30',
      // Two hours ahead of UTC from the 29th of March on, one hour before.
      messages: [
        request('2026-03-20 20:59', 'ana', 'a'),
        request('2026-03-20 21:00', 'ben', 'b'),
        { at: '2026-03-21 03:00', by: 'host', thread: 'b' },
        request('2026-03-29 03:59', 'cem', 'c'),
        request('2026-03-29 04:00', 'dee', 'd'),
        request('2026-03-29 20:00', 'eve', 'e'),
        { at: '2026-04-30 10:00', by: 'host', to: 'ana' },
      ],
    });
    const { series } = resultOf(repliesByNight, madrid, 'curves');
    expect(series.map(({ id, followed }) => [id, followed])).toEqual([
      ['night', 3],
      ['day', 2],
    ]);
    expect(series[0]?.table[0]).toMatchObject({ time: 6, atRisk: 3, events: 1 });
    const [all] = resultOf(timeToFirstReply, madrid, 'curves').series;
    expect(all?.followed).toBe(5);
  });
});

describe('R3, unanswered after seven days', () => {
  it('counts a closed thread and a reply too late, and nothing younger', () => {
    // ana and ben were answered; cem's thread closed without a reply; dee's came after 7.5 days.
    expect(sharesOf(unansweredRequests, facts)).toMatchObject({ '2026-04-01/requests': '2/4' });
    const young = aFacts({
      lastDay: '2026-06-30',
      messages: [request('2026-06-24 00:00', 'ana', 'a'), request('2026-06-24 00:01', 'ben', 'b')],
    });
    expect(sharesOf(unansweredRequests, young)).toEqual({ '2026-04-01/requests': '1/1' });
  });

  it('shows the weekday and the part of the day, in local time', () => {
    const grid = resultOf(unansweredByHour, facts, 'grid');
    expect(grid.columns).toHaveLength(6);
    const told = grid.cells.map((row) => row.map((cell) => (cell && 'count' in cell ? cell.count : -1)));
    const expected = Array.from({ length: 7 }, () => [0, 0, 0, 0, 0, 0]);
    // 2026-04-08 was a Wednesday, 2026-05-30 a Saturday.
    expected[2]![2] = 1;
    expected[5]![5] = 1;
    expect(told).toEqual(expected);
    const messages = [request('2026-03-29 10:30', 'ana', 'a'), request('2026-03-29 00:30', 'ben', 'b')];
    const spring = aFacts({ timeZone: 'Europe/Berlin', firstDay: '2026-01-01', lastDay: '2026-04-15', messages });
    const cells = resultOf(unansweredByHour, spring, 'grid').cells[6]!;
    // 12:30 and 01:30 on the day the clocks went forward.
    expect(cells.map((cell) => (cell && 'count' in cell ? cell.count : -1))).toEqual([1, 0, 0, 1, 0, 0]);
  });
});

describe('R5, reply reach', () => {
  it('counts different other people within seven days', () => {
    // Repliers: ana 2 (host, ben), ben 1, cem 0, dee 0.
    expect(valuesOf(replyReach, facts)).toEqual({ median: 0.5, several: 25 });
    const { rows } = resultOf(replyReach, facts, 'numbers');
    expect(rows[0]?.counts.slice(0, 4)).toEqual([2, 1, 1, 0]);
    expect(rows[0]?.people).toBe(4);
  });
});

describe('R12, support balance', () => {
  const plan = {
    firstDay: '2026-01-01',
    messages: [
      request('2026-04-06 10:00', 'ana', 'a'),
      { at: '2026-04-06 11:00', by: 'host', thread: 'a' },
      { at: '2026-04-06 12:00', by: 'ben', thread: 'a', to: 'ana' },
      request('2026-04-07 10:00', 'ben', 'b'),
      { at: '2026-04-08 16:00', by: 'host', thread: 'b' },
      request('2026-04-08 10:00', 'cem', 'c'),
      request('2026-05-30 22:30', 'dee', 'd'),
      { at: '2026-06-07 10:00', by: 'host', thread: 'd' },
      { at: '2026-06-30 10:00', by: 'ana', to: 'ben' },
      { at: '2026-06-30 11:00', by: 'ben', thread: 'b' },
      { at: '2026-09-30 11:00', by: 'ben', to: 'ana' },
    ],
  };

  it('follows each member who was heard for 90 days', () => {
    const long = aFacts({ ...plan, lastDay: '2026-12-31' });
    // Asked: ana, ben, cem, dee; heard within 7 days: ana, ben; ben wrote to ana before he was heard, ana to ben after.
    expect(sharesOf(supportBalance, long)).toMatchObject({ '2026-04-01/heard': '2/4', '2026-04-01/gave': '1/2' });
  });

  it('says nothing of giving where threads alone are known', () => {
    const messages = plan.messages.map(({ to: _, ...message }: { to?: string }) => message);
    const shares = sharesOf(
      supportBalance,
      aFacts({ ...plan, messages: messages as typeof plan.messages, lastDay: '2026-12-31' }),
    );
    expect(Object.keys(shares).some((id) => id.endsWith('heard'))).toBe(true);
    expect(Object.keys(shares).filter((id) => id.endsWith('gave'))).toEqual([]);
  });

  it('leaves out those whose 90 days are not over', () => {
    expect(sharesOf(supportBalance, aFacts({ ...plan, lastDay: '2026-06-30' }))).toMatchObject({
      '2026-04-01/heard': '2/4',
      '2026-04-01/gave': '0/0',
    });
  });
});
