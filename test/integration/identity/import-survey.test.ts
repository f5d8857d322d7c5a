import { statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attachIdentity } from '../../../electron/data/identity/identity-of.ts';
import { importSurvey } from '../../../electron/data/identity/import-survey.ts';
import { surveyTask } from '../../../electron/data/identity/survey-task.ts';
import type { ImportEnd } from '../../../electron/data/platforms/files/run-import.ts';
import { saveQuestion } from '../../../electron/data/store/identity/questions.ts';
import { storeFiles } from '../../../electron/data/store/store-files.ts';
import { aDataContext } from '../../builders/data-context.ts';
import { anIdentityVault, aQuestion } from '../../builders/identity.ts';
import { testNow } from '../../builders/insert-row.ts';
import { aCommunity, aMember } from '../../builders/people.ts';
import { aStore } from '../../builders/store.ts';

/** More lines than one step reads. */
const people = 1_200;

/** A survey that everybody answered twice, so that its second half takes answers away, and a way to read it. */
function aSurvey() {
  const store = aStore();
  const context = aDataContext(store);
  const vault = anIdentityVault(store);
  attachIdentity(context, vault);
  const communityId = aCommunity(store.write, { platform: 'import' });
  const identity = vault.ensure();
  identity.transaction((db) => saveQuestion(db, communityId, aQuestion(), testNow));
  const names = Array.from({ length: people }, (_, at) => `p${at}`);
  for (const name of names) aMember(store.write, communityId, { remote_id: name, handle: '' });
  const lines = [...names, ...names].map((name, at) => `${name},yes,30,${at < people ? 'woman' : 'man'}`);
  const file = join(dirname(store.file), 'survey.csv');
  writeFileSync(file, `member,consent,age,gender\n${lines.join('\n')}\n`);
  const mapping = {
    member: 'member',
    consent: 'consent',
    consentAnswers: [],
    consentDate: null,
    age: 'age',
    everybodyOldEnough: false,
    questions: [{ key: 'gender', column: 'gender' }],
  };
  const task = surveyTask(context, { communityId, file, mapping });
  const ends: (readonly [ImportEnd, number, number])[] = [];
  const onEnded = (state: ImportEnd, lineCount: number, accepted: number) =>
    void ends.push([state, lineCount, accepted]);
  const read = (controller: AbortController, changes: Partial<typeof task> = {}) =>
    importSurvey(
      store.write,
      identity,
      { ...task, ...changes, consentTextVersion: '1', onEnded },
      { signal: controller.signal, progress: () => undefined },
    );
  const logBytes = () => statSync(`${storeFiles(dirname(store.file)).identity}-wal`).size;
  return { task, read, ends, logBytes };
}

describe('an import of identity answers', () => {
  it('forgets what it replaced and tells its end when it is finished', async () => {
    const { read, ends, logBytes } = aSurvey();
    await read(new AbortController());
    expect(ends).toEqual([['finished', 2 * people, 2 * people]]);
    expect(logBytes()).toBe(0);
  });

  it('does the same when it is stopped with answers kept', async () => {
    const { task, read, ends, logBytes } = aSurvey();
    const controller = new AbortController();
    let met = 0;
    const findMember: typeof task.findMember = (name) => {
      met += 1;
      if (met === people + 100) controller.abort();
      return task.findMember(name);
    };
    await expect(read(controller, { findMember })).rejects.toThrow();
    expect(ends).toHaveLength(1);
    const [state, lines = 0, accepted] = ends[0] ?? [];
    expect(state).toBe('cancelled');
    expect(lines).toBeGreaterThan(0);
    expect(lines).toBeLessThan(2 * people);
    expect(accepted).toBe(lines);
    expect(logBytes()).toBe(0);
  });

  it('does the same when it fails with answers kept', async () => {
    const { task, read, ends, logBytes } = aSurvey();
    let met = 0;
    const findMember: typeof task.findMember = (name) => {
      met += 1;
      if (met === people + 100) throw new Error('this disk is gone');
      return task.findMember(name);
    };
    await expect(read(new AbortController(), { findMember })).rejects.toThrow('this disk is gone');
    expect(ends).toHaveLength(1);
    const [state, lines, accepted] = ends[0] ?? [];
    expect(state).toBe('failed');
    expect(lines).toBeGreaterThan(0);
    expect(accepted).toBe(lines);
    expect(logBytes()).toBe(0);
  });
});
