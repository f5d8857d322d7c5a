import { describe, expect, it } from 'vitest';
import { readCase } from '../../../electron/data/case/read-case.ts';
import { eraseCommunity } from '../../../electron/data/store/communities/erase-community.ts';
import { migrations } from '../../../electron/data/store/migrations/all.ts';
import { openStore } from '../../../electron/data/store/open.ts';
import { reindex } from '../../../electron/data/store/search/reindex.ts';
import { search } from '../../../electron/data/store/search/search.ts';
import { aReport } from '../../builders/case-work.ts';
import { FakePlatform, ourHandle } from '../../builders/fake-platform.ts';
import { anOutboxDesk, onlyCase, statesOf } from '../../builders/outbox-desk.ts';
import { aCommunity } from '../../builders/people.ts';
import { aKey } from '../../builders/store.ts';
import type { SyncDesk } from '../../builders/sync-desk.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

function notesOf(desk: SyncDesk) {
  const [report] = readCase(desk.context, onlyCase(desk).id).reports;
  return report?.notes.map(({ author, body }) => [author, body]);
}

const eventsOf = (desk: SyncDesk) => readCase(desk.context, onlyCase(desk).id).events.map(({ kind }) => kind);
const find = (desk: SyncDesk, query: string) => search(desk.store.read, { query, limit: 5 }).hits;

async function aDeskWithNote() {
  const platform = new FakePlatform();
  platform.addReport('ada');
  const [report] = platform.reports;
  if (!report) throw new RangeError('no report');
  platform.note(report, 'ines', 'Known from another room');
  const { desk } = await anOutboxDesk(platform, []);
  return { platform, desk, report };
}

describe('what colleagues noted on the platform', () => {
  it('stands with its report, in order, and follows the platform', async () => {
    const { platform, desk, report } = await aDeskWithNote();
    expect(notesOf(desk)).toEqual([['ines', 'Known from another room']]);
    platform.note(report, 'juno', 'I spoke to her');
    await desk.pull();
    expect(notesOf(desk)).toEqual([
      ['ines', 'Known from another room'],
      ['juno', 'I spoke to her'],
    ]);
    platform.removeNotes(report);
    await desk.pull();
    expect(notesOf(desk)).toEqual([]);
    expect(find(desk, 'spoke')).toEqual([]);
  });

  it('is no event when it came with the report, is one when it comes later, and none when it is our own', async () => {
    const { platform, desk, report } = await aDeskWithNote();
    const count = () => eventsOf(desk).filter((kind) => kind === 'report.note').length;
    expect(count()).toBe(0);
    platform.note(report, 'juno', 'I spoke to her');
    await desk.pull();
    await desk.pull();
    expect(count()).toBe(1);
    platform.note(report, ourHandle, 'From the browser');
    await desk.pull();
    expect(count()).toBe(1);
    expect(notesOf(desk)).toHaveLength(3);
  });

  it('holds no decision up: neither one being made nor one that waits', async () => {
    const { platform, desk, report } = await aDeskWithNote();
    const seen = onlyCase(desk);
    platform.note(report, 'juno', 'I spoke to her');
    await desk.pull();
    const { decisionId } = desk.decide(seen, { finding: 'not-upheld' });
    platform.note(report, 'juno', 'And again');
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['applied']);
  });

  it('is found under its report, also when the index is built anew', async () => {
    const { desk } = await aDeskWithNote();
    const found = () => find(desk, 'another room').map(({ kind, excerpt }) => [kind, excerpt.includes('another room')]);
    expect(found()).toEqual([['report', true]]);
    await reindex(desk.store.write);
    expect(found()).toEqual([['report', true]]);
    expect(find(desk, 'Report 1000')).toHaveLength(1);
  });

  it('goes with the community, words and all', async () => {
    const { desk } = await aDeskWithNote();
    eraseCommunity(desk.store.write, desk.communityId);
    expect(desk.store.read.prepare('SELECT count(*) AS n FROM report_notes').get()).toEqual({ n: 0 });
    expect(find(desk, 'another')).toEqual([]);
  });

  it('stays when the report is gone from the platform', async () => {
    const { desk, report } = await aDeskWithNote();
    const { id } = onlyCase(desk);
    report.gone = true;
    await desk.pull();
    expect(readCase(desk.context, id).reports[0]).toMatchObject({
      remoteState: 'gone',
      notes: [{ author: 'ines', body: 'Known from another room' }],
    });
  });

  it('is not taken from a server that sends it in no sound shape; the report itself is kept aside', async () => {
    const { platform, desk } = await anOutboxDesk(new FakePlatform(), []);
    platform.addReport('ada', {
      notes: [{ remoteId: 'n1', author: 'ines', text: 'Now', writtenAt: Number.NaN }],
    });
    await desk.pull();
    expect(desk.openCases()).toEqual([]);
    expect(desk.store.read.prepare('SELECT problem FROM unread_items').all()).toHaveLength(1);
  });

  it('is parted from the comment of a report that an earlier version stored, without an event', async () => {
    const { platform, desk, report } = await aDeskWithNote();
    platform.note(report, 'juno', 'Later');
    desk.store.write
      .prepare(
        `UPDATE reports SET comment = 'Rude' || char(10, 10) || '✎ ines: Known from another room', payload_hash = ''`,
      )
      .run();
    desk.store.write.prepare('DELETE FROM report_notes').run();
    await desk.pull();
    expect(readCase(desk.context, onlyCase(desk).id).reports[0]).toMatchObject({
      comment: 'Rude',
      notes: [{ author: 'ines' }, { author: 'juno' }],
    });
    expect(eventsOf(desk)).not.toContain('report.note');
    expect(find(desk, 'rude')).toHaveLength(1);
  });
});

describe('bringing a file from before notes were kept', () => {
  it('has open reports read anew where the platform has notes, and leaves all others', () => {
    const file = `${aTempFolder()}/hearth.db`;
    const key = aKey();
    const old = openStore({ file, key, migrations: migrations.filter(({ version }) => version < 160) });
    old.transaction((db) => {
      for (const platform of ['nodebb', 'discourse', 'misskey', 'mastodon', 'lemmy']) {
        const community = aCommunity(db, { platform, base_url: `https://${platform}.example` });
        aReport(db, community, { payload_hash: 'open', comment: platform });
        aReport(db, community, { payload_hash: 'closed', remote_state: 'resolved', comment: platform });
      }
    });
    old.close();
    const store = openStore({ file, key });
    const hashes = store.read.prepare('SELECT comment, payload_hash AS hash FROM reports ORDER BY id').all();
    expect(hashes).toEqual(
      ['nodebb', 'discourse', 'misskey', 'mastodon', 'lemmy'].flatMap((comment) => [
        { comment, hash: ['mastodon', 'lemmy'].includes(comment) ? 'open' : '' },
        { comment, hash: 'closed' },
      ]),
    );
    store.close();
  });
});
