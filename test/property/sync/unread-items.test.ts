import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { UnreadRow } from '../../../electron/data/store/unread/row.ts';
import { Drift } from '../../builders/drifting-platform.ts';
import { FakePlatform, type Fault } from '../../builders/fake-platform.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';

const hour = 60 * 60_000;

const nth = fc.nat({ max: 9 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('file' as const), author: fc.constantFrom('ada', 'bo', 'cy') }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('drift' as const), nth, nameless: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('mend' as const), nth }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('pull' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('resolve' as const, 'reopen' as const, 'vanish' as const), nth }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      kind: fc.constantFrom<Fault>('offline', 'server-error', 'rate-limited'),
      after: fc.nat({ max: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('update' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(-30, 1, 5, 30) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface World {
  readonly platform: FakePlatform;
  readonly drift: Drift;
  readonly desk: SyncDesk;
}

async function take({ platform, drift, desk }: World, one: Step): Promise<void> {
  const report = 'nth' in one ? platform.reports[one.nth % Math.max(1, platform.reports.length)] : undefined;
  switch (one.do) {
    case 'file':
      platform.addReport(one.author);
      return;
    case 'drift':
      if (!report || drift.unreadable.has(report.id)) return;
      drift.unreadable.add(report.id);
      if (one.nameless) drift.nameless.add(report.id);
      return;
    case 'mend':
      if (report) drift.unreadable.delete(report.id);
      if (report) drift.nameless.delete(report.id);
      return;
    case 'pull':
      await desk.pull();
      return;
    case 'resolve':
      if (report?.state === 'open') platform.resolve(report, 'colleague');
      return;
    case 'reopen':
      if (report) platform.reopen(report);
      return;
    case 'vanish':
      if (report) report.gone = true;
      return;
    case 'fault':
      platform.readFaults.push(...Array.from({ length: one.after }, () => null), one.kind);
      return;
    case 'restart':
      desk.restart();
      return;
    case 'update':
      desk.appVersion = `${Number(desk.appVersion.split('.')[0]) + 1}.0.0`;
      desk.restart();
      return;
    case 'wait':
      desk.advance(one.hours * hour);
      return;
  }
}

function known(desk: SyncDesk): ReadonlyMap<string, string> {
  const rows = desk.context.write.prepare('SELECT remote_id, remote_state FROM reports').raw().all();
  return new Map(rows as [string, string][]);
}

function unread(desk: SyncDesk): readonly UnreadRow[] {
  return desk.context.write.prepare('SELECT * FROM unread_items').all() as UnreadRow[];
}

/** Whatever the trouble: once a pull has gone through, everything there is here, as it is there or as unreadable. */
function checkNothingIsMissing({ platform, drift, desk }: World): void {
  const here = known(desk);
  const kept = unread(desk);
  for (const { id, gone, state } of platform.reports) {
    if (gone) continue;
    const isKept = kept.some((row) => row.remote_id === id || (row.raw ?? '').includes(`"inside":"${id}"`));
    const isAsThere = here.get(id) === state;
    if (drift.unreadable.has(id)) expect(isAsThere || isKept, `${id} is unreadable and not shown`).toBe(true);
    else if (state === 'open') expect(here.get(id), `${id} is open there`).toBe('open');
    expect(here.get(id), `${id} is there and called gone`).not.toBe('gone');
  }
}

it('an item that can’t be read is shown until it is read, and holds nothing up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 40 }), async (steps) => {
      const platform = new FakePlatform();
      const drift = new Drift();
      const desk = new SyncDesk({ connector: drift.through(platform), capabilities: platform.capabilities });
      const world: World = { platform, drift, desk };
      try {
        for (const one of steps) await take(world, one);
        platform.readFaults.length = 0;
        desk.advance(48 * hour);
        expect(await desk.pull()).toBe('complete');
        checkNothingIsMissing(world);

        // A build that can read everything.
        drift.unreadable.clear();
        desk.appVersion = 'last';
        desk.restart();
        desk.advance(48 * hour);
        for (let pass = 0; pass < 3; pass += 1) expect(await desk.pull()).toBe('complete');
        const left = unread(desk).filter((row) => row.gone_at === null);
        expect(left, 'something readable is still called unreadable').toEqual([]);
        for (const { id, gone, state } of platform.reports) {
          if (!gone) expect(known(desk).get(id), id).toBe(state);
        }
      } finally {
        desk.dispose();
      }
    }),
    { numRuns: 80 },
  );
});
