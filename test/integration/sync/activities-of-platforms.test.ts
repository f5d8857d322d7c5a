import { describe, expect, it, onTestFinished } from 'vitest';
import { rebuildRollups } from '../../../electron/data/store/activities/rebuild-rollups.ts';
import { findActivityReading } from '../../../electron/data/store/sync-state/activity-reading.ts';
import { findCursor } from '../../../electron/data/store/sync-state/queries.ts';
import { countUnread } from '../../../electron/data/store/unread/queries.ts';
import type { BareDesk } from '../../builders/bare-desk.ts';
import { type Lives, liveOn } from '../../builders/platform-lives.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';
import { setTakenAway } from '../../builders/taken-away.ts';
import { aFaultBench, type FaultBench } from '../../faults/every-platform/fault-bench.ts';
import { standIns } from '../../stand-ins/all.ts';
import type { StandIn } from '../../stand-ins/stand-in.ts';

/** Reading of activities over HTTP, through every connector that lists any, into the store. */

async function aLivedIn(name: string): Promise<FaultBench & { readonly standIn: StandIn; readonly lives: Lives }> {
  const standIn = await standIns[name]!();
  onTestFinished(() => standIn.server.stop());
  const bench = await aFaultBench(standIn, 2, (options) => new SyncDesk(options));
  return { ...bench, standIn, lives: liveOn(standIn) };
}

/** Everything that came in, as rows that do not depend on the order in which they did. */
function kept({ context: { write } }: BareDesk): unknown {
  const all = (sql: string) => write.prepare(sql).all();
  return [
    all(`SELECT m.remote_id, t.remote_id AS target, at, kind, level, s.name, thread_key, hex(a.remote_key), hex(parent_key)
      FROM activities a JOIN members m ON m.id = a.member_id LEFT JOIN members t ON t.id = a.target_member_id
      LEFT JOIN spaces s ON s.id = a.space_id ORDER BY a.remote_key`),
    all('SELECT remote_id, handle, is_bot, joined_at FROM members ORDER BY remote_id'),
    books(write),
  ];
}

/** What metrics are made of. */
function books(write: BareDesk['context']['write']): unknown {
  const all = (sql: string) => write.prepare(sql).all();
  return [
    all(`SELECT remote_id, day, level, activities FROM member_days d JOIN members m ON m.id = d.member_id
      ORDER BY remote_id, day, level`),
    all('SELECT remote_id, spoke_at FROM member_firsts f JOIN members m ON m.id = f.member_id ORDER BY remote_id'),
  ];
}

const words: Readonly<Record<string, string>> = { post: 'posted', reply: 'replied' };

/** What ada, bo and cy said, in the words of the stand-in's books. */
function said({ context: { write } }: BareDesk): readonly string[] {
  const rows = write
    .prepare(
      `SELECT m.handle AS who, a.kind, t.handle AS whom FROM activities a JOIN members m ON m.id = a.member_id
       LEFT JOIN members t ON t.id = a.target_member_id`,
    )
    .all() as { who: string; kind: string; whom: string | null }[];
  return rows
    .map(({ who, kind, whom }) => [who, words[kind], whom].filter((word) => word !== null).join(' '))
    .filter((line) => /^(ada|bo|cy) /.test(line))
    .sort();
}

function joined({ context: { write } }: BareDesk): ReadonlyMap<string, number> {
  const rows = write.prepare('SELECT handle, joined_at FROM members WHERE joined_at IS NOT NULL').raw().all();
  return new Map(rows as [string, number][]);
}

/** Holds what is here against the stand-in's books. */
function checkAllIsHere(desk: BareDesk, lives: Lives): void {
  const { write } = desk.context;
  expect(said(desk)).toEqual([...lives.said].sort());
  expect(write.prepare('SELECT count(*) FROM activities').pluck().get()).toBe(lives.acts);
  const named = 'SELECT handle FROM members GROUP BY handle HAVING count(*) > 1';
  expect(write.prepare(named).all(), 'a person twice').toEqual([]);
  // Others are known from reports, on some platforms with when they joined elsewhere.
  if (lives.joined !== null) expect(Object.fromEntries(joined(desk))).toMatchObject(Object.fromEntries(lives.joined));
  expect(countUnread(write, desk.communityId)).toBe(0);
  const before = books(write);
  rebuildRollups(write, desk.communityId);
  expect(books(write)).toEqual(before);
}

