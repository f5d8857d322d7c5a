import { describe, expect, it } from 'vitest';
import { recordHandlers } from '../../../electron/data/outreach/handlers.ts';
import { recordImportHandlers } from '../../../electron/data/outreach/import-handlers.ts';
import { readSurveyRows } from '../../../electron/data/store/outreach/read-outreach.ts';
import { aMember } from '../../builders/people.ts';
import { aRecordImportDesk } from '../../builders/record-import-desk.ts';

describe('importing the answers of a survey', () => {
  const wave = { fixed: { survey: 'Spring' } };
  const aWave = () => {
    const desk = aRecordImportDesk();
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
