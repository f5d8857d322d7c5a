import { describe, expect, it } from 'vitest';
import { PlatformError, type RemoteReport } from '../../../electron/data/platforms/platform.ts';
import { findOpenCase } from '../../../electron/data/store/cases/queries.ts';
import { findReportByRemoteId } from '../../../electron/data/store/reports/queries.ts';
import { isSnapshotChainIntact } from '../../../electron/data/store/snapshots/queries.ts';
import type { SnapshotRow } from '../../../electron/data/store/snapshots/row.ts';
import { findSubject } from '../../../electron/data/store/subjects/queries.ts';
import { findLastRun, findSyncState } from '../../../electron/data/store/sync-state/queries.ts';
import { FakePlatform } from '../../builders/fake-platform.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';

function aDesk(platform: FakePlatform): SyncDesk {
  return new SyncDesk({ connector: platform.connector(), capabilities: platform.capabilities });
}

async function pulled(...authors: string[]) {
  const platform = new FakePlatform();
  for (const author of authors) platform.addReport(author);
  const desk = aDesk(platform);
  expect(await desk.pull()).toBe('complete');
  return { platform, desk };
}

function snapshotsOf(desk: SyncDesk, post: string): readonly SnapshotRow[] {
  const subject = findSubject(desk.context.write, desk.communityId, 'post', post);
  return desk.context.write
    .prepare('SELECT * FROM snapshots WHERE subject_id = ? ORDER BY id')
    .all(subject!.id) as SnapshotRow[];
}

function states(desk: SyncDesk): readonly string[] {
  return (desk.context.write.prepare('SELECT state FROM cases ORDER BY id').all() as { state: string }[]).map(
    (row) => row.state,
  );
}

describe('reports come in', () => {
  it('groups them by the author they are about', async () => {
    const { desk } = await pulled('ada', 'bo', 'ada', 'ada');
    expect(desk.openCases().map((row) => row.report_count)).toEqual([3, 1]);
    expect(states(desk)).toEqual(['queued', 'queued']);
  });

  it('changes nothing when read again', async () => {
    const { desk } = await pulled('ada', 'bo', 'ada', 'ada');
    const before = desk.context.write.prepare('SELECT * FROM cases').all();
    await desk.pull();
    expect(desk.context.write.prepare('SELECT * FROM cases').all()).toEqual(before);
    const run = findLastRun(desk.context.write, desk.communityId);
    expect(run).toMatchObject({ outcome: 'complete', reports_new: 0, reports_changed: 0, rejected: 0 });
  });

  it('opens a new case for a report that comes after the decision', async () => {
    const { platform, desk } = await pulled('ada');
    desk.decide(desk.openCases()[0]!);
    platform.addReport('ada');
    await desk.pull();
    expect(states(desk)).toEqual(['decided', 'queued']);
  });

  it('brings a case back when its report is open again under the same id', async () => {
    const { platform, desk } = await pulled('ada');
    platform.resolve(platform.report('1000'), 'colleague');
    await desk.pull();
    platform.reopen(platform.report('1000'));
    await desk.pull();
    expect(states(desk)).toEqual(['reopened']);
    expect(findReportByRemoteId(desk.context.write, desk.communityId, '1000')?.state).toBe('linked');
  });

  it('shows who took a report on the platform, and lets go when they do', async () => {
    const { platform, desk } = await pulled('ada');
    platform.assign(platform.report('1000'), 'colleague');
    await desk.pull();
    expect(desk.openCases()[0]).toMatchObject({ state: 'claimed', claimed_by: 'remote' });
    expect(() => desk.decide(desk.openCases()[0]!)).toThrow('claim-held');
    platform.assign(platform.report('1000'), null);
    await desk.pull();
    expect(desk.openCases()[0]).toMatchObject({ state: 'queued', claimed_by: null });
  });
});

