import { describe, expect, it } from 'vitest';
import { dashboardHandlers } from '../../../electron/data/health/dashboard/handlers.ts';
import { identityHandlers } from '../../../electron/data/identity/handlers.ts';
import { withdrawMember } from '../../../electron/data/identity/one-member.ts';
import { recordHandlers } from '../../../electron/data/outreach/handlers.ts';
import { readRememberedRows } from '../../../electron/data/store/identity/told-rows.ts';
import { aQuestion, saying } from '../../builders/identity.ts';
import { aSplitBench, peopleRead, rowsOf, tooFewOf, week, yesOrNo } from '../../builders/split-bench.ts';

/** What an insider tries who sees the splits every week, may write records, and knows this program. */

type Bench = ReturnType<typeof aSplitBench>;

/** Answers by a rule that a reader doesn't know: about a third say yes. */
function answerAtRandom({ members, answer }: Bench, seed: number): boolean[] {
  let state = seed;
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  const truth = members.map(() => next() < 0.35);
  answer(members.map((member, at) => ({ member, answers: [truth[at] ? 'yes' : 'no'] })));
  return truth;
}

async function save({ context, communityId }: Bench, kind: string, recordId: number | null, values: object) {
  const call = { communityId, kind, recordId, values } as never;
  const saved = (await recordHandlers['records.save'](context, call)) as { state: string; recordId: number };
  expect(saved.state).not.toBe('refused');
  return saved.recordId;
}

async function remove({ context, communityId }: Bench, kind: string, recordId: number) {
  await recordHandlers['records.remove'](context, { communityId, kind, recordId } as never);
}

describe('a filter made of records', () => {
  it('reads nobody by renaming a route and adding one member a week', async () => {
    const bench = aSplitBench();
    answerAtRandom(bench, 4242);
    const route = await save(bench, 'route', null, { name: 'flyer', kind: 'other', partner: '' });
    let looks = 0;
    const name = () => `flyer${'.'.repeat(looks)}`;
    const add = (at: number) => save(bench, 'memberRoute', null, { member: `m${at}`, route: name(), consent: 'yes' });
    const look = async () => {
      looks += 1;
      bench.clock.advance(week);
      await save(bench, 'route', route, { name: name(), kind: 'other', partner: '' });
      return peopleRead(await bench.ask({ cross: 'route' }), `yes/route ${route}`);
    };
    for (let at = 0; at < 45; at += 1) await add(at);
    // Nothing moves while members are added one by one, so no week tells who made it move.
    const seen = new Set<number | null>();
    for (let at = 45; at < 57; at += 1) {
      seen.add(await look());
      await add(at);
    }
    expect(seen.size).toBe(1);
    expect([...seen][0]).toBeGreaterThan(0);
    for (let at = 100; at < 106; at += 1) {
      const record = await add(at);
      seen.add(await look());
      await remove(bench, 'memberRoute', record);
    }
    expect(seen.size).toBeLessThanOrEqual(2);
  }, 120_000);

  it('reads nobody by roles that are changed between everybody and a few', async () => {
    const bench = aSplitBench();
    answerAtRandom(bench, 777);
    const { store, communityId, members } = bench;
    const look = async (people: readonly number[]) => {
      bench.clock.advance(week);
      store.write.prepare('DELETE FROM member_roles').run();
      const put = store.write.prepare(
        "INSERT INTO member_roles (community_id, member_id, role, start_day) VALUES (?, ?, 'host', 18000)",
      );
      for (const at of people) put.run(communityId, members[at]);
      return peopleRead(await bench.ask({ measure: 'leadership' }), 'yes');
    };
    const everybody = members.map((_, at) => at);
    const few = Array.from({ length: 45 }, (_, at) => at);
    const seen = new Set<number | null>([await look(everybody)]);
    for (let target = 50; target < 60; target += 1) {
      seen.add(await look([...few, target]));
      seen.add(await look(everybody));
    }
    // One set of roles a quarter is counted, and whoever was left out of it once stays out.
    expect(seen.size).toBeLessThanOrEqual(4);
  }, 120_000);
});

