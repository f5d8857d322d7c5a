import { describe, expect, it } from 'vitest';
import { connectedMembers } from '../../../../electron/data/health/metrics/connection/connected-members.ts';
import { newcomerFirstReply } from '../../../../electron/data/health/metrics/connection/newcomer-first-reply.ts';
import { aFacts, aWindow } from '../../../builders/health-facts.ts';
import { resultOf, sharesOf } from '../../../builders/metric-results.ts';

describe('R1, newcomers with a first reply', () => {
  it('counts a reply within 7 × 24 hours, and nobody twice', () => {
    const facts = aFacts({
      lastDay: '2026-06-30',
      people: {
        host: { joinedEarlier: true },
        old: { joinedEarlier: true },
        spammer: { ended: '2026-04-20', endedHow: 'spam' },
      },
      messages: [
        { at: '2026-04-01 10:00', by: 'inTime', thread: 'a' },
        { at: '2026-04-08 10:00', by: 'host', thread: 'a' },
        { at: '2026-04-02 10:00', by: 'late', thread: 'b' },
        { at: '2026-04-09 10:01', by: 'host', thread: 'b' },
        { at: '2026-04-03 10:00', by: 'alone', thread: 'c' },
        { at: '2026-04-03 11:00', by: 'alone', thread: 'c' },
        { at: '2026-04-04 10:00', by: 'old', thread: 'd' },
        { at: '2026-04-04 11:00', by: 'host', thread: 'd' },
        { at: '2026-04-05 10:00', by: 'spammer', thread: 'e' },
        { at: '2026-04-05 11:00', by: 'host', thread: 'e' },
        { at: '2026-06-24 00:00', by: 'justOld', thread: 'f' },
        { at: '2026-06-24 00:01', by: 'recent', thread: 'g' },
        { at: '2026-06-24 01:00', by: 'host', thread: 'g' },
      ],
    });
    // inTime, late, alone and justOld; recent has less than seven days.
    expect(sharesOf(newcomerFirstReply, facts)).toEqual({ '2026-04-01/newcomers': '1/4' });
  });

  it('takes the first message that was seen for one that was removed as spam', () => {
    const facts = aFacts({
      lastDay: '2026-06-30',
      people: { host: { joinedEarlier: true } },
      messages: [
        { at: '2026-04-01 10:00', by: 'ana', flags: ['spam'] },
        { at: '2026-05-01 10:00', by: 'ana', id: 'hello' },
        { at: '2026-05-01 11:00', by: 'host', parent: 'hello' },
      ],
    });
    expect(sharesOf(newcomerFirstReply, facts)).toEqual({ '2026-04-01/newcomers': '1/1' });
  });

  it('counts nobody whose first message ever lies before the table', () => {
    const facts = aFacts({
      lastDay: '2026-06-30',
      people: { ana: { spoke: '2020-01-01' } },
      messages: [{ at: '2026-04-01 10:00', by: 'ana', to: 'ben' }],
    });
    expect(sharesOf(newcomerFirstReply, facts)).toEqual({ '2026-04-01/newcomers': '0/0' });
  });

  it('is open until the last newcomer of a period was followed', () => {
    const open = (lastDay: string) => {
      const facts = aFacts({ lastDay, messages: [{ at: '2026-01-01 10:00', by: 'ana', to: 'ben' }] });
      return resultOf(newcomerFirstReply, facts, 'shares').rows[0]?.period?.complete;
    };
    expect(open('2026-04-06')).toBe(false);
    expect(open('2026-04-07')).toBe(true);
  });

  it('says what it lacks', () => {
    const none = aFacts({ lastDay: '2026-06-30' });
    expect(newcomerFirstReply.compute(none, aWindow(none))).toEqual({ kind: 'missing', needs: ['messages'] });
    const unlinked = aFacts({ lastDay: '2026-06-30', messages: [{ at: '2026-04-01', by: 'ana' }] });
    expect(newcomerFirstReply.compute(unlinked, aWindow(unlinked))).toEqual({
      kind: 'missing',
      needs: ['reply-links'],
    });
  });
});

describe('R9, members with a mutual tie', () => {
  const facts = aFacts({
    firstDay: '2026-01-01',
    lastDay: '2026-07-15',
    people: { host: { joinedEarlier: true } },
    active: { lurker: { level: 1, days: ['2026-05-01'] }, quiet: { level: 2, days: ['2026-05-01'] } },
    messages: [
      { at: '2026-04-02 09:00', by: 'host', to: 'ana' },
      { at: '2026-04-10 10:00', by: 'ana', to: 'host' },
      { at: '2026-04-12 10:00', by: 'host', to: 'ana' },
      { at: '2026-04-20 10:00', by: 'ben', to: 'host' },
      { at: '2026-05-20 10:00', by: 'host', to: 'ben' },
      { at: '2026-04-21 10:00', by: 'cem', to: 'host' },
      { at: '2026-04-22 10:00', by: 'ana', to: 'cem' },
    ],
  });

  it('counts ties of 90 days among those who spoke, and newcomers by day 30', () => {
    const shares = sharesOf(connectedMembers, facts);
    // Spoke: ana, ben, cem, host, quiet; mutual: ana, ben, host.
    expect(shares['2026-04-01/members']).toBe('3/5');
    // ben's tie was returned exactly 30 days after his first message: not within them.
    expect(shares['2026-04-01/newcomers']).toBe('1/3');
  });

  it('leaves out periods whose 90 days are not in the data', () => {
    const short = aFacts({ lastDay: '2026-06-30', messages: [{ at: '2026-06-01', by: 'ana', to: 'ben' }] });
    expect(connectedMembers.compute(short, aWindow(short))).toEqual({ kind: 'missing', needs: ['history'] });
  });
});
