import { describe, expect, it } from 'vitest';
import type { RemoteReport } from '../../../electron/data/platforms/platform.ts';
import { search } from '../../../electron/data/store/search/search.ts';
import { FakePlatform } from '../../builders/fake-platform.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';

function aDesk(...authors: string[]) {
  const platform = new FakePlatform();
  for (const author of authors) platform.addReport(author);
  const desk = new SyncDesk({ connector: platform.connector(), capabilities: platform.capabilities });
  return { platform, desk };
}

/** Has one report come so that it looks sound and can't be written all the same. */
function makeUnfit(desk: SyncDesk, id: string): void {
  const { listNewReports, listOpenReports } = desk.connector;
  const unfit = (report: RemoteReport): RemoteReport =>
    report.remoteId === id ? { ...report, payloadHash: {} as unknown as string } : report;
  const through =
    <Page extends { readonly items: readonly RemoteReport[] }>(
      list: (cursor: string | null, signal: AbortSignal) => Promise<Page>,
    ) =>
    async (cursor: string | null, signal: AbortSignal): Promise<Page> => {
      const page = await list(cursor, signal);
      return { ...page, items: page.items.map(unfit) };
    };
  Object.assign(desk.connector, {
    listNewReports: through(listNewReports),
    listOpenReports: through(listOpenReports),
  });
}

describe('a page of reports', () => {
  it('is taken but for the one that can’t be written, of which nothing is left but what came', async () => {
    const { desk } = aDesk('ada', 'bo', 'ada');
    makeUnfit(desk, '1001');
    expect(await desk.pull()).toBe('complete');
    const { write } = desk.context;
    expect(write.prepare('SELECT remote_id FROM reports ORDER BY id').pluck().all()).toEqual(['1000', '1002']);
    expect(desk.openCases().map((row) => row.report_count)).toEqual([2]);
    expect(write.prepare('SELECT remote_id, problem FROM unread_items').all()).toEqual([
      { remote_id: '1001', problem: 'report: not fit to be kept' },
    ]);
    expect(write.prepare("SELECT count(*) FROM members WHERE handle = 'bo'").pluck().get()).toBe(0);
    expect(search(desk.store.read, { query: 'wrote', limit: 9 }).hits).toHaveLength(2);
  });

  it('sums up a case once, however many of its reports are about it', async () => {
    const { platform, desk } = aDesk('ada');
    await desk.pull();
    const before = desk.openCases()[0]!;
    for (let more = 0; more < 2; more += 1) platform.addReport('ada');
    await desk.pull();
    expect(desk.openCases()[0]).toMatchObject({ report_count: 3, version: before.version + 1 });
  });
});