describe('few who come and go', () => {
  it('tells a count that moved by one as before, also where another one of its row moved by many', async () => {
    const { answer, said, ask, clock, context, communityId } = aSplitBench();
    answer([...said(0, 33, 'yes'), ...said(33, 150, 'no')]);
    const first = peopleRead(await ask(), 'yes');
    clock.advance(week);
    withdrawMember(context, communityId, 'm0');
    answer(said(150, 160, 'no'));
    const next = await ask();
    expect(first).toBe(35);
    // Ten more answered, and 32 would be told as 30.
    expect(rowsOf(next).find(({ id }) => id === 'yes')?.n).toMatchObject({ value: 160 });
    expect(peopleRead(next, 'yes')).toBe(35);
  });

  it('does not show a hidden row because one came', async () => {
    const { answer, said, ask, clock } = aSplitBench();
    answer([...said(0, 7, 'yes'), ...said(7, 160, 'no')]);
    expect(rowsOf(await ask())).toEqual([]);
    clock.advance(week);
    answer(said(160, 161, 'yes'));
    expect(rowsOf(await ask())).toEqual([]);
    clock.advance(week);
    answer(said(161, 180, 'yes'));
    expect(rowsOf(await ask()).map(({ id }) => id)).toContain('yes');
  });

  it('does not tell who came last while people come one by one', async () => {
    const { answer, said, ask, clock } = aSplitBench();
    answer([...said(0, 40, 'yes'), ...said(40, 150, 'no')]);
    const told = [peopleRead(await ask(), 'yes')];
    for (let at = 150; at < 157; at += 1) {
      clock.advance(week);
      answer(said(at, at + 1, 'yes'));
      told.push(peopleRead(await ask(), 'yes'));
    }
    expect(new Set(told).size).toBe(1);
  });
});

describe('a week told again', () => {
  it('is not told by a clock that was put back', async () => {
    const { answer, said, ask, clock, context, communityId } = aSplitBench();
    answer([...said(0, 33, 'yes'), ...said(33, 160, 'no')]);
    await ask();
    clock.advance(week);
    const second = await ask();
    for (let at = 0; at < 20; at += 1) withdrawMember(context, communityId, `m${at}`);
    clock.advance(-week);
    expect(await ask()).toEqual(second);
  });

  it('is not begun twice within a few hours by another time zone', async () => {
    const { answer, said, ask, clock, store } = aSplitBench();
    clock.advance(Date.UTC(2026, 9, 11, 23) - clock.at);
    answer([...said(0, 33, 'yes'), ...said(33, 160, 'no')]);
    const first = await ask();
    store.write.prepare("UPDATE communities SET time_zone = 'Pacific/Kiritimati'").run();
    answer(said(0, 20, 'prefer-not-to-say'));
    expect(await ask()).toEqual(first);
  });

  it('says the same of the same people under another key', async () => {
    const { answer, said, ask, clock, context, communityId } = aSplitBench();
    answer([...said(0, 33, 'yes'), ...said(33, 160, 'no')]);
    const first = peopleRead(await ask(), 'yes');
    clock.advance(week);
    withdrawMember(context, communityId, 'm0');
    answer([...said(1, 33, 'yes'), ...said(33, 160, 'no')], { ...yesOrNo, key: 'trans-two' });
    expect(peopleRead(await ask({ question: 'trans-two' }), 'yes')).toBe(first);
  });

  it('says the same of the same people under another key and in the same week, also of those erased', async () => {
    const { answer, said, ask, store, members } = aSplitBench();
    answer([...said(0, 33, 'yes'), ...said(33, 160, 'no')]);
    const first = peopleRead(await ask(), 'yes');
    store.write.prepare('DELETE FROM identity_links WHERE member_id = ?').run(members[0]);
    answer([...said(1, 33, 'yes'), ...said(33, 160, 'no')], { ...yesOrNo, key: 'trans-two' });
    const again = peopleRead(await ask({ question: 'trans-two' }), 'yes');
    expect([null, first]).toContain(again);
  });

  it('is not told to somebody who erased what was remembered', async () => {
    const { answer, said, ask, clock, context, vault } = aSplitBench();
    answer([...said(0, 33, 'yes'), ...said(33, 160, 'no')]);
    const first = await ask();
    await identityHandlers['identity.erase'](context, null as never);
    answer([...said(1, 33, 'yes'), ...said(33, 160, 'no')]);
    expect(await ask()).toEqual(first);
    expect(await ask({ measure: 'stay' })).toMatchObject({ refused: 'erased', chart: null });
    clock.advance(week);
    expect(await ask()).toMatchObject({ refused: 'erased', chart: null });
    clock.advance(14 * week);
    expect(rowsOf(await ask()).map(({ id }) => id)).toContain('yes');
    expect(vault.loss()).toBeNull();
  });
});

describe('what is remembered', () => {
  it('no longer says who withdrew, and lasts thirteen weeks', async () => {
    const { answer, said, ask, clock, context, communityId, vault, store, members } = aSplitBench();
    answer([...said(0, 60, 'yes'), ...said(60, 160, 'no')]);
    await ask();
    const { db } = vault.ensure();
    const link = store.read.prepare('SELECT ordinal FROM identity_links WHERE member_id = ?').get(members[0]);
    const { ordinal } = link as { ordinal: number };
    const countOf = () =>
      readRememberedRows(db, communityId).filter(({ people, cells }) =>
        [...people(), ...cells()].some((set) => set.includes(ordinal)),
      ).length;
    expect(countOf()).toBeGreaterThan(0);
    withdrawMember(context, communityId, 'm0');
    expect(countOf()).toBe(0);
    // The one who is gone is still somebody: a count of nearly the same people stands.
    clock.advance(week);
    expect(peopleRead(await ask(), 'yes')).toBe(60);
    answer(said(20, 60, 'no'));
    clock.advance(week);
    await ask();
    const rowsNow = () => readRememberedRows(db, communityId).filter(({ row }) => row === 'yes').length;
    const before = rowsNow();
    clock.advance(15 * week);
    await ask();
    expect(rowsNow()).toBeLessThan(before);
  });
});

