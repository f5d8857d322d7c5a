import { describe, expect, it } from 'vitest';
import { withdrawMember } from '../../../electron/data/identity/one-member.ts';
import { recordHandlers } from '../../../electron/data/outreach/handlers.ts';
import { readGroupSets } from '../../../electron/data/store/identity/group-sets.ts';
import { readRememberedRows } from '../../../electron/data/store/identity/told-rows.ts';
import { saveRecord } from '../../builders/records.ts';
import { aSplitBench, peopleRead, week, yesOrNo } from '../../builders/split-bench.ts';

type Bench = ReturnType<typeof aSplitBench>;

async function link({ context, communityId }: Bench, one: number, other: number): Promise<number> {
  const values = { account: `m${one}`, sameAs: `m${other}`, day: '2026-03-05', how: 'told-team' };
  const saved = await saveRecord(context, communityId, 'linkedAccount', values);
  if (saved.state !== 'added') throw new Error('a good link was not added');
  return saved.recordId;
}

const unlink = ({ context, communityId }: Bench, recordId: number) =>
  recordHandlers['records.remove'](context, { communityId, kind: 'linkedAccount', recordId });

/** A bench of which 33 say yes: told as 35, and one fewer would be told as 30. */
function atTheEdge(): Bench {
  const bench = aSplitBench();
  bench.answer([...bench.said(0, 33, 'yes'), ...bench.said(33, 160, 'no')]);
  return bench;
}

function setsOf({ vault, store, communityId, members }: Bench) {
  const sets = readGroupSets(vault.ensure(), store.read, communityId, yesOrNo.key);
  const names = (ids: Int32Array | undefined) => Array.from(ids ?? [], (id) => members.indexOf(id as never));
  const of = (code: string) => names(sets?.groups.find((group) => group.code === code)?.members);
  return { yes: of('yes'), no: of('no'), answered: names(sets?.answered), asked: names(sets?.asked) };
}

describe('answers of somebody with several accounts', () => {
  it('are those given last to each question, under the account met first', async () => {
    const bench = aSplitBench(10);
    const { answer, members, store, vault } = bench;
    const ordinal = (at: number) =>
      store.read.prepare('SELECT ordinal FROM identity_links WHERE member_id = ?').pluck().get(members[at]);
    const consentAt = (at: number, instant: number) =>
      vault.ensure().db.prepare('UPDATE people SET consent_at = ? WHERE ordinal = ?').run(instant, ordinal(at));
    answer([2, 3].map((at) => ({ member: members[at] as never, answers: [at === 2 ? 'yes' : 'no'] })));
    consentAt(2, 100);
    consentAt(3, 200);
    const record = await link(bench, 3, 2);
    expect(setsOf(bench)).toEqual({ yes: [], no: [2], answered: [2], asked: [2] });
    consentAt(2, 300);
    expect(setsOf(bench)).toEqual({ yes: [2], no: [], answered: [2], asked: [2] });
    await link(bench, 1, 3);
    expect(setsOf(bench)).toEqual({ yes: [1], no: [], answered: [1], asked: [1] });
    await unlink(bench, record);
    expect(setsOf(bench)).toEqual({ yes: [2], no: [1], answered: [1, 2], asked: [1, 2] });
  });

  it('are silent once they took consent back with one of their accounts, until they consent again', async () => {
    const bench = aSplitBench(10);
    const { answer, said, context, communityId, clock } = bench;
    answer([...said(2, 3, 'yes'), ...said(3, 4, 'no')]);
    bench.vault
      .ensure()
      .db.prepare('UPDATE people SET consent_at = ?')
      .run(clock.at - week);
    await link(bench, 2, 3);
    withdrawMember(context, communityId, 'm2');
    expect(setsOf(bench)).toEqual({ yes: [], no: [], answered: [], asked: [] });
    clock.advance(week);
    bench.vault.ensure().db.prepare('UPDATE people SET consent_at = ? WHERE withdrawn_at IS NULL').run(clock.at);
    expect(setsOf(bench)).toEqual({ yes: [], no: [2], answered: [2], asked: [2] });
  });
});

describe('an insider who links accounts week by week', () => {
  it('does not read off a number whether two accounts said the same', async () => {
    const bench = atTheEdge();
    const { ask, clock } = bench;
    const seen = new Set([peopleRead(await ask(), 'yes')]);
    // A link a week, at most as many as the threshold.
    for (let at = 0; at < 14; at += 2) {
      await link(bench, at, at + 1);
      clock.advance(week);
      seen.add(peopleRead(await ask(), 'yes'));
    }
    expect([...seen]).toEqual([35]);
  }, 120_000);

  it('does not try one target after the other, linking and unlinking', async () => {
    const bench = atTheEdge();
    const { ask, clock } = bench;
    const puppet = 0;
    const seen = new Set([peopleRead(await ask(), 'yes')]);
    for (const target of [5, 40, 6, 41, 7, 42]) {
      const record = await link(bench, puppet, target);
      clock.advance(week);
      seen.add(peopleRead(await ask(), 'yes'));
      await unlink(bench, record);
      clock.advance(week);
      seen.add(peopleRead(await ask(), 'yes'));
    }
    expect([...seen]).toEqual([35]);
  }, 120_000);

  it('gets no second number of the same week under another key', async () => {
    const bench = atTheEdge();
    const { answer, said, ask } = bench;
    const first = peopleRead(await ask(), 'yes');
    answer([...said(0, 33, 'yes'), ...said(33, 160, 'no')], { ...yesOrNo, key: 'trans-two' });
    await link(bench, 0, 1);
    expect(first).toBe(35);
    expect([null, first]).toContain(peopleRead(await ask({ question: 'trans-two' }), 'yes'));
    expect(peopleRead(await ask(), 'yes')).toBe(first);
  });

  it('moves no row by giving people another account that stands for them', async () => {
    const bench = aSplitBench();
    const { answer, said, ask, clock, vault, communityId } = bench;
    answer([...said(20, 53, 'yes'), ...said(53, 180, 'no')]);
    const first = await ask();
    const { db } = vault.ensure();
    const moved = () => readRememberedRows(db, communityId).filter(({ row }) => row === 'yes').length;
    const before = moved();
    expect(before).toBeGreaterThan(0);
    // Accounts met earlier that never answered: who stands for these people changes, and nobody does.
    for (let at = 0; at < 15; at += 1) await link(bench, at, 20 + at);
    clock.advance(week);
    answer(said(180, 181, 'yes'));
    const second = await ask();
    expect(peopleRead(first, 'yes')).toBe(35);
    expect(peopleRead(second, 'yes')).toBe(35);
    expect(moved()).toBe(before);
  });

  it('finds an account where it was held before, once it is unlinked within the quarter', async () => {
    const bench = aSplitBench();
    const { answer, said, ask, clock, vault } = bench;
    answer([...said(0, 60, 'yes'), ...said(60, 160, 'no')]);
    await ask({ measure: 'stay' });
    const held = () =>
      vault.ensure().db.prepare('SELECT what, value, bits FROM held_people ORDER BY what, value').all() as {
        what: string;
      }[];
    const places = (all: ReturnType<typeof held>) => all.filter(({ what }) => what === 'route' || what === 'joined');
    const before = held();
    expect(places(before)).not.toEqual([]);
    const record = await link(bench, 3, 5);
    clock.advance(week);
    await ask({ measure: 'stay' });
    await unlink(bench, record);
    clock.advance(week);
    await ask({ measure: 'stay' });
    expect(places(held())).toEqual(places(before));
    // Whoever stopped being counted in a quarter is not counted again in it.
    expect(held()).not.toEqual(before);
  });
});
