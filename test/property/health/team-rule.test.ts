import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeHealth } from '../../../electron/data/health/compute-health.ts';
import { computeMetrics } from '../../../electron/data/health/dashboard/compute-metrics.ts';
import { readHealthFacts } from '../../../electron/data/health/facts/read-health-facts.ts';
import { uncountedQuarters } from '../../../electron/data/health/facts/team-rule-days.ts';
import { factsByTeam } from '../../../electron/data/health/facts/without-team.ts';
import { catalogue } from '../../../electron/data/health/metrics/catalogue.ts';
import { metricWindow } from '../../../electron/data/health/metrics/metric-window.ts';
import type { Period } from '../../../electron/data/health/metrics/window.ts';
import { Turns } from '../../../electron/data/service/turns.ts';
import { holdTeams, writeTeamChanges } from '../../../electron/data/store/members/team.ts';
import { openTestStore, type TestStore } from '../../builders/activity-store.ts';
import { addActivities, aPost, memberIds } from '../../builders/new-activities.ts';

const DAY = 86_400_000;
const dayOf = (year: number, month: number, day = 1) => Date.UTC(year, month - 1, day) / DAY;
const FIRST = dayOf(2025, 1);
/** The quarter from which the team is not counted, and the one after it. */
const FROM = dayOf(2025, 7);
const NEXT = dayOf(2025, 10);
const LAST = dayOf(2025, 12, 31);
const MEMBERS = 10;

const aMember = fc.integer({ min: 0, max: MEMBERS - 1 });
const aDay = fc.integer({ min: FIRST, max: LAST });
const anAct = fc.record({
  member: aMember,
  target: fc.option(aMember, { freq: 2 }),
  day: aDay,
  level: fc.constantFrom(0, 1, 2, 2, 3),
  thread: fc.constantFrom(null, 'a', 'b'),
});
const aStep = fc.record({
  member: aMember,
  day: aDay,
  step: fc.constantFrom('asked', 'opened', 'completed', 'gave', 'organised'),
});
const aTeam = fc.uniqueArray(aMember, { maxLength: 4 });

/** Members come from their own day on, so that about half of them come after the rule is in force. */
const community = fc
  .record({
    acts: fc.array(anAct, { minLength: 30, maxLength: 150 }),
    comes: fc.array(aDay, { minLength: MEMBERS, maxLength: MEMBERS }),
    steps: fc.array(aStep, { maxLength: 30 }),
    team: aTeam,
  })
  .map(({ acts, comes, ...rest }) => ({
    ...rest,
    acts: acts.map((act) => ({ ...act, day: Math.max(act.day, comes[act.member] ?? FIRST) })),
  }));
type Community = typeof community extends fc.Arbitrary<infer T> ? T : never;

