import { describe, expect, it } from 'vitest';
import { activePartners } from '../../../../electron/data/health/metrics/outreach/active-partners.ts';
import { resourceUse } from '../../../../electron/data/health/metrics/outreach/resource-use.ts';
import { routeSteps } from '../../../../electron/data/health/metrics/outreach/route-steps.ts';
import { aDay, aFacts, aWindow } from '../../../builders/health-facts.ts';

const route = (name: string, invited: { day: string; count: number }[] = []) => ({
  id: name.length,
  name,
  kind: 'partner' as const,
  invited: invited.map(({ day, count }) => ({ day: aDay(day), count })),
  partner: -1,
});

describe('Z20 outreach steps by route', () => {
  const facts = aFacts({
    firstDay: '2026-01-01',
    lastDay: '2026-06-30',
    people: {
      Ann: { joined: '2026-01-10', route: 0 },
      Ben: { joined: '2026-01-10', route: 0 },
      Cem: { joined: '2026-01-10', route: 0 },
      Dee: { joined: '2026-01-10', route: 1 },
      Eli: { joined: '2026-02-01' },
      // Cannot be followed for 90 days.
      Late: { joined: '2026-04-02', route: 0 },
      Spam: { joined: '2026-01-10', route: 0, ended: '2026-01-11', endedHow: 'spam' },
    },
    messages: [
      { at: '2026-01-11', by: 'Ann', id: 'a1' },
      { at: '2026-01-12', by: 'Old', to: 'Ann' },
      { at: '2026-01-13', by: 'Ann', to: 'Old' },
      // Day 90 after joining.
      { at: '2026-04-10', by: 'Ann' },
      { at: '2026-01-14', by: 'Ben' },
      { at: '2026-01-15', by: 'Old', to: 'Ben' },
      // The answer comes more than 30 days after the first message; and day 61 is inside the last 30 days.
      { at: '2026-03-12', by: 'Ben', to: 'Old' },
      { at: '2026-04-11', by: 'Cem' },
    ],
    outreach: {
      routes: [
        route('Youth centre', [
          { day: '2026-01-02', count: 8 },
          { day: '2026-05-02', count: 90 },
        ]),
        route('March'),
      ],
    },
  });

  it('gives each step of the step before and of all who signed up, by route in a fixed order', () => {
    const result = routeSteps.compute(facts, aWindow(facts));
    const rows = result.kind === 'shares' ? result.rows : [];
    expect(rows.map(({ id, part, whole }) => [id, part, whole])).toEqual([
      ['0/signedUpOfInvited', 3, 8],
      ['0/firstMessageOfSignedUp', 2, 3],
      ['0/mutualTieOfFirstMessage', 1, 2],
      ['0/mutualTieOfSignedUp', 1, 3],
      ['0/activeOfMutualTie', 1, 1],
      ['0/activeOfSignedUp', 2, 3],
      ['1/firstMessageOfSignedUp', 0, 1],
      ['1/mutualTieOfFirstMessage', 0, 0],
      ['1/mutualTieOfSignedUp', 0, 1],
      ['1/activeOfMutualTie', 0, 0],
      ['1/activeOfSignedUp', 0, 1],
      ['-1/firstMessageOfSignedUp', 0, 1],
      ['-1/mutualTieOfFirstMessage', 0, 0],
      ['-1/mutualTieOfSignedUp', 0, 1],
      ['-1/activeOfMutualTie', 0, 0],
      ['-1/activeOfSignedUp', 0, 1],
    ]);
    expect(rows[0]?.facet).toEqual({ name: 'Youth centre' });
    expect(rows.at(-1)?.facet).toMatchObject({ key: 'outreach:rows.unknownRoute' });
  });

  it('leaves invitations out where fewer are noted than people signed up', () => {
    const few = {
      ...facts,
      outreach: { ...facts.outreach, routes: [route('Few', [{ day: '2026-01-02', count: 2 }])] },
    };
    const result = routeSteps.compute(few, aWindow(few));
    expect(result.kind === 'shares' && result.rows[0]?.id).toBe('0/firstMessageOfSignedUp');
  });

  it('says that reply links are missing, and not that nobody has a tie', () => {
    const unlinked = aFacts({
      firstDay: '2026-01-01',
      lastDay: '2026-06-30',
      people: { Ann: { joined: '2026-01-10', route: 0 }, Ben: { joined: '2026-01-10', route: 0 } },
      messages: [
        { at: '2026-01-11', by: 'Ann', thread: 'hello' },
        { at: '2026-01-12', by: 'Ben', thread: 'hello' },
      ],
      outreach: { routes: [route('Youth centre')] },
    });
    expect(routeSteps.compute(unlinked, aWindow(unlinked))).toEqual({ kind: 'missing', needs: ['reply-links'] });
  });

  it('needs routes that somebody came by', () => {
    const none = aFacts({
      lastDay: '2026-06-30',
      people: { Ann: { joined: '2026-01-10' } },
      outreach: { routes: [route('A')] },
    });
    expect(routeSteps.compute(none, aWindow(none))).toEqual({ kind: 'missing', needs: ['join-routes'] });
  });
});

