import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readHealthFacts } from '../../../electron/data/health/facts/read-health-facts.ts';
import { inspectFile } from '../../../electron/data/platforms/files/inspect-file.ts';
import { previewFile } from '../../../electron/data/platforms/files/preview-file.ts';
import { listRejects } from '../../../electron/data/store/imports/queries.ts';
import { activityFlags } from '../../../shared/domain/activity.ts';
import type { ImportId } from '../../../shared/domain/ids.ts';
import { importInto, openTestStore, type TestStore } from '../../builders/activity-store.ts';

let store: TestStore;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

const now = Date.UTC(2026, 0, 20);
const header = 'id,time,member,activity,to,thread,reply_to_id,request,no_answer';

function file(name: string, lines: readonly string[]): string {
  const path = join(store.folder, name);
  writeFileSync(path, `${[header, ...lines].join('\n')}\n`);
  return path;
}

/** Messages as the health room reads them: who, the row it answers, its marks. A last activity makes the day complete. */
async function messages(): Promise<readonly { row: number; parent: number; flags: number }[]> {
  const read = await readHealthFacts(store.read, { communityId: store.communityId, now, messagesFrom: () => 0 });
  if (!read) throw new Error('there are activities');
  const { count, parent, flags } = read.facts.messages;
  return Array.from({ length: count }, (_, row) => ({ row, parent: parent[row] ?? -2, flags: flags[row] ?? -1 }));
}

const end = 'z,2026-01-15T10:00:00Z,zoe,login,,,,,';

describe('importing who answers what', () => {
  it('finds what is answered whatever its kind, in the same file', async () => {
    await importInto(
      store,
      file('a.csv', [
        'p1,2026-01-01T10:00:00Z,ann,post,,t1,,yes,',
        'r1,2026-01-01T11:00:00Z,bob,reply,ann,t1,p1,no,',
        'r2,2026-01-01T12:00:00Z,ann,reply,bob,t1,r1,,',
        'm1,2026-01-01T13:00:00Z,cat,message,,t2,,,x',
        'r3,2026-01-01T14:00:00Z,bob,reply,cat,t2,m1,,',
        end,
      ]),
      { now },
    );
    expect(await messages()).toEqual([
      { row: 0, parent: -1, flags: activityFlags.request },
      { row: 1, parent: 0, flags: 0 },
      { row: 2, parent: 1, flags: 0 },
      { row: 3, parent: -1, flags: activityFlags.noAnswerWanted },
      { row: 4, parent: 3, flags: 0 },
    ]);
  });

  it('finds what is answered in a file that was imported before', async () => {
    await importInto(store, file('a.csv', ['m1,2026-01-01T10:00:00Z,ann,message,,t1,,,']), { now });
    await importInto(store, file('b.csv', ['r1,2026-01-02T10:00:00Z,bob,reply,ann,t1,m1,,', end]), { now });
    expect((await messages()).map(({ parent }) => parent)).toEqual([-1, 0]);
  });

  it('takes an answer whose other half never comes, or that answers itself, as an answer to nothing', async () => {
    const lines = ['r1,2026-01-02T10:00:00Z,bob,reply,ann,t1,gone,,', 'r2,2026-01-03T10:00:00Z,bob,post,,t1,r2,,', end];
    expect(await importInto(store, file('a.csv', lines), { now })).toMatchObject({ added: 3, rejected: 0 });
    expect((await messages()).map(({ parent }) => parent)).toEqual([-1, -1]);
  });

  it('finds an answer to a message many batches before it', async () => {
    const between = Array.from({ length: 25_000 }, (_, at) => {
      const time = new Date(Date.UTC(2026, 0, 1, 11) + at * 1_000).toISOString();
      return `x${at},${time},ann,post,,,,,`;
    });
    const lines = ['m1,2026-01-01T10:00:00Z,cat,message,,t1,,,', ...between];
    await importInto(store, file('a.csv', [...lines, 'r1,2026-01-09T10:00:00Z,bob,reply,cat,t1,m1,,', end]), { now });
    expect((await messages()).at(-1)).toMatchObject({ row: 25_001, parent: 0 });
  });

  it('refuses a mark that is neither yes nor no', async () => {
    let importId = 0 as ImportId;
    const lines = ['p1,2026-01-01T10:00:00Z,ann,post,,t1,,perhaps,', 'p2,2026-01-01T10:00:00Z,ann,post,,t1,,نعم,', end];
    const onImport = (id: ImportId) => {
      importId = id;
    };
    expect(await importInto(store, file('a.csv', lines), { now, onImport })).toMatchObject({ added: 2, rejected: 1 });
    expect(listRejects(store.read, importId, 0, 10)).toEqual([{ line: 2, reason: 'yes-or-no-unknown' }]);
  });

  it('shows marks and answers before anything is stored', async () => {
    const path = file('a.csv', [
      'p1,2026-01-01T10:00:00Z,ann,post,,t1,,yes,yes',
      'r1,2026-01-01T11:00:00Z,bob,reply,ann,t1,p1,,',
    ]);
    const { inspection } = await inspectFile(path);
    const zones = { fileZone: 'UTC', communityZone: 'UTC', now };
    const { rows } = await previewFile(path, { mapping: inspection.suggested, ...zones });
    expect(rows.map(({ answers, request, noAnswer }) => [answers, request, noAnswer])).toEqual([
      [false, true, true],
      [true, false, false],
    ]);
  });
});

