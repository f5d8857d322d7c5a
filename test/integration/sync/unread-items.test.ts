import { describe, expect, it } from 'vitest';
import { letTimePass } from '../../../electron/data/cases/time-passed.ts';
import { PlatformError } from '../../../electron/data/platforms/platform.ts';
import { eraseCommunity } from '../../../electron/data/store/communities/erase-community.ts';
import { findReportByRemoteId } from '../../../electron/data/store/reports/queries.ts';
import { findCursor, findLastRun } from '../../../electron/data/store/sync-state/queries.ts';
import { keepUnread, mostUnreadItems } from '../../../electron/data/store/unread/commands.ts';
import { countUnread, listUnreadProblems } from '../../../electron/data/store/unread/queries.ts';
import type { UnreadRow } from '../../../electron/data/store/unread/row.ts';
import { Drift } from '../../builders/drifting-platform.ts';
import { FakePlatform } from '../../builders/fake-platform.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';

const day = 24 * 60 * 60_000;

function aDriftingDesk(...authors: string[]) {
  const platform = new FakePlatform();
  for (const author of authors) platform.addReport(author);
  const drift = new Drift();
  const desk = new SyncDesk({ connector: drift.through(platform), capabilities: platform.capabilities });
  return { platform, drift, desk };
}

function unread(desk: SyncDesk): readonly UnreadRow[] {
  return desk.context.write.prepare('SELECT * FROM unread_items ORDER BY id').all() as UnreadRow[];
}

function stateOf(desk: SyncDesk, id: string): string | undefined {
  return findReportByRemoteId(desk.context.write, desk.communityId, id)?.remote_state;
}

describe('a report that can’t be read', () => {
  it('is kept as it came, and the rest of its page is taken', async () => {
    const { drift, desk } = aDriftingDesk('ada', 'bo', 'cy');
    drift.unreadable.add('1001');
    expect(await desk.pull()).toBe('complete');
    expect(desk.openCases()).toHaveLength(2);
    expect(unread(desk)).toMatchObject([
      { remote_id: '1001', problem: 'comment: not a text', position: 1, raw_length: 53, first_seen_at: desk.clock.at },
    ]);
    expect(JSON.parse(unread(desk)[0]!.raw!)).toEqual({ inside: '1001', state: 'open', comment: 'raw 1001' });
    expect(listUnreadProblems(desk.context.write, desk.communityId)).toMatchObject([{ count: 1, gone: 0 }]);
  });

  it('is one, however often and in whichever list it comes', async () => {
    const { drift, desk } = aDriftingDesk('ada', 'bo');
    for (const id of ['1000', '1001']) drift.unreadable.add(id);
    drift.nameless.add('1001');
    for (let pass = 0; pass < 3; pass += 1) await desk.pull();
    expect(unread(desk).map(({ remote_id }) => remote_id)).toEqual(['1000', null]);
  });

  it('is taken in as soon as it can be read, and nothing is left of what was kept', async () => {
    const { drift, desk } = aDriftingDesk('ada', 'bo');
    drift.unreadable.add('1001');
    await desk.pull();
    drift.unreadable.clear();
    await desk.pull();
    expect(stateOf(desk, '1001')).toBe('open');
    expect(unread(desk)).toEqual([]);
  });

  it('is asked for again by id when no list brings it any more', async () => {
    const { platform, drift, desk } = aDriftingDesk('ada', 'bo');
    drift.unreadable.add('1001');
    await desk.pull();
    platform.resolve(platform.report('1001'), 'colleague');
    drift.unreadable.clear();
    await desk.pull();
    expect(unread(desk)).toHaveLength(1);
    desk.advance(day);
    await desk.pull();
    expect(stateOf(desk, '1001')).toBe('resolved');
    expect(unread(desk)).toEqual([]);
  });

  it('is asked for at once by another build', async () => {
    const { platform, drift, desk } = aDriftingDesk('ada', 'bo');
    drift.unreadable.add('1001');
    await desk.pull();
    platform.resolve(platform.report('1001'), 'colleague');
    drift.unreadable.clear();
    desk.appVersion = '2.0.0';
    desk.restart();
    await desk.pull();
    expect(stateOf(desk, '1001')).toBe('resolved');
    expect(unread(desk)).toEqual([]);
  });

  it('is asked for in its time also when the clock is set back meanwhile', async () => {
    const { platform, drift, desk } = aDriftingDesk('ada', 'bo');
    drift.unreadable.add('1001');
    await desk.pull();
    platform.resolve(platform.report('1001'), 'colleague');
    drift.unreadable.clear();
    letTimePass(desk.context);
    desk.clock.advance(-10 * 60 * 60_000);
    letTimePass(desk.context);
    desk.advance(2 * 60 * 60_000);
    await desk.pull();
    expect(unread(desk)).toEqual([]);
  });

  it('has its list read again from before it by another build when its id can’t be told', async () => {
    const { platform, drift, desk } = aDriftingDesk('ada', 'bo', 'cy', 'ada', 'bo', 'cy', 'ada');
    drift.unreadable.add('1004');
    drift.nameless.add('1004');
    await desk.pull();
    platform.resolve(platform.report('1004'), 'colleague');
    expect(unread(desk)).toMatchObject([{ remote_id: null, cursor: '1002' }]);
    drift.unreadable.clear();
    await desk.pull();
    expect(unread(desk)).toHaveLength(1);
    desk.appVersion = '2.0.0';
    desk.restart();
    await desk.pull();
    expect(stateOf(desk, '1004')).toBe('resolved');
    expect(unread(desk)).toEqual([]);
    expect(findCursor(desk.context.write, desk.communityId, 'new-reports')).toBe('1006');
  });

  it('stays when the newer build can’t read it either', async () => {
    const { platform, drift, desk } = aDriftingDesk('ada', 'bo');
    drift.unreadable.add('1001');
    drift.nameless.add('1001');
    await desk.pull();
    platform.resolve(platform.report('1001'), 'colleague');
    desk.appVersion = '2.0.0';
    desk.restart();
    await desk.pull();
    expect(unread(desk)).toMatchObject([{ tried_by: '2.0.0', rereading: 0 }]);
    expect(unread(desk)[0]!.raw).toContain('resolved');
  });

  it('keeps what is known of it from before, and is not taken for vanished', async () => {
    const { drift, desk } = aDriftingDesk('ada', 'bo');
    await desk.pull();
    drift.unreadable.add('1000');
    await desk.pull();
    expect(stateOf(desk, '1000')).toBe('open');
    expect(desk.openCases()).toHaveLength(2);
    expect(findLastRun(desk.context.write, desk.communityId)).toMatchObject({ outcome: 'complete', reports_gone: 0 });
  });

  it('is kept when the platform has it no more, and called gone', async () => {
    const { platform, drift, desk } = aDriftingDesk('ada');
    drift.unreadable.add('1000');
    await desk.pull();
    platform.report('1000').gone = true;
    desk.advance(day);
    await desk.pull();
    await desk.pull();
    expect(listUnreadProblems(desk.context.write, desk.communityId)).toMatchObject([{ count: 1, gone: 1 }]);
  });

  it('goes with its community', async () => {
    const { drift, desk } = aDriftingDesk('ada');
    drift.unreadable.add('1000');
    await desk.pull();
    eraseCommunity(desk.context.write, desk.communityId);
    expect(unread(desk)).toEqual([]);
  });
});

