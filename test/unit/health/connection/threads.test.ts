import { describe, expect, it } from 'vitest';
import { UPHELD_THREAD } from '../../../../electron/data/health/facts/message-table.ts';
import { deepConversations } from '../../../../electron/data/health/metrics/connection/deep-conversations.ts';
import { threadDepth } from '../../../../electron/data/health/metrics/connection/thread-depth.ts';
import { eachThread } from '../../../../electron/data/health/metrics/connection/thread-rows.ts';
import { atOnce } from '../../../../shared/domain/steps.ts';
import { aDay, aFacts, aWindow, type MessagePlan } from '../../../builders/health-facts.ts';
import { resultOf, sharesOf, valuesOf } from '../../../builders/metric-results.ts';

/** A thread with one message an hour; each says who wrote it and, by its place in the thread, what it answers. */
function aThread(thread: string, date: string, messages: readonly (readonly [string, number?])[]): MessagePlan[] {
  return messages.map(([by, answers], at) => ({
    at: `${date} ${String(10 + at).padStart(2, '0')}:00`,
    by,
    thread,
    id: `${thread}${at}`,
    ...(answers === undefined ? {} : { parent: `${thread}${answers}` }),
  }));
}

describe('R6, depth of threads', () => {
  it('is the middle of the largest h with h comments at level h', () => {
    const facts = aFacts({
      firstDay: '2026-01-01',
      lastDay: '2026-06-30',
      messages: [
        // Levels 1, 1, 2, 2, 3: depth 2.
        ...aThread('deep', '2026-04-01', [['ana'], ['ben', 0], ['cem', 0], ['ana', 1], ['ben', 2], ['ana', 3]]),
        // Three comments nobody knows the parents of: depth 1.
        ...aThread('flat', '2026-04-02', [['ana'], ['ben'], ['cem'], ['ana']]),
        ...aThread('alone', '2026-04-03', [['dee']]),
        ...aThread('young', '2026-06-20', [['eve'], ['ben', 0]]),
      ],
    });
    expect(valuesOf(threadDepth, facts)).toMatchObject({ '2026-04-01/threads': 1 });
    const row = resultOf(threadDepth, facts, 'numbers').rows.find(({ id }) => id.startsWith('2026-04-01'));
    expect(row?.counts.slice(0, 4)).toEqual([1, 1, 1, 0]);
    expect(row?.people).toBe(4);
  });

  it('counts comments of 14 days', () => {
    const facts = aFacts({
      lastDay: '2026-06-30',
      messages: [
        ...aThread('t', '2026-04-01', [['ana'], ['ben', 0], ['cem', 0], ['ana', 1], ['ben', 2]]),
        { at: '2026-04-16 10:00', by: 'cem', thread: 't', parent: 't4' },
        { at: '2026-04-16 11:00', by: 'cem', thread: 't', parent: 't4' },
        { at: '2026-04-16 12:00', by: 'cem', thread: 't', parent: 't4' },
      ],
    });
    expect(valuesOf(threadDepth, facts)).toMatchObject({ '2026-04-01/threads': 2 });
  });

  it('says what it lacks', () => {
    const flat = aFacts({ lastDay: '2026-06-30', messages: aThread('t', '2026-04-01', [['ana'], ['ben']]) });
    expect(threadDepth.compute(flat, aWindow(flat))).toEqual({ kind: 'missing', needs: ['reply-trees'] });
    const loose = aFacts({ lastDay: '2026-06-30', messages: [{ at: '2026-04-01', by: 'ana' }] });
    expect(threadDepth.compute(loose, aWindow(loose))).toEqual({ kind: 'missing', needs: ['threads'] });
    expect(deepConversations.compute(loose, aWindow(loose))).toEqual({ kind: 'missing', needs: ['threads'] });
  });
});

describe('R7, deep conversations', () => {
  it('have three people, two of them twice, within 14 days', () => {
    const twice = [['ana'], ['ben'], ['cem'], ['ana'], ['ben']] as const;
    const facts = aFacts({
      lastDay: '2026-06-30',
      messages: [
        ...aThread('deep', '2026-04-01', twice),
        ...aThread('onlyOneTwice', '2026-04-02', [['ana'], ['ben'], ['cem'], ['ana'], ['ana']]),
        ...aThread('onlyTwoPeople', '2026-04-03', [['ana'], ['ben'], ['ana'], ['ben']]),
        ...aThread('alone', '2026-04-04', [['ana']]),
        ...aThread('late', '2026-04-05', twice.slice(0, 4)),
        { at: '2026-04-19 10:01', by: 'ben', thread: 'late' },
        ...aThread('young', '2026-06-17', twice),
        // Began before the data: its first message here answers something unknown.
        { at: '2026-04-06 10:00', by: 'ana', thread: 'old', level: 3 },
      ],
    });
    expect(sharesOf(deepConversations, facts)).toEqual({ '2026-04-01/threads': '1/5' });
  });

  it('are no quarrels that a report was upheld in: those are in neither the part nor the whole', () => {
    const facts = aFacts({
      lastDay: '2026-06-30',
      messages: [
        ...aThread('kind', '2026-04-01', [['ana'], ['ben'], ['cem'], ['ana'], ['ben']]),
        ...aThread('quarrel', '2026-04-02', [['ana'], ['ben'], ['cem'], ['ana'], ['ben']]),
        ...aThread('short', '2026-04-03', [['ana'], ['ben']]),
      ],
    });
    expect(sharesOf(deepConversations, facts)).toEqual({ '2026-04-01/threads': '2/3' });
    const { messages } = facts;
    const quarrel = messages.thread[messages.day.indexOf(aDay('2026-04-02'))];
    for (const [row, thread] of messages.thread.entries()) {
      if (thread === quarrel) messages.flags[row] = (messages.flags[row] ?? 0) | UPHELD_THREAD;
    }
    expect(sharesOf(deepConversations, facts)).toEqual({ '2026-04-01/threads': '1/2' });
  });
});

describe('messages by thread', () => {
  it('are put in order once for all metrics that go through them', () => {
    const { messages, cutOff } = aFacts({
      lastDay: '2026-06-30',
      messages: aThread('t', '2026-04-01', [['ana'], ['ben', 0]]),
    });
    const met: Int32Array[] = [];
    for (let pass = 0; pass < 2; pass += 1) atOnce(eachThread(messages, cutOff, 1, (_, rows) => met.push(rows)));
    expect(met).toHaveLength(2);
    expect(met[1]?.buffer).toBe(met[0]?.buffer);
  });
});