describe('importing what was closed, removed or automated', () => {
  const stateHeader = 'id,time,member,activity,to,thread,reply_to_id,state,bot';
  const path = (name: string, lines: readonly string[], head = stateHeader) => {
    const at = join(store.folder, name);
    writeFileSync(at, `${[head, ...lines].join('\n')}\n`);
    return at;
  };
  const lines = [
    'p1,2026-01-01T10:00:00Z,ann,post,,t1,,,',
    'r1,2026-01-01T11:00:00Z,hello,reply,ann,t1,p1,open,yes',
    'r2,2026-01-01T12:00:00Z,bob,reply,ann,t1,p1,removed,no',
    'r3,2026-01-01T13:00:00Z,cat,reply,ann,t1,p1,Closed,',
    'p2,2026-01-02T10:00:00Z,dan,post,,t2,,removed,',
    'p3,2026-01-03T10:00:00Z,eve,post,,t3,,SPAM,',
    'z,2026-01-15T10:00:00Z,zoe,login,,,,,',
  ];
  const told = [
    { row: 0, parent: -1, flags: 0 },
    { row: 1, parent: 0, flags: 0 },
    { row: 2, parent: 0, flags: activityFlags.closed },
    { row: 3, parent: -1, flags: activityFlags.closed },
    { row: 4, parent: -1, flags: activityFlags.spam },
  ];

  it('closes threads, tells spam and leaves the automated account out', async () => {
    expect(await importInto(store, path('a.csv', lines), { now })).toMatchObject({ added: 7, rejected: 0 });
    expect(await messages()).toEqual(told);
    const bots = store.read.prepare('SELECT remote_id FROM members WHERE is_bot = 1').pluck().all();
    expect(bots).toEqual(['hello']);
  });

  it('tells the same of a file that was read before without those columns, and takes back what a newer one says', async () => {
    const without = lines.map((line) => line.split(',').slice(0, 7).join(','));
    await importInto(store, path('a.csv', without, stateHeader.split(',').slice(0, 7).join(',')), { now });
    expect((await messages()).map(({ flags }) => flags)).toEqual([0, 0, 0, 0, 0, 0]);
    await importInto(store, path('b.csv', lines), { now });
    expect(await messages()).toEqual(told);
    const reopened = lines.map((line) => line.replace('SPAM', 'open'));
    await importInto(store, path('c.csv', reopened), { now });
    expect((await messages()).at(-1)?.flags).toBe(0);
    // Which columns are not told of changes nothing.
    await importInto(store, path('d.csv', without, stateHeader.split(',').slice(0, 7).join(',')), { now });
    expect((await messages())[3]?.flags).toBe(activityFlags.closed);
  });

  it('refuses a state it does not know, and proposes no column whose values it can not read', async () => {
    const strange = path('a.csv', ['p1,2026-01-01T10:00:00Z,ann,post,,t1,,unread,maybe']);
    const { columns } = (await inspectFile(strange)).inspection.suggested;
    expect(Object.keys(columns)).not.toContain('state');
    expect(Object.keys(columns)).not.toContain('bot');
    const mapped = { columns: { member: 'member', at: 'time', state: 'state' }, timeFormat: 'iso-8601' as const };
    const zones = { fileZone: 'UTC', communityZone: 'UTC', now };
    const { rejected } = await previewFile(strange, { mapping: { ...mapped, defaultKind: 'post' }, ...zones });
    expect(rejected).toEqual([{ line: 2, reason: 'state-unknown' }]);
  });
});