describe('many that can’t be read', () => {
  it('do not keep those behind them from being asked for', async () => {
    const { platform, drift, desk } = aDriftingDesk(...Array.from({ length: 14 }, (_, at) => `author${at}`));
    await desk.pull();
    for (const report of platform.reports) platform.resolve(report, 'colleague');
    for (const report of platform.reports.slice(0, 12)) drift.unreadable.add(report.id);
    await desk.pull();
    await desk.pull();
    expect(stateOf(desk, '1012')).toBe('resolved');
    expect(stateOf(desk, '1013')).toBe('resolved');
    expect(countUnread(desk.context.write, desk.communityId)).toBe(12);
  });

  it('are not blamed for a network that answers everything with its own page', async () => {
    const { platform, desk } = aDriftingDesk('ada', 'bo', 'cy');
    await desk.pull();
    for (const report of platform.reports) platform.resolve(report, 'colleague');
    const good = { ...desk.connector };
    const senseless = () => Promise.reject(new PlatformError('malformed', { status: 200 }));
    Object.assign(desk.connector, {
      readReport: () => {
        Object.assign(desk.connector, { readFacts: senseless });
        return senseless();
      },
    });
    expect(await desk.pull()).toBe('failed');
    expect(unread(desk)).toEqual([]);
    Object.assign(desk.connector, good);
    expect(await desk.pull()).toBe('complete');
    expect(desk.openCases()).toEqual([]);
  });

  it.each(['in one page', 'in a page each'])('are bounded in number and size, %s', (how) => {
    const { desk } = aDriftingDesk('ada');
    const { write } = desk.context;
    const { communityId } = desk;
    const from = { communityId, at: 1, appVersion: '1', nextTryAt: 2 } as const;
    const item = (at: number) => {
      const raw = { text: 'ä'.repeat(60_000), at };
      return {
        list: 'reports',
        position: 0,
        problem: 'x'.repeat(1_000),
        raw,
        remoteId: String(at),
        cursor: null,
      } as const;
    };
    const items = Array.from({ length: mostUnreadItems + 5 }, (_, at) => item(at));
    write.transaction(() => {
      if (how === 'in one page') keepUnread(write, from, items);
      else for (const one of items) keepUnread(write, from, [one]);
      // What comes again takes no more room, be it in one page.
      keepUnread(write, from, [item(0), item(0), item(1)]);
    })();
    const sizes =
      'SELECT count(*) AS n, sum(octet_length(raw)) AS bytes, max(octet_length(raw)) AS most FROM unread_items';
    expect(write.prepare(sizes).get()).toEqual({ n: mostUnreadItems, bytes: 8 * 1024 * 1024, most: 64 * 1024 - 1 });
    expect(unread(desk)[0]).toMatchObject({ raw_length: 120_000 + '{"text":"","at":0}'.length });
    expect(unread(desk)[0]!.problem).toHaveLength(300);
  });
});