describe('Z24 resource use', () => {
  const of = (referrals: { resource: number; day: string; people: number }[]) => {
    const facts = aFacts({
      firstDay: '2026-01-01',
      lastDay: '2026-06-30',
      active: {
        Ann: { level: 0, days: ['2026-05-10'] },
        Ben: { level: 2, days: ['2026-05-31'] },
        Cem: { level: 0, days: ['2026-06-01'] },
      },
      outreach: {
        resources: [
          { name: 'Crisis line', kind: 'line', isTogether: false },
          { name: 'Clinic', kind: 'place', isTogether: false },
          { name: 'Any help page', kind: 'other', isTogether: true },
        ],
        referrals: referrals.map((row) => ({ ...row, day: aDay(row.day), partner: -1 })),
      },
    });
    return resourceUse.compute(facts, aWindow(facts));
  };

  it('sets the count of the newest noted month against the members seen in it', () => {
    const result = of([
      { resource: 0, day: '2026-05-15', people: 1 },
      { resource: 0, day: '2026-04-15', people: 40 },
      { resource: 1, day: '2026-05-20', people: 1 },
      { resource: 1, day: '2026-05-21', people: 4 },
    ]);
    expect(result).toMatchObject({
      rows: [
        // Who opened any stands first; nobody noted it here.
        { id: 'together/2', label: { name: 'Any help page' }, part: 0 },
        { label: { name: 'Crisis line' }, part: 1, whole: 2 },
        // Never more than were seen.
        { label: { name: 'Clinic' }, part: 2, whole: 2 },
      ],
    });
  });

  it('says nothing where nothing was noted in the period', () => {
    expect(of([{ resource: 0, day: '2026-02-15', people: 1 }])).toEqual({ kind: 'missing', needs: ['resources'] });
  });
});

describe('Z25 active partners', () => {
  it('counts partners with a joint event, referral or campaign in 180 days, each once', () => {
    const partner = (name: string) => ({ name, since: aDay('2025-01-01'), until: null });
    const event = (day: string, by: number) => ({
      name: 'E',
      kind: 'other' as const,
      series: null,
      day: aDay(day),
      partner: by,
    });
    const campaign = (start: string, end: string | null, by: number) => ({
      name: 'C',
      currency: '',
      kind: 'other' as const,
      startDay: aDay(start),
      endDay: end === null ? null : aDay(end),
      partner: by,
      delivered: 0,
    });
    const facts = aFacts({
      firstDay: '2026-04-01',
      lastDay: '2026-06-30',
      outreach: {
        partners: ['A', 'B', 'C', 'D', 'E'].map(partner),
        // 2026-01-02 is the first of the 180 days.
        events: [event('2026-01-02', 0), event('2026-01-01', 1), event('2026-05-01', 0), event('2026-05-01', -1)],
        referrals: [{ resource: 0, day: aDay('2026-03-01'), people: 1, partner: 2 }],
        campaigns: [campaign('2025-01-01', null, 3), campaign('2025-01-01', '2026-01-01', 4)],
      },
    });
    expect(activePartners.compute(facts, aWindow(facts))).toMatchObject({ of: 'things', rows: [{ count: 3 }] });
    const none = aFacts({ lastDay: '2026-06-30' });
    expect(activePartners.compute(none, aWindow(none))).toEqual({ kind: 'missing', needs: ['partners'] });
  });
});
