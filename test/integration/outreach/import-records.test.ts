import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordHandlers } from '../../../electron/data/outreach/handlers.ts';
import { recordImportHandlers } from '../../../electron/data/outreach/import-handlers.ts';
import { importHandlers } from '../../../electron/data/platforms/files/handlers.ts';
import { readSurveyRows } from '../../../electron/data/store/outreach/read-outreach.ts';
import type { RecordKindId } from '../../../shared/domain/health/records.ts';
import type { RecordMapping } from '../../../shared/ipc/topics/records.ts';
import { aDataContext } from '../../builders/data-context.ts';
import { aCommunity, aMember } from '../../builders/people.ts';
import { aStore } from '../../builders/store.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

/** A community of files with a desk that imports text as a person would: suggestion first, then changes to it. */
function aDesk() {
  const store = aStore();
  const context = aDataContext(store);
  const communityId = aCommunity(store.write, { platform: 'import', time_zone: 'Europe/Berlin' });
  const folder = aTempFolder();
  let files = 0;
  const fileOf = (content: string | Uint8Array): string => {
    files += 1;
    const path = join(folder, `records-${files}.csv`);
    writeFileSync(path, content);
    return path;
  };
  const inspect = async (kind: RecordKindId, file: string) =>
    recordImportHandlers['records.inspect'](context, { kind, file });
  const sourceOf = async (kind: RecordKindId, content: string | Uint8Array, changes: Partial<RecordMapping> = {}) => {
    const file = fileOf(content);
    const { suggested } = await inspect(kind, file);
    return { communityId, kind, file, mapping: { ...suggested, ...changes } };
  };
  const importText = async (kind: RecordKindId, content: string | Uint8Array, changes: Partial<RecordMapping> = {}) => {
    const started = await recordImportHandlers['records.import'](context, await sourceOf(kind, content, changes));
    const job = await context.jobs.wait(started.jobId);
    const { importId } = started;
    const told = await recordImportHandlers['records.rejects'](context, { importId, offset: 0, limit: 100 });
    return { ...told.summary, rejects: told.rejects, job };
  };
  const save = (kind: RecordKindId, values: Readonly<Record<string, string>>) =>
    recordHandlers['records.save'](context, { communityId, kind, recordId: null, values });
  const list = async (kind: RecordKindId) =>
    (await recordHandlers['records.list'](context, { communityId, kind, query: '', offset: 0, limit: 200 })).rows.map(
      ({ values }) => values,
    );
  const preview = async (kind: RecordKindId, content: string, changes: Partial<RecordMapping> = {}) =>
    recordImportHandlers['records.preview'](context, await sourceOf(kind, content, changes));
  return { store, context, communityId, fileOf, inspect, sourceOf, importText, save, list, preview };
}

function aBookClub(desk: ReturnType<typeof aDesk>): void {
  desk.save('event', { name: 'Book club', kind: 'book-club', day: '2026-03-12' });
}

const attendance = 'Attendee,Present,Duration\nanna,yes,80\nben,no,\n';
const bookClub = { fixed: { event: 'Book club' } };