describe('what vanished from the open list', () => {
  it('is decided when a colleague resolved it', async () => {
    const { platform, desk } = await pulled('ada', 'ada');
    platform.resolve(platform.report('1000'), 'colleague');
    await desk.pull();
    expect(states(desk)).toEqual(['queued']);
    platform.resolve(platform.report('1001'), 'colleague');
    await desk.pull();
    expect(states(desk)).toEqual(['decided']);
    const kinds = desk.context.write.prepare('SELECT kind FROM audit_events WHERE case_id = 1').pluck().all();
    expect(kinds).toContain('case.decided-elsewhere');
  });

  it('is void when it is gone, with the evidence kept', async () => {
    const { platform, desk } = await pulled('ada');
    platform.report('1000').gone = true;
    await desk.pull();
    expect(states(desk)).toEqual(['void']);
    expect(snapshotsOf(desk, 'p1000').map((one) => one.text)).toEqual(['What ada wrote in 1000']);
  });

  it('stays as it is when it cannot be read, and is asked for again', async () => {
    const { platform, desk } = await pulled('ada', 'bo');
    platform.resolve(platform.report('1000'), 'colleague');
    const connector = platform.connector();
    const readReport = connector.readReport;
    Object.assign(desk.connector, {
      readReport: () => Promise.reject(new PlatformError('server-error', { status: 500 })),
    });
    await desk.pull();
    expect(findLastRun(desk.context.write, desk.communityId)).toMatchObject({ outcome: 'complete', rejected: 1 });
    Object.assign(desk.connector, { readReport });
    await desk.pull();
    expect(states(desk)).toEqual(['decided', 'queued']);
  });
});

describe('evidence', () => {
  it('keeps every version in an unbroken chain', async () => {
    const { platform, desk } = await pulled('ada');
    platform.texts.set('p1000', 'Something else');
    await desk.pull();
    const snapshots = snapshotsOf(desk, 'p1000');
    expect(snapshots.map((one) => one.text)).toEqual(['What ada wrote in 1000', 'Something else']);
    expect(isSnapshotChainIntact(desk.context.write, snapshots[0]!.subject_id)).toBe(true);
    expect(findSubject(desk.context.write, desk.communityId, 'post', 'p1000')?.presence).toBe('edited');
    expect(() => desk.context.write.prepare("UPDATE snapshots SET text = ''").run()).toThrow('immutable');
  });

  it('survives that the platform empties it', async () => {
    const { platform, desk } = await pulled('ada', 'bo');
    platform.texts.set('p1000', '');
    platform.report('1001').postIds = [];
    await desk.pull();
    expect(snapshotsOf(desk, 'p1000').map((one) => one.text)).toEqual(['What ada wrote in 1000']);
    for (const post of ['p1000', 'p1001']) {
      expect(findSubject(desk.context.write, desk.communityId, 'post', post)?.presence).toBe('deleted');
    }
  });

  it('comes with the thread around it, later if need be', async () => {
    const platform = new FakePlatform();
    platform.addReport('ada');
    const desk = aDesk(platform);
    const readThread = desk.connector.readThread;
    Object.assign(desk.connector, {
      readThread: () => Promise.reject(new PlatformError('forbidden', { status: 403 })),
    });
    expect(await desk.pull()).toBe('complete');
    const kept = () => desk.context.write.prepare('SELECT count(*) FROM threads WHERE posts IS NOT NULL').pluck().get();
    expect(kept()).toBe(0);
    Object.assign(desk.connector, { readThread });
    await desk.pull();
    expect(kept()).toBe(0);
    desk.advance(60 * 60_000);
    await desk.pull();
    expect(kept()).toBe(1);
  });
});