function filled({ acts, steps, team }: Community): TestStore {
  const store = openTestStore();
  const everybody = Array.from({ length: MEMBERS }, (_, at) =>
    aPost(`m${at}`, FIRST * DAY, { level: 0, kind: 'seen', key: Buffer.from(`seen ${at}`) }),
  );
  const posts = acts.map(({ member, target, day, level, thread }, at) =>
    aPost(`m${member}`, day * DAY + at, {
      target: target === null || target === member ? null : `m${target}`,
      level,
      thread,
      flags: at % 3 === 0 ? 1 : 0,
      key: Buffer.from(String(at)),
    }),
  );
  const last = aPost('m0', (LAST + 2) * DAY, { level: 0, kind: 'seen', key: Buffer.from('last') });
  addActivities(store.write, store.communityId, [...everybody, ...posts, last], 0);
  const ids = memberIds(store.read, store.communityId);
  const campaign = store.write
    .prepare("INSERT INTO campaigns (community_id, name, kind, start_day) VALUES (?, 'Letters', 'letters', ?)")
    .run(store.communityId, FIRST).lastInsertRowid;
  const step = store.write.prepare(
    `INSERT INTO campaign_participation (community_id, campaign_id, member_id, day, step) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  for (const { member, day, step: what } of steps) step.run(store.communityId, campaign, ids[member], day, what);
  makeTeam(store, team);
  return store;
}

function makeTeam(store: TestStore, team: readonly number[]): void {
  const ids = memberIds(store.read, store.communityId);
  for (const at of team) store.write.prepare('UPDATE members SET is_staff = 1 WHERE id = ?').run(ids[at]);
}

const rule = [{ from: FROM, isCounted: false }];

/** True counts by metric and row of each quarter that is over by a day. */
async function rowsOf(store: TestStore, asOf: number): Promise<Map<string, { period: Period; text: string }>> {
  const { communityId } = store;
  const now = (LAST + 3) * DAY;
  const read = await readHealthFacts(store.read, { communityId, now, asOf, messagesFrom: () => FIRST });
  if (!read) throw new Error('there are facts');
  const { facts, positions, team } = read;
  const window = metricWindow('quarter', facts.firstDay, facts.lastDay);
  const metrics = await computeMetrics(new Set(catalogue), factsByTeam(facts, positions, team), window, new Turns());
  const told = new Map<string, { period: Period; text: string }>();
  for (const { module, raw } of metrics) {
    if (!('rows' in raw)) continue;
    for (const row of raw.rows) {
      const { period } = row as { period?: Period };
      if (period?.complete) told.set(keyOf(module.id, row), { period, text: JSON.stringify(row) });
    }
  }
  return told;
}

const keyOf = (id: string, row: object) =>
  `${id} ${'id' in row ? String(row.id) : JSON.stringify((row as { period: Period }).period.index)}`;

describe('a team that is not counted from a quarter on', () => {
  it('changes no number of a quarter before, nor of one that was told, whoever joins the team later', async () => {
    let compared = 0;
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(community, aTeam, async (made, later) => {
        const store = filled(made);
        try {
          const before = await rowsOf(store, LAST);
          writeTeamChanges(store.write, store.communityId, rule);
          const after = await rowsOf(store, LAST);
          // A metric that nobody but the team had anything to do with says that it is missing.
          for (const [key, { period, text }] of before)
            if (period.lastDay < FROM && after.has(key)) {
              compared += 1;
              expect([key, after.get(key)?.text]).toEqual([key, text]);
            }
          // The first quarter without the team is told; then others join the team, and the next is told.
          holdTeams(store.write, store.communityId, uncountedQuarters(rule, NEXT - 1));
          makeTeam(store, later);
          const again = await rowsOf(store, LAST);
          for (const [key, { period, text }] of after) {
            if (period.lastDay < NEXT && again.has(key)) {
              compared += 1;
              expect([key, again.get(key)?.text]).toEqual([key, text]);
            }
            if (text !== before.get(key)?.text) changed += 1;
          }
        } finally {
          store.close();
        }
      }),
      { numRuns: 30 },
    );
    expect(compared).toBeGreaterThan(500);
    // The rule and the later team do change something, so that all of this could have moved.
    expect(changed).toBeGreaterThan(20);
  }, 120_000);

  it('leaves nobody out who was a member before, and everybody who joined as one of the team, of every cohort', async () => {
    let leftOut = 0;
    await fc.assert(
      fc.asyncProperty(community, async (made) => {
        const store = filled(made);
        try {
          const { communityId } = store;
          const asked = { communityId, unit: 'quarter', level: 2, gapDays: 30, now: (LAST + 3) * DAY } as const;
          const sizes = async () => {
            const { retention } = await computeHealth(store.read, asked);
            return new Map(retention?.rows.map(({ cohort, size }) => [cohort, size]));
          };
          const before = await sizes();
          writeTeamChanges(store.write, communityId, rule);
          const after = await sizes();
          const first = new Map<number, number>();
          for (const { member, day, level } of made.acts)
            if (level >= 2) first.set(member, Math.min(day, first.get(member) ?? day));
          const out = made.team.filter((member) => (first.get(member) ?? 0) >= FROM);
          const sum = (of: ReadonlyMap<number, number>) => [...of.values()].reduce((total, size) => total + size, 0);
          leftOut += out.length;
          expect(sum(before) - sum(after)).toBe(out.filter((member) => (first.get(member) ?? 0) <= LAST).length);
        } finally {
          store.close();
        }
      }),
      { numRuns: 20 },
    );
    expect(leftOut).toBeGreaterThan(0);
  }, 120_000);
});