describe('nearly all of a group', () => {
  it('is not read off the row next door', async () => {
    const { answer, members, ask } = aSplitBench();
    const stayed = members.filter((_, at) => at % 2 === 0);
    const left = members.filter((_, at) => at % 2 === 1);
    answer([...saying(stayed.slice(0, 60), 'yes'), ...saying([...stayed.slice(60, 100), ...left.slice(0, 40)], 'no')]);
    expect(rowsOf(await ask({ measure: 'stay' }))).toEqual([]);
  });
});

describe('words of their own', () => {
  const gender = aQuestion();

  it('say nothing by being there: "another term" always is', async () => {
    const { answer, said, ask } = aSplitBench();
    answer([...said(0, 60, 'woman'), ...said(60, 120, 'man'), ...said(140, 160, 'non-binary')], gender);
    expect(tooFewOf(await ask({ question: 'gender' }))).toContainEqual({ key: 'identity:anotherTerm', params: {} });
  });

  it('stand in the order of their names and stay while one comes or goes', async () => {
    const { answer, said, ask, clock, context, communityId } = aSplitBench();
    const ids = async () => rowsOf(await ask({ question: 'gender' })).map(({ id }) => id);
    answer(
      [
        ...said(0, 60, 'woman'),
        ...said(60, 112, 'man'),
        ...said(112, 120, '~aa'),
        ...said(120, 127, '~mm'),
        ...said(127, 149, '~zz'),
        ...said(149, 160, 'non-binary'),
      ],
      gender,
    );
    const first = await ids();
    expect(first.filter((id) => id.startsWith('term'))).toEqual(['term aa', 'term zz']);
    clock.advance(week);
    withdrawMember(context, communityId, 'm112');
    answer(said(160, 161, '~mm'), gender);
    expect(await ids()).toEqual(first);
  });
});

describe('exact numbers beside coverage', () => {
  it('leave several values for who was not asked', async () => {
    const { answer, said, ask, context, communityId } = aSplitBench(201);
    answer([...said(0, 30, 'yes'), ...said(30, 195, 'no')]);
    const { members } = await dashboardHandlers['health.status'](context, { communityId });
    expect(members).toMatchObject({ value: 201 });
    const all = (await ask()).coverage.facets.flatMap(({ rows }) => rows).find(({ id }) => id === 'all');
    // 201 less 195, give or take two, is 4 to 8: of at most seven that leaves four values.
    expect(all?.value.mark).toBe('hidden');
  });
});

describe('an ordinary half year', () => {
  it('tells most rows, and they move with the truth', async () => {
    const { answer, said, ask, clock, context, communityId, members } = aSplitBench(520);
    // 300 have answered; each week some more do, and one or two leave.
    const groups = (from: number, to: number) =>
      members.slice(from, to).flatMap((_, at) => said(from + at, from + at + 1, (from + at) % 3 === 0 ? 'yes' : 'no'));
    answer(groups(0, 300));
    let [rows, shown, worst] = [0, 0, 0];
    const living = { from: 0, to: 300 };
    for (let at = 0; at < 26; at += 1) {
      const view = await ask();
      const truth = { yes: 0, no: 0 };
      for (let person = living.from; person < living.to; person += 1) truth[person % 3 === 0 ? 'yes' : 'no'] += 1;
      for (const id of ['yes', 'no'] as const) {
        rows += 1;
        const row = rowsOf(view).find((one) => one.id === id);
        if (!row || !('value' in row.value) || row.n?.mark !== 'shown') continue;
        shown += 1;
        // A whole percent of some 350 people is up to two of them.
        const told = (row.value.value * row.n.value) / 100;
        worst = Math.max(worst, Math.abs(told - truth[id]) - row.n.value / 200);
      }
      for (let leaving = 0; leaving < 1 + (at % 2); leaving += 1) {
        withdrawMember(context, communityId, `m${living.from}`);
        living.from += 1;
      }
      answer(groups(living.to, living.to + 4 + (at % 3)));
      living.to += 4 + (at % 3);
      clock.advance(week);
    }
    expect(shown / rows).toBeGreaterThan(0.9);
    expect(worst).toBeLessThanOrEqual(2 * 7 + 5);
    expect(living.to - living.from).toBeGreaterThan(360);
  }, 120_000);
});
