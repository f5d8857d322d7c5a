import { describe, expect, it } from 'vitest';
import { recordImportHandlers } from '../../../electron/data/outreach/import-handlers.ts';
import { importHandlers } from '../../../electron/data/platforms/files/handlers.ts';
import { aMember } from '../../builders/people.ts';
import { aRecordImportDesk } from '../../builders/record-import-desk.ts';

function aBookClub(desk: ReturnType<typeof aRecordImportDesk>): void {
  desk.save('event', { name: 'Book club', kind: 'book-club', day: '2026-03-12' });
}

const attendance = 'Attendee,Present,Duration\nanna,yes,80\nben,no,\n';
const bookClub = { fixed: { event: 'Book club' } };

describe('importing records', () => {
  it('takes a list of one event, adds who is new, and takes it once', async () => {
    const desk = aRecordImportDesk();
    aBookClub(desk);
    expect(await desk.importText('attendance', attendance, bookClub)).toMatchObject({
      state: 'finished',
      linesRead: 2,
      added: 2,
      newMembers: 2,
      rejected: 0,
    });
    expect(await desk.importText('attendance', `${attendance}cleo,yes,5\n`, bookClub)).toMatchObject({
      added: 1,
      alreadyKnown: 2,
      newMembers: 1,
      changed: 0,
    });
    expect(await desk.list('attendance')).toEqual([
      { event: 'Book club (2026-03-12)', member: 'cleo', registered: false, attended: true, minutes: 5 },
      { event: 'Book club (2026-03-12)', member: 'ben', registered: false, attended: false, minutes: null },
      { event: 'Book club (2026-03-12)', member: 'anna', registered: false, attended: true, minutes: 80 },
    ]);
  });

  it('knows everybody again, whatever case a second list writes them in', async () => {
    const desk = aRecordImportDesk();
    aBookClub(desk);
    aMember(desk.store.write, desk.communityId, { remote_id: 'helper', handle: '', is_bot: 1 });
    const first = 'member,joined\nanna,2026-03-05\nAnna,2026-03-05\nben,2026-03-06\nhelper,2026-03-06\n';
    const bot = { line: 5, field: 'member', problem: 'member-is-bot' };
    expect(await desk.importText('joinDate', first)).toMatchObject({
      added: 2,
      alreadyKnown: 1,
      newMembers: 2,
      rejects: [bot],
    });
    for (const again of [first, first.toUpperCase().replace('MEMBER,JOINED', 'member,joined')]) {
      expect(await desk.importText('joinDate', again)).toMatchObject({
        added: 0,
        changed: 0,
        alreadyKnown: 3,
        newMembers: 0,
        rejects: [bot],
      });
    }
    expect(await desk.importText('attendance', 'Attendee,Present\nANNA,yes\n', bookClub)).toMatchObject({
      added: 1,
      newMembers: 0,
    });
  });

  it('keeps what is there where a file says something else, unless it is to be replaced', async () => {
    const desk = aRecordImportDesk();
    desk.save('campaign', { name: 'Letters', kind: 'letters', startDay: '2026-04-01', delivered: '300' });
    const text = 'name,kind,start,end\nLetters,letters,2026-04-01,2026-05-01\n';
    expect(await desk.importText('campaign', text)).toMatchObject({
      added: 0,
      rejects: [{ line: 2, field: 'name', problem: 'differs' }],
    });
    expect((await desk.list('campaign'))[0]).toMatchObject({ endDay: null, delivered: 300 });
    expect(await desk.importText('campaign', text, { existing: 'replace' })).toMatchObject({ changed: 1, rejected: 0 });
    // What the file says nothing of stays.
    expect((await desk.list('campaign'))[0]).toMatchObject({ endDay: '2026-05-01', delivered: 300 });
    const backwards = 'name,kind,start,end\nLetters,letters,2026-04-01,2026-03-01\n';
    expect(await desk.importText('campaign', backwards, { existing: 'replace' })).toMatchObject({ rejected: 1 });
    expect((await desk.list('campaign'))[0]).toMatchObject({ endDay: '2026-05-01' });
  });

  it('says of every bad line where and why, and takes the good ones', async () => {
    const desk = aRecordImportDesk();
    const lines = [
      'name;kind;date;partner',
      'Walk;march;2026-06-01;',
      '=cmd|calc;march;2026-06-01;',
      'Walk 2;march;2026-02-31;',
      'Walk 3;parade;2026-06-01;',
      'Walk 4;march;2026-06-01;Nobody',
      'Walk 5;march',
      `"${'x'.repeat(200)}";march;2026-06-01;`,
      'Walk 6;webinar;2026-06-02;',
      '"never closed;march;2026-06-01;',
      'Walk 7;other;2026-06-03;',
    ];
    const done = await desk.importText('event', lines.join('\n'));
    expect(done.rejects).toEqual([
      { line: 3, field: 'name', problem: 'formula' },
      { line: 4, field: 'day', problem: 'day-unreadable' },
      { line: 5, field: 'kind', problem: 'not-in-menu' },
      { line: 6, field: 'partner', problem: 'reference-unknown' },
      { line: 7, field: null, problem: 'columns-missing' },
      { line: 8, field: 'name', problem: 'too-long' },
      { line: 10, field: null, problem: 'quote-unclosed' },
    ]);
    expect((await desk.list('event')).map(({ name }) => name)).toEqual(['Walk 7', 'Walk 6', 'Walk']);
    expect(JSON.stringify(desk.store.read.prepare('SELECT * FROM record_import_rejects').all())).not.toContain(
      'Nobody',
    );
  });

  it('reads other encodings, NDJSON and days as people write them', async () => {
    const desk = aRecordImportDesk();
    const wide = Buffer.from('\ufeffmember\tjoined\nزينب\t05.03.2026\nélise\t17.03.2026\n', 'utf16le');
    expect(await desk.importText('joinDate', wide)).toMatchObject({ added: 2, rejected: 0 });
    const ndjson = '{"user":{"id":"mo"},"createdAt":1772668800}\n{"user":{"id":12345678901234567890},"createdAt":1}\n';
    const mapping = { columns: { member: 'user.id', day: 'createdAt' }, dayFormat: 'unix-seconds' } as const;
    expect(await desk.importText('joinDate', ndjson, mapping)).toMatchObject({
      added: 1,
      rejects: [{ line: 2, problem: 'number-too-large' }],
    });
    expect(await desk.list('joinDate')).toEqual([
      { member: 'mo', day: '2026-03-05' },
      { member: 'élise', day: '2026-03-17' },
      { member: 'زينب', day: '2026-03-05' },
    ]);
  });

  it.each([
    ['an empty file', '', 'file-empty'],
    ['a picture', new Uint8Array(Array.from({ length: 4_000 }, (_, at) => (at * 37) % 256)), 'file-not-text'],
  ] as const)('refuses %s before anything is written', async (_name, content, code) => {
    const desk = aRecordImportDesk();
    await expect(desk.inspect('partner', desk.fileOf(content))).rejects.toMatchObject({ code });
    await expect(desk.inspect('partner', '/nowhere/at/all.csv')).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  it.each([
    { columns: {}, fixed: {} },
    { columns: { name: 'name', kind: 'kind', since: 'no such column' } },
    { columns: { name: 'name', kind: 'kind', since: 'since', __proto__x: 'name' } },
    { columns: { name: 'name', kind: 'kind' }, fixed: { since: '  ' } },
  ])('refuses the mapping %j', async (changes) => {
    const desk = aRecordImportDesk();
    const text = 'name,kind,since\nA,charity,2026-01-01\n';
    await expect(desk.importText('partner', text, changes)).rejects.toMatchObject({ code: 'columns-incomplete' });
    await expect(desk.preview('partner', text, changes)).rejects.toMatchObject({ code: 'columns-incomplete' });
    expect(await desk.list('partner')).toEqual([]);
  });

  it('previews without writing anything', async () => {
    const desk = aRecordImportDesk();
    aBookClub(desk);
    const seen = await desk.preview('attendance', `${attendance},yes,1\n`, bookClub);
    expect(seen.rows[0]).toEqual({
      line: 2,
      values: { event: 'Book club', member: 'anna', registered: false, attended: true, minutes: 80 },
    });
    expect(seen.rejected).toEqual([{ line: 4, field: 'member', problem: 'missing' }]);
    expect(desk.store.read.prepare('SELECT count(*) AS n FROM members').get()).toEqual({ n: 0 });
  });

  it('is one at a time, also beside activities and when two are begun at once', async () => {
    const desk = aRecordImportDesk();
    const source = await desk.sourceOf('joinDate', 'member,joined\nanna,2026-03-05\n');
    const { suggested } = await importHandlers['imports.inspect'](desk.context, { file: source.file });
    const activities = { communityId: desk.communityId, file: source.file, mapping: suggested, timeZone: 'UTC' };
    const begun = await Promise.allSettled([
      recordImportHandlers['records.import'](desk.context, source),
      recordImportHandlers['records.import'](desk.context, source),
      importHandlers['imports.start'](desk.context, activities),
    ]);
    expect(begun.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    for (const refused of begun.slice(1)) expect(refused).toMatchObject({ reason: { code: 'busy' } });
    expect(desk.context.jobs.list()).toHaveLength(1);
    await desk.context.jobs.stop();
  });

  it('can be stopped, keeps what it read, and goes on from there', async () => {
    const desk = aRecordImportDesk();
    const people = 60_000;
    const text = `member,joined\n${Array.from({ length: people }, (_, at) => `p${at},2026-03-05`).join('\n')}\n`;
    const source = await desk.sourceOf('joinDate', text);
    const { jobId, importId } = await recordImportHandlers['records.import'](desk.context, source);
    await expect(async () => recordImportHandlers['records.import'](desk.context, source)).rejects.toMatchObject({
      code: 'busy',
    });
    desk.context.jobs.cancel(jobId);
    expect((await desk.context.jobs.wait(jobId)).state).toBe('cancelled');
    const { summary } = await recordImportHandlers['records.rejects'](desk.context, { importId, offset: 0, limit: 1 });
    expect(summary.state).toBe('cancelled');
    expect(summary.added).toBeLessThan(people);
    const whole = await desk.importText('joinDate', text);
    expect(whole).toMatchObject({ state: 'finished', alreadyKnown: summary.added, added: people - summary.added });
  });

  it('takes links between accounts in either direction once, and says why it takes others not', async () => {
    const desk = aRecordImportDesk();
    for (const member of ['anna', 'anna-reads', 'ben']) desk.save('joinDate', { member, day: '2026-03-06' });
    desk.save('automatedAccount', { member: 'greeter' });
    const text = [
      'account;also is;said on;how',
      'anna;anna-reads;2026-03-05;own-profile',
      'Anna-Reads;@anna;2026-03-05;own-profile',
      'anna;anna-reads;2026-03-06;survey',
      'ben;ben;2026-03-05;survey',
      'ben;nobody;2026-03-05;survey',
      'ben;greeter;2026-03-05;survey',
      'ben;anna;2026-03-05;a hunch',
    ].join('\n');
    expect((await desk.preview('linkedAccount', text)).rejected.map(({ problem }) => problem)).toEqual([
      'same-account',
      'member-unknown',
      'member-is-bot',
      'not-in-menu',
    ]);
    expect(await desk.list('linkedAccount')).toEqual([]);
    expect(await desk.importText('linkedAccount', text)).toMatchObject({
      added: 1,
      alreadyKnown: 1,
      newMembers: 0,
      rejects: [
        { line: 4, problem: 'differs' },
        { line: 5, problem: 'same-account' },
        { line: 6, problem: 'member-unknown' },
        { line: 7, problem: 'member-is-bot' },
        { line: 8, problem: 'not-in-menu' },
      ],
    });
    const link = { account: 'anna', sameAs: 'anna-reads', day: '2026-03-05', how: 'own-profile' };
    expect(await desk.list('linkedAccount')).toEqual([link]);
    expect(await desk.importText('linkedAccount', text, { existing: 'replace' })).toMatchObject({ changed: 1 });
  });
});