/** Stops the reading at its nth page, before or after the server has answered. True when it came that far. */
async function readAndStop(desk: BareDesk, nth: number, when: 'asked' | 'answered'): Promise<boolean> {
  const list = desk.connector.listActivities!;
  const stop = new AbortController();
  let pages = 0;
  desk.connector.listActivities = async (cursor, signal) => {
    pages += 1;
    if (pages === nth && when === 'asked') stop.abort();
    const page = await list(cursor, signal);
    if (pages === nth) stop.abort();
    return page;
  };
  const outcome = await desk.readActivities(stop.signal);
  desk.connector.listActivities = list;
  expect(outcome).toBe(pages === nth ? 'cancelled' : 'caught-up');
  return pages === nth;
}

describe.each(Object.keys(standIns))('activities of %s', (name) => {
  it('come in once with their members, whom they are for and when those joined, also when read again', async () => {
    const { desk, lives } = await aLivedIn(name);
    expect(await desk.pull()).toBe('complete');
    expect(await desk.readActivities()).toBe('caught-up');
    checkAllIsHere(desk, lives);
    const before = kept(desk);
    desk.advance(60 * 60_000);
    expect(await desk.pull()).toBe('complete');
    expect(await desk.readActivities()).toBe('caught-up');
    expect(kept(desk)).toEqual(before);
  });

  it('come in whole however often reading is stopped', async () => {
    const { desk, lives } = await aLivedIn(name);
    await desk.pull();
    const first = await readAndStop(desk, 1, 'answered');
    expect(first && findCursor(desk.context.write, desk.communityId, 'activities')).toBeNull();
    for (const when of ['asked', 'answered'] as const) {
      desk.restart();
      await readAndStop(desk, 2, when);
    }
    desk.restart();
    expect(await desk.readActivities()).toBe('caught-up');
    checkAllIsHere(desk, lives);
  });

  it('say of whom they list that the account was taken away, and leave the others', async () => {
    const { desk, standIn } = await aLivedIn(name);
    const who = standIn.platform === 'matrix' ? 'member7' : 'cy';
    setTakenAway(standIn, who, true);
    await desk.readActivities();
    const ends = desk.context.write
      .prepare("SELECT handle, ended_how FROM members WHERE ended_by = 'platform'")
      .all() as { handle: string; ended_how: string }[];
    const found = ends.find(({ handle }) => handle.replace('@', '').startsWith(who));
    // Synapse does not say who deactivated an account.
    expect(found?.ended_how).toBe(standIn.platform === 'matrix' ? 'deleted' : 'removed');
    expect(ends.some(({ handle }) => /^(ada|bo)\b/.test(handle))).toBe(false);
  });

  it('say up to where all is here only of what is', async () => {
    const { desk, lives } = await aLivedIn(name);
    await desk.pull();
    const list = desk.connector.listActivities!;
    const { write } = desk.context;
    const upTo = (at: number) =>
      write.prepare('SELECT count(*) FROM activities WHERE at <= ?').pluck().get(at) as number;
    const said: { readonly reached: number; readonly here: number }[] = [];
    desk.connector.listActivities = async (cursor, signal) => {
      const { reached_at: reached } = findActivityReading(write, desk.communityId);
      if (reached !== null) said.push({ reached, here: upTo(reached) });
      return list(cursor, signal);
    };
    await desk.readActivities();
    const times = write.prepare('SELECT at FROM activities ORDER BY at').pluck().all() as number[];
    expect(times).toHaveLength(lives.acts);
    expect(findActivityReading(write, desk.communityId)).toMatchObject({
      first_at: times[0] ?? null,
      reached_at: times.at(-1) ?? null,
    });
    for (const { reached, here } of said) expect(here, 'said to be here, and came later').toBe(upTo(reached));
  });
});

describe('the practice community', () => {
  it('is asked for no list, and says that there is none', async () => {
    const standIn = await standIns.mastodon!();
    onTestFinished(() => standIn.server.stop());
    const { desk } = await aFaultBench({ ...standIn, platform: 'practice' }, 1, (options) => new SyncDesk(options));
    expect(desk.connector.listActivities).toBeUndefined();
    expect(await desk.readActivities()).toBe('not-offered');
    const { capabilities } = await desk.connector.readFacts(new AbortController().signal);
    expect(capabilities.activities).toBe(false);
    expect(capabilities.absences).toContainEqual({ ability: 'activities', why: 'hearth' });
  });
});