describe('trouble on the way', () => {
  it('goes on where it was stopped, with no hole', async () => {
    const platform = new FakePlatform();
    for (let number = 0; number < 20; number += 1) platform.addReport(`author-${number}`);
    const desk = aDesk(platform);
    for (let stops = 0; stops < 12; stops += 1) {
      platform.readFaults.push(null, ...Array<null>(stops % 5).fill(null), 'offline');
      expect(await desk.pull()).toBe('offline');
      desk.restart();
      platform.readFaults.length = 0;
    }
    expect(await desk.pull()).toBe('complete');
    expect(desk.openCases()).toHaveLength(20);
  });

  it('can be cancelled between pages and keeps what is in', async () => {
    const platform = new FakePlatform();
    for (let number = 0; number < 9; number += 1) platform.addReport(`author-${number}`);
    const desk = aDesk(platform);
    const stop = new AbortController();
    const listNewReports = desk.connector.listNewReports;
    Object.assign(desk.connector, {
      listNewReports: async (cursor: string | null, signal: AbortSignal) => {
        if (cursor !== null) stop.abort();
        return listNewReports(cursor, signal);
      },
    });
    expect(await desk.pull(stop.signal)).toBe('cancelled');
    expect(desk.openCases()).toHaveLength(3);
    Object.assign(desk.connector, { listNewReports });
    expect(await desk.pull()).toBe('complete');
    expect(desk.openCases()).toHaveLength(9);
  });

  it('respects when a limit says to come back, and says so', async () => {
    const { platform, desk } = await pulled('ada');
    platform.readFaults.push('rate-limited');
    expect(await desk.pull()).toBe('failed');
    const state = findSyncState(desk.context.write, desk.communityId);
    expect(state).toMatchObject({ last_error_code: 'rate-limited', retry_at: platform.now + 60_000 });
  });

  it('says that the sign-in has expired', async () => {
    const { platform, desk } = await pulled('ada');
    platform.readFaults.push('unauthorized');
    await desk.pull();
    expect(desk.context.write.prepare('SELECT connection FROM communities').pluck().get()).toBe('expired');
  });

  it('waits longer after every failure', async () => {
    const { platform, desk } = await pulled('ada');
    const waits: number[] = [];
    for (let failure = 0; failure < 4; failure += 1) {
      platform.readFaults.push('offline');
      await desk.pull();
      waits.push(findSyncState(desk.context.write, desk.communityId).retry_at! - desk.clock.now());
    }
    expect(waits).toEqual([3_750, 7_500, 15_000, 30_000]);
  });

  it.each([
    ['leads in a circle', () => 'again'],
    ['never ends', (page: number) => `page-${page}`],
  ])('stops reading a list that %s, and keeps what is there', async (_name, nextAfter) => {
    const { desk } = await pulled('ada');
    for (const list of ['listNewReports', 'listOpenReports'] as const) {
      const original = desk.connector[list];
      let page = 0;
      Object.assign(desk.connector, {
        [list]: async (_cursor: string | null, signal: AbortSignal) => {
          page += 1;
          return { ...(await original(null, signal)), next: nextAfter(page), resume: null };
        },
      });
      expect(await desk.pull()).toBe('failed');
      expect(findSyncState(desk.context.write, desk.communityId).last_error_code).toBe('malformed-answer');
      expect(desk.openCases()).toHaveLength(1);
      Object.assign(desk.connector, { [list]: original });
      expect(await desk.pull()).toBe('complete');
    }
  });

  it('sets single reports aside that cannot be stored', async () => {
    const platform = new FakePlatform();
    for (const author of ['ada', 'bo', 'cy']) platform.addReport(author);
    const desk = aDesk(platform);
    const broken: readonly Partial<RemoteReport>[] = [
      { remoteId: 'x'.repeat(10_000) },
      { createdAt: Number.NaN },
      { comment: 5 as never },
    ];
    const listNewReports = desk.connector.listNewReports;
    const listOpenReports = desk.connector.listOpenReports;
    Object.assign(desk.connector, {
      listNewReports: async (cursor: string | null, signal: AbortSignal) => {
        const page = await listNewReports(cursor, signal);
        return { ...page, items: [...broken.map((change) => ({ ...page.items[0]!, ...change })), ...page.items] };
      },
      listOpenReports: async (cursor: string | null, signal: AbortSignal) => listOpenReports(cursor, signal),
    });
    expect(await desk.pull()).toBe('complete');
    expect(desk.openCases()).toHaveLength(3);
    expect(findLastRun(desk.context.write, desk.communityId)?.rejected).toBe(3);
  });

  it('takes over rules as versions and keeps the earlier ones', async () => {
    const { desk } = await pulled('ada');
    const readFacts = desk.connector.readFacts;
    const withRule = (text: string) =>
      Object.assign(desk.connector, {
        readFacts: async (signal: AbortSignal) => ({
          ...(await readFacts(signal)),
          rules: [{ remoteId: '1', title: 'Be kind', text }],
        }),
      });
    withRule('First wording');
    await desk.pull();
    withRule('Second wording');
    await desk.pull();
    await desk.pull();
    const rows = desk.context.write
      .prepare('SELECT version, text, superseded_at IS NULL AS current FROM policies')
      .all();
    expect(rows).toEqual([
      { version: 1, text: 'First wording', current: 0 },
      { version: 2, text: 'Second wording', current: 1 },
    ]);
    expect(() => desk.decide(desk.openCases()[0]!)).toThrow('policy-required');
    expect(findOpenCase(desk.context.write, desk.communityId, desk.openCases()[0]!.author_member_id)).not.toBeNull();
  });
});