describe('importing records', () => {
  it('takes a list of one event, adds who is new, and takes it once', async () => {
    const desk = aDesk();
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
    const desk = aDesk();
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
    const desk = aDesk();
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
    const desk = aDesk();
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
    const desk = aDesk();
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
    const desk = aDesk();
    await expect(desk.inspect('partner', desk.fileOf(content))).rejects.toMatchObject({ code });
    await expect(desk.inspect('partner', '/nowhere/at/all.csv')).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  it.each([
    { columns: {}, fixed: {} },
    { columns: { name: 'name', kind: 'kind', since: 'no such column' } },
    { columns: { name: 'name', kind: 'kind', since: 'since', __proto__x: 'name' } },
    { columns: { name: 'name', kind: 'kind' }, fixed: { since: '  ' } },
  ])('refuses the mapping %j', async (changes) => {
    const desk = aDesk();
    const text = 'name,kind,since\nA,charity,2026-01-01\n';
    await expect(desk.importText('partner', text, changes)).rejects.toMatchObject({ code: 'columns-incomplete' });
    await expect(desk.preview('partner', text, changes)).rejects.toMatchObject({ code: 'columns-incomplete' });
    expect(await desk.list('partner')).toEqual([]);
  });

  it('previews without writing anything', async () => {
    const desk = aDesk();
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
    const desk = aDesk();
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
    const desk = aDesk();
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
});

describe('importing the answers of a survey', () => {
  const wave = { fixed: { survey: 'Spring' } };
  const aWave = () => {
    const desk = aDesk();
    desk.save('survey', { name: 'Spring', kind: 'safety', day: '2026-05-01', scaleLow: '1', scaleHigh: '5' });
    const answersOf = () => readSurveyRows(desk.store.read, desk.communityId)[0]?.answers;
    return { ...desk, answersOf };
  };

  it('counts equal answers, whoever gave them, and takes a file once', async () => {
    const desk = aWave();
    const text = 'Timestamp,Heard,Safe\n1772668800,5,4\n1772668801,1,\n1772668802,5,4\n';
    expect(await desk.importText('surveyAnswer', text, wave)).toMatchObject({ added: 3, alreadyKnown: 0 });
    expect(await desk.importText('surveyAnswer', `${text}1772668803,5,4\n`, wave)).toMatchObject({
      added: 1,
      alreadyKnown: 3,
    });
    // In the order of answers, never of the file.
    expect(desk.answersOf()).toEqual([
      [1, null],
      [5, 4],
      [5, 4],
      [5, 4],
    ]);
    const swapped = 'Safe,Heard\n4,5\n';
    expect(await desk.importText('surveyAnswer', swapped, wave)).toMatchObject({ added: 0, alreadyKnown: 1 });
  });

  it.each(['E-mail,Heard\n,5\n', 'name;Heard\nx;5\n', 'User ID,Heard\n7,5\n', 'العضو,Heard\nx,5\n'])(
    'refuses %j, read or not',
    async (text) => {
      const desk = aWave();
      await expect(desk.inspect('surveyAnswer', desk.fileOf(text))).rejects.toMatchObject({
        code: 'survey-not-anonymous',
      });
      const source = { communityId: desk.communityId, kind: 'surveyAnswer', file: desk.fileOf(text) } as const;
      const mapping = { columns: {}, ...wave, dayFormat: 'iso-8601', existing: 'keep', items: ['Heard'] } as const;
      const refused = recordImportHandlers['records.import'](desk.context, {
        ...source,
        mapping: { ...mapping, items: [...mapping.items] },
      });
      await expect(refused).rejects.toMatchObject({ code: 'survey-not-anonymous' });
      expect(desk.answersOf()).toEqual([]);
    },
  );

  it.each([
    ['a mail address', 'wer,Heard\nx,5\nanna@garden.example,4\n'],
    ['the name of a member', 'wer,Heard\nx,5\nanna,4\n'],
    ['the name of a member in another case', 'wer,Heard\nx,5\n@ANNA,4\n'],
  ])('refuses a whole file for %s in it', async (_name, text) => {
    const desk = aWave();
    aMember(desk.store.write, desk.communityId, { remote_id: 'anna', handle: '' });
    const done = await desk.importText('surveyAnswer', text, wave);
    expect(done).toMatchObject({ state: 'failed', added: 0, job: { errorCode: 'survey-not-anonymous' } });
    expect(desk.answersOf()).toEqual([]);
  });

  it('says what is off the scale or no number, and shows no answer in a preview', async () => {
    const desk = aWave();
    const text = 'Heard,Safe\n5,6\n4,often\n,\n3\n3,3\n';
    const items = { ...wave, items: ['Heard', 'Safe'] };
    const done = await desk.importText('surveyAnswer', text, items);
    expect(done.rejects.map(({ line, problem }) => [line, problem])).toEqual([
      [2, 'answer-off-scale'],
      [3, 'answer-not-a-number'],
      [4, 'no-answers'],
      [5, 'columns-missing'],
    ]);
    expect(desk.answersOf()).toEqual([[3, 3]]);
    expect(await desk.preview('surveyAnswer', text, items)).toMatchObject({ rows: [], linesTried: 5 });
    expect(await desk.list('surveyAnswer')).toEqual([{ survey: 'Spring' }]);
  });

  it('keeps to the questions of the first file until its answers are removed, with a way back', async () => {
    const desk = aWave();
    await desk.importText('surveyAnswer', 'Heard,Safe\n5,4\n', wave);
    await expect(desk.importText('surveyAnswer', 'Heard,Calm\n5,4\n', wave)).rejects.toMatchObject({
      code: 'survey-items-differ',
    });
    const { context, communityId } = desk;
    const { undo } = await recordHandlers['records.remove'](context, {
      communityId,
      kind: 'surveyAnswer',
      recordId: 1,
    });
    expect(desk.answersOf()).toEqual([]);
    recordHandlers['records.restore'](context, { undo });
    expect(desk.answersOf()).toEqual([[5, 4]]);
    await recordHandlers['records.remove'](context, { communityId, kind: 'surveyAnswer', recordId: 1 });
    expect(await desk.importText('surveyAnswer', 'Heard,Calm\n5,4\n', wave)).toMatchObject({ added: 1 });
  });

  it('are not put back into a wave that was filled anew, nor mixed with it', async () => {
    const desk = aWave();
    const { context, communityId } = desk;
    const remove = async () =>
      recordHandlers['records.remove'](context, { communityId, kind: 'surveyAnswer', recordId: 1 });
    await desk.importText('surveyAnswer', 'Heard,Safe\n5,4\n', wave);
    const { undo } = await remove();
    await desk.importText('surveyAnswer', 'Heard,Calm\n3,2\n', wave);
    const restore = () => recordHandlers['records.restore'](context, { undo });
    expect(restore).toThrow(expect.objectContaining({ code: 'wave-changed' }));
    expect(readSurveyRows(desk.store.read, communityId)).toMatchObject([
      { items: ['Heard', 'Calm'], answers: [[3, 2]] },
    ]);
    // Also the same questions: who answered twice can't be told from who answered alike.
    await remove();
    await desk.importText('surveyAnswer', 'Heard,Safe\n1,1\n', wave);
    expect(restore).toThrow(expect.objectContaining({ code: 'wave-changed' }));
    await remove();
    restore();
    expect(readSurveyRows(desk.store.read, communityId)).toMatchObject([
      { items: ['Heard', 'Safe'], answers: [[5, 4]] },
    ]);
  });

  it('are put back into their own wave alone, on the scale they were given on', async () => {
    const desk = aWave();
    const { context, communityId } = desk;
    await desk.importText('surveyAnswer', 'Heard,Safe\n5,4\n', wave);
    const removed = { communityId, kind: 'surveyAnswer', recordId: 1 } as const;
    const { undo } = await recordHandlers['records.remove'](context, removed);
    const restore = () => recordHandlers['records.restore'](context, { undo });
    const spring = { name: 'Spring', kind: 'safety', day: '2026-05-01', scaleLow: '1', scaleHigh: '5' };
    const write = (values: Readonly<Record<string, string>>, recordId: number | null) =>
      recordHandlers['records.save'](context, { communityId, kind: 'survey', recordId, values });
    write({ ...spring, scaleHigh: '7' }, 1);
    expect(restore).toThrow(expect.objectContaining({ code: 'wave-changed' }));
    await recordHandlers['records.remove'](context, { communityId, kind: 'survey', recordId: 1 });
    expect(restore).toThrow(expect.objectContaining({ code: 'not-found' }));
    // Row numbers are given again.
    expect(write({ ...spring, name: 'Autumn' }, null)).toMatchObject({ recordId: 1 });
    expect(restore).toThrow(expect.objectContaining({ code: 'wave-changed' }));
    expect(desk.answersOf()).toEqual([]);
  });

  it('are refused where the wave got others while their file was read', async () => {
    const desk = aWave();
    const { context, communityId } = desk;
    await desk.importText('surveyAnswer', 'Heard,Safe\n5,4\n', wave);
    const removed = { communityId, kind: 'surveyAnswer', recordId: 1 } as const;
    const { undo } = await recordHandlers['records.remove'](context, removed);
    const source = await desk.sourceOf('surveyAnswer', 'Heard,Calm\n3,2\n', wave);
    const { jobId } = await recordImportHandlers['records.import'](context, source);
    recordHandlers['records.restore'](context, { undo });
    expect(await context.jobs.wait(jobId)).toMatchObject({ state: 'failed', errorCode: 'wave-changed' });
    expect(readSurveyRows(desk.store.read, communityId)).toMatchObject([
      { items: ['Heard', 'Safe'], answers: [[5, 4]] },
    ]);
  });

  it('stay on the scale they were given on: it changes when they are removed', async () => {
    const desk = aWave();
    const { context, communityId } = desk;
    await desk.importText('surveyAnswer', 'Heard,Safe\n5,4\n', wave);
    const spring = { name: 'Spring', kind: 'safety', day: '2026-05-01', scaleLow: '1', scaleHigh: '5' };
    const write = (changes: Readonly<Record<string, string>>) =>
      recordHandlers['records.save'](context, {
        communityId,
        kind: 'survey',
        recordId: 1,
        values: { ...spring, ...changes },
      });
    const refused = (field: string) => ({ state: 'refused', problems: [{ field, problem: 'answers-stored' }] });
    expect(write({ scaleHigh: '7' })).toEqual(refused('scaleHigh'));
    expect(write({ scaleLow: '0' })).toEqual(refused('scaleLow'));
    const file = 'name,kind,day,scaleLow,scaleHigh\nSpring,safety,2026-05-01,1,10\n';
    expect(await desk.importText('survey', file, { existing: 'replace' })).toMatchObject({
      changed: 0,
      rejects: [{ line: 2, field: 'scaleHigh', problem: 'answers-stored' }],
    });
    expect(write({ name: 'Spring again', invited: '40' })).toMatchObject({ state: 'changed' });
    await recordHandlers['records.remove'](context, { communityId, kind: 'surveyAnswer', recordId: 1 });
    expect(write({ scaleHigh: '7' })).toMatchObject({ state: 'changed' });
  });
});
