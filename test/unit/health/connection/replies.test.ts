import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachReply } from '../../../../electron/data/health/metrics/connection/each-reply.ts';
import { firstReplies } from '../../../../electron/data/health/metrics/connection/reply-finder.ts';
import { atOnce } from '../../../../shared/domain/steps.ts';
import { aFacts, type MessagePlan } from '../../../builders/health-facts.ts';

const messagesOf = (messages: readonly MessagePlan[]) => aFacts({ lastDay: '2026-04-30', messages }).messages;

describe('first reply', () => {
  it('is a message with the first one as its parent, by another person', () => {
    const messages = messagesOf([
      { at: '2026-04-01 10:00', by: 'ana', id: 'question' },
      { at: '2026-04-01 11:00', by: 'ana', parent: 'question' },
      { at: '2026-04-01 12:00', by: 'ben', parent: 'question' },
      { at: '2026-04-01 13:00', by: 'cem', parent: 'question' },
    ]);
    expect([...firstReplies(messages)]).toEqual([2, -1, -1, -1]);
  });

  it('is the next message of another person in the thread, own ones in between do not count', () => {
    const messages = messagesOf([
      { at: '2026-04-01 10:00', by: 'ana', thread: 't' },
      { at: '2026-04-01 11:00', by: 'ana', thread: 't' },
      { at: '2026-04-01 12:00', by: 'ben', thread: 'another' },
      { at: '2026-04-01 13:00', by: 'ben', thread: 't' },
      { at: '2026-04-01 14:00', by: 'ana', thread: 't' },
    ]);
    expect([...firstReplies(messages)]).toEqual([3, 3, -1, 4, -1]);
  });

  it('may be directed at the author where there are no threads, but not where it answers something else', () => {
    const messages = messagesOf([
      { at: '2026-04-01 10:00', by: 'ana', id: 'first' },
      { at: '2026-04-01 11:00', by: 'ana', id: 'second' },
      { at: '2026-04-01 12:00', by: 'ben', to: 'ana', parent: 'second' },
      { at: '2026-04-01 13:00', by: 'ben', to: 'ana' },
    ]);
    expect([...firstReplies(messages)].slice(0, 2)).toEqual([3, 2]);
  });

  it('in another thread is none, though directed at the author', () => {
    const messages = messagesOf([
      { at: '2026-04-01 10:00', by: 'ana', thread: 't' },
      { at: '2026-04-01 11:00', by: 'ben', thread: 'another', to: 'ana' },
    ]);
    expect(firstReplies(messages)[0]).toBe(-1);
  });

  it('that was removed as spam is none', () => {
    const messages = messagesOf([
      { at: '2026-04-01 10:00', by: 'ana', thread: 't' },
      { at: '2026-04-01 11:00', by: 'bot', thread: 't', flags: ['spam'] },
    ]);
    expect(firstReplies(messages)[0]).toBe(-1);
  });
});

describe('every reply', () => {
  const people = ['ana', 'ben', 'cem', 'dee'];
  const message = fc.record(
    {
      by: fc.constantFrom(...people),
      to: fc.constantFrom(...people),
      thread: fc.constantFrom('a', 'b'),
      answers: fc.nat(20),
      flags: fc.constantFrom(['spam'] as const, [] as const),
    },
    { requiredKeys: ['by', 'flags'] },
  );
  const tables = fc.array(message, { minLength: 1, maxLength: 25 }).map((drawn) =>
    messagesOf(
      drawn.map(({ answers, ...rest }, at) => ({
        ...rest,
        id: String(at),
        at: `2026-04-01 10:${String(at).padStart(2, '0')}`,
        ...(answers !== undefined && answers < at ? { parent: String(answers) } : {}),
      })),
    ),
  );

  it('begins with the first one', () => {
    fc.assert(
      fc.property(tables, (messages) => {
        const first = new Int32Array(messages.count).fill(-1);
        atOnce(
          eachReply(messages, Int32Array.from(first.keys()), 86_400_000, (place, reply) => {
            if (first[place] === -1) first[place] = reply;
          }),
        );
        expect([...first]).toEqual([...firstReplies(messages)]);
      }),
    );
  });

  it('comes in time', () => {
    const messages = messagesOf([
      { at: '2026-04-01 10:00', by: 'ana', thread: 't' },
      { at: '2026-04-01 11:00', by: 'ben', thread: 't' },
      { at: '2026-04-01 12:01', by: 'cem', thread: 't' },
    ]);
    const met: number[] = [];
    atOnce(eachReply(messages, Int32Array.of(0), 2 * 3_600_000, (_, reply) => met.push(reply)));
    expect(met).toEqual([1]);
  });
});
