import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  countActivities,
  countActivityTotals,
  replyArcPages,
} from '../../../electron/data/store/activities/queries.ts';
import { readActiveDayNumbers } from '../../../electron/data/store/activities/source-queries.ts';
import { countPeople, peoplePages } from '../../../electron/data/store/members/people-queries.ts';
import { atOnce } from '../../../shared/domain/steps.ts';
import { openTestStore, type TestStore } from '../../builders/activity-store.ts';
import { addActivities, aPost } from '../../builders/new-activities.ts';

const DAY = 86_400_000;
const PEOPLE = 2_345;
let store: TestStore;

/** More members than a page holds, every seventh a bot; each writes to the next but one, some of them twice. */
beforeAll(() => {
  store = openTestStore();
  const acts = Array.from({ length: PEOPLE * 2 }, (_, at) =>
    aPost(`m${at % PEOPLE}`, (20_000 + ((at * 37) % 120)) * DAY, {
      target: at % 3 === 0 ? null : `m${(at + 2) % PEOPLE}`,
      kind: 'reply',
      level: 3,
      key: Buffer.from(`${at}`),
    }),
  );
  addActivities(store.write, store.communityId, acts, 0);
  store.write.exec('UPDATE members SET is_bot = 1 WHERE id % 7 = 0');
});
afterAll(() => store.close());

const pluck = (sql: string) => store.read.prepare(sql).pluck().all();

/** Longer than the activities go. */
const ALWAYS = { from: Date.UTC(2020, 0, 1), to: Date.UTC(2030, 0, 1) } as const;

describe('what is read in pages', () => {
  it('is everybody once, in the order they were met', () => {
    const pages = [...peoplePages(store.read, store.communityId)];
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flat().map(({ id }) => id)).toEqual(pluck('SELECT id FROM members WHERE is_bot = 0 ORDER BY id'));
    expect(countPeople(store.read, store.communityId)).toBe(pages.flat().length);
  });

  it('is every tie once a week, without bots', () => {
    const pages = [...replyArcPages(store.read, store.communityId, ALWAYS, new Set())].map(({ from, to }) =>
      Array.from(from, (member, at) => `${member} ${to[at]}`),
    );
    for (const page of pages) expect(new Set(page).size).toBe(page.length);
    const expected = pluck(
      `SELECT DISTINCT a.member_id || ' ' || a.target_member_id FROM activities a
       JOIN members m ON m.id = a.member_id JOIN members t ON t.id = a.target_member_id
       WHERE m.is_bot = 0 AND t.is_bot = 0`,
    ) as string[];
    expect(expected.length).toBeGreaterThan(1_000);
    expect(new Set(pages.flat())).toEqual(new Set(expected));
  });

  it('adds up to what there is', () => {
    expect(atOnce(countActivities(store.read, store.communityId))).toBe(PEOPLE * 2);
    const [acts] = pluck('SELECT count(*) FROM activities a JOIN members m ON m.id = a.member_id WHERE m.is_bot = 0');
    expect(atOnce(countActivityTotals(store.read, store.communityId))).toMatchObject({
      members: countPeople(store.read, store.communityId),
      activities: acts,
    });
    const days = pluck('SELECT DISTINCT day FROM activities ORDER BY day');
    expect(readActiveDayNumbers(store.read, store.communityId)).toEqual(days);
  });

  it('sorts no members for a page', () => {
    const asked: string[] = [];
    const watched = {
      prepare: (sql: string) => {
        asked.push(sql);
        return store.read.prepare(sql);
      },
    } as unknown as TestStore['read'];
    expect([...peoplePages(watched, store.communityId)].length).toBeGreaterThan(1);
    expect(atOnce(countActivityTotals(watched, store.communityId)).members).toBeGreaterThan(0);
    const paged = asked.filter((sql) => sql.includes('members') && /> (\?|@after)/.test(sql));
    expect(paged.length).toBeGreaterThanOrEqual(2);
    for (const sql of paged) {
      const constants = sql.replaceAll(/\?|@\w+/g, '1');
      const plan = store.read.prepare(`EXPLAIN QUERY PLAN ${constants}`).all() as { detail: string }[];
      expect(plan.filter(({ detail }) => detail.includes('FOR ORDER BY'))).toEqual([]);
    }
  });
});
