import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openConnection } from '../../../electron/data/store/connection.ts';
import { readIdentityKey } from '../../../electron/data/store/identity/vault-key.ts';
import { storeFiles } from '../../../electron/data/store/store-files.ts';
import { unlockStore } from '../../../electron/data/store/unlock-store.ts';
import { aDataService, anOpenService, type RunningService, testPassphrase } from '../../builders/data-service.ts';
import { aQuestion } from '../../builders/identity.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

const question = { ...aQuestion(), answers: aQuestion().answers.map((answer) => ({ ...answer, written: [] })) };

const mapping = {
  member: 'member',
  consent: 'consent',
  consentDate: 'date',
  age: 'age',
  questions: [{ key: 'gender', column: 'gender' }],
};

type Awaitable<T> = T | Promise<T>;

interface Garden {
  readonly service: RunningService;
  readonly communityId: number;
  readonly folder: string;
}

/** A community of twelve members who wrote something, and a question about gender. */
async function aGarden(holdsPersonalData = true): Promise<Garden> {
  const service = await anOpenService();
  const input = { name: 'Garden', timeZone: 'UTC', holdsPersonalData };
  const { id: communityId } = await service.call('communities.createForImport', input);
  const folder = aTempFolder();
  const file = join(folder, 'activities.csv');
  const rows = Array.from({ length: 12 }, (_, at) => `m${at},2026-03-0${1 + (at % 9)}T10:00:00Z`);
  writeFileSync(file, `member,at\n${rows.join('\n')}\n`);
  const { suggested } = await service.call('imports.inspect', { file });
  const { jobId } = await service.call('imports.start', { communityId, file, mapping: suggested, timeZone: 'UTC' });
  await ended(service, jobId);
  return { service, communityId, folder };
}

async function ended(service: RunningService, jobId: string) {
  for (;;) {
    const job = (await service.call('jobs.list', null)).find((one) => one.jobId === jobId);
    if (job && job.state !== 'running') return job;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const header = 'member,consent,date,age,gender';

async function readIn({ service, communityId, folder }: Garden, lines: readonly string[], change = {}) {
  const file = join(folder, 'survey.csv');
  writeFileSync(file, `${header}\n${lines.join('\n')}\n`);
  const input = { communityId, file, mapping: { ...mapping, ...change } };
  const preview = await service.call('identity.preview', input);
  const { jobId } = await service.call('identity.import', { ...input, consentText: 'v1' });
  return { preview, job: await ended(service, jobId) };
}

async function recordOf({ service, communityId, folder }: Garden, member: string) {
  const file = join(folder, `${member}.json`);
  await service.call('identity.export', { communityId, member, file });
  return JSON.parse(readFileSync(file, 'utf8')) as {
    kept: boolean;
    withdrawnAt: string | null;
    questions: { answers: string[] }[];
  };
}

/** Rows in the identity file of a service that is open, read beside it under the key that its store holds. */
async function whatIsLeft({ directory, vault }: RunningService) {
  await vault['vault.lock'](null);
  // Opened without the vault around it, which would sweep by itself.
  const files = storeFiles(directory);
  const store = await unlockStore(files, { kind: 'passphrase', passphrase: testPassphrase });
  const known = readIdentityKey(store.read);
  store.close();
  const db = openConnection({ file: files.identity, key: known?.key ?? Buffer.alloc(32), readonly: true });
  const read = Object.fromEntries(
    ['people', 'questions', 'answer_sets'].map((table) => [
      table,
      db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
    ]),
  );
  db.close();
  return { read, key: known !== null };
}

describe('identity answers through the contract', () => {
  it('go from a question over a survey to a record for one person, and never out otherwise', async () => {
    const garden = await aGarden();
    const { service, communityId } = garden;
    expect(await service.call('identity.state', { communityId })).toMatchObject({ state: 'empty', questions: [] });
    expect(await service.call('identity.saveQuestion', { communityId, question })).toEqual({ version: 1 });
    const lines = [
      'm0,yes,2026-04-01,30,woman',
      'm1,yes,2026-04-01,17,man',
      'm2,no,2026-04-01,40,man',
      'nobody,yes,2026-04-01,40,man',
      'm3,yes,2026-04-01,40,امرأة|starlit',
    ];
    const { preview, job } = await readIn(garden, lines);
    expect(preview).toEqual({
      lines: 5,
      accepted: 2,
      refused: [
        { reason: 'under-age', lines: 1 },
        { reason: 'no-consent', lines: 1 },
        { reason: 'member-unknown', lines: 1 },
      ],
      unknownWords: [],
    });
    expect(job).toMatchObject({ state: 'finished', result: { lines: 5, accepted: 2, 'refused.under-age': 1 } });
    expect((await recordOf(garden, 'm3')).questions[0]?.answers).toEqual(['starlit', 'woman']);
    expect((await recordOf(garden, 'm1')).kept).toBe(false);
    const state = await service.call('identity.state', { communityId });
    expect(state.state).toBe('ready');
    for (const said of [state, service.heard, await service.call('jobs.list', null)])
      expect(JSON.stringify(said)).not.toContain('starlit');
    const log = join(garden.folder, 'audit.ndjson');
    await service.call('audit.export', { file: log });
    const events = readFileSync(log, 'utf8');
    expect(events).toContain('identity.exported');
    for (const word of ['starlit', '"m3"', 'woman']) expect(events).not.toContain(word);
  });

  it('are told of by the log when their import is stopped, too', async () => {
    const garden = await aGarden();
    const { service, communityId, folder } = garden;
    await service.call('identity.saveQuestion', { communityId, question });
    const file = join(folder, 'long.csv');
    const lines = Array.from({ length: 4_000 }, (_, at) => `m${at % 12},yes,2026-04-01,30,woman`);
    writeFileSync(file, `${header}\n${lines.join('\n')}\n`);
    const { jobId } = await service.call('identity.import', { communityId, file, mapping, consentText: 'v1' });
    await service.call('jobs.cancel', { jobId });
    expect(await ended(service, jobId)).toMatchObject({ state: 'cancelled' });
    const log = join(folder, 'audit.ndjson');
    await service.call('audit.export', { file: log });
    const events = readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => line.includes('identity.imported'));
    expect(events).toHaveLength(1);
    expect(events[0]).toContain('cancelled');
  });

  it('stay the same when a file is read again, and change when an answer is newer', async () => {
    const garden = await aGarden();
    await garden.service.call('identity.saveQuestion', { communityId: garden.communityId, question });
    await readIn(garden, ['m0,yes,2026-04-01,30,woman']);
    await readIn(garden, ['m0,yes,2026-04-01,30,woman']);
    expect((await recordOf(garden, 'm0')).questions.map(({ answers }) => answers)).toEqual([['woman']]);
    await readIn(garden, ['m0,yes,2026-05-01,30,man']);
    const { job } = await readIn(garden, ['m0,yes,2026-04-01,30,woman']);
    expect(job.result).toEqual({ lines: 1, accepted: 1 });
    expect((await recordOf(garden, 'm0')).questions.map(({ answers }) => answers)).toEqual([['man']]);
  });

  it('are gone when somebody withdraws, whose name alone says nothing', async () => {
    const garden = await aGarden();
    const { service, communityId } = garden;
    await service.call('identity.saveQuestion', { communityId, question });
    await readIn(garden, ['m0,yes,2026-04-01,30,woman']);
    expect(await service.call('identity.withdraw', { communityId, member: 'm0' })).toBeNull();
    expect(await service.call('identity.withdraw', { communityId, member: 'm5' })).toBeNull();
    await expect(service.call('identity.withdraw', { communityId, member: 'zoe' })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await recordOf(garden, 'm0')).toMatchObject({ kept: false, questions: [] });
    const again = await readIn(garden, ['m0,yes,2026-04-01,30,woman', 'm5,yes,2026-04-01,30,woman']);
    // The answer is the same whether or not somebody answered or withdrew: else a file of one line would tell.
    expect(again.preview).toMatchObject({ accepted: 2, refused: [] });
    expect(again.job.result).toEqual({ lines: 2, accepted: 2 });
    expect(await recordOf(garden, 'm0')).toMatchObject({ kept: false, questions: [] });
    expect(await recordOf(garden, 'm5')).toMatchObject({ kept: false, questions: [] });
    const undated = await readIn(garden, ['m0,yes,,30,woman'], { consentDate: null });
    expect(undated.job.result).toEqual({ lines: 1, accepted: 1 });
    expect(await recordOf(garden, 'm0')).toMatchObject({ kept: false, questions: [] });
  });

  it('show words that fit no answer only where many lines hold them', async () => {
    const garden = await aGarden();
    const { service, communityId } = garden;
    await service.call('identity.saveQuestion', { communityId, question: { ...question, freeTerm: false } });
    const lines = Array.from({ length: 8 }, (_, at) => `m${at},yes,2026-04-01,30,femme`);
    const { preview } = await readIn(garden, [...lines, 'm9,yes,2026-04-01,30,rareword']);
    expect(preview.unknownWords).toEqual([{ question: 'gender', words: ['femme'] }]);
    expect(preview.refused).toEqual([{ reason: 'answer-unknown', lines: 9 }]);
  });

  it('are not asked for at birth, of minors, or of a public data set', async () => {
    const { service, communityId } = await aGarden();
    const save = (overrides: object) =>
      service.call('identity.saveQuestion', { communityId, question: { ...question, ...overrides } });
    await expect(save({ key: 'asab' })).rejects.toMatchObject({ detail: { problem: 'sex-at-birth' } });
    await service.call('identity.setMinimumAge', { communityId, age: 21 });
    const bands = { kind: 'age-band', freeTerm: false, answers: [{ code: '18-24', labels: {}, written: [] }] };
    await expect(save(bands)).rejects.toMatchObject({ detail: { problem: 'age-too-low' } });
    await expect(service.call('identity.setMinimumAge', { communityId, age: 17 })).rejects.toThrow();
    const open = await aGarden(false);
    const asked = open.service.call('identity.saveQuestion', { communityId: open.communityId, question });
    await expect(asked).rejects.toMatchObject({ code: 'not-permitted' });
  });

  it('are shown of larger groups when the community asks for it, never of smaller ones again', async () => {
    const { service, communityId } = await aGarden();
    const set = (threshold: number) => service.call('identity.setThreshold', { communityId, threshold });
    expect(await service.call('identity.state', { communityId })).toMatchObject({ threshold: 7 });
    await set(17);
    for (const wrong of [5, 7, 12, 18, 100]) await expect(set(wrong)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await service.call('identity.state', { communityId })).toMatchObject({ threshold: 17 });
  });

  it('are kept over a lock, erased alone, and missing when their file is', async () => {
    const garden = await aGarden();
    const { service, communityId } = garden;
    await service.call('identity.saveQuestion', { communityId, question });
    await service.vault['vault.lock'](null);
    await service.vault['vault.unlock']({ passphrase: testPassphrase });
    expect(await service.call('identity.state', { communityId })).toMatchObject({ state: 'ready', loss: null });
    await service.vault['vault.lock'](null);
    const file = join(service.directory, 'identity.db');
    writeFileSync(file, 'not a database at all, but long enough to look like one'.repeat(100));
    await service.vault['vault.unlock']({ passphrase: testPassphrase });
    expect(await service.call('identity.state', { communityId })).toMatchObject({ state: 'missing', loss: 'damaged' });
    await expect(service.call('identity.withdraw', { communityId, member: 'm0' })).rejects.toMatchObject({
      code: 'store-damaged',
    });
    await service.call('identity.erase', { confirm: 'erase' });
    expect(existsSync(file)).toBe(false);
    expect(await service.call('identity.state', { communityId })).toMatchObject({ state: 'empty', loss: null });
    expect(await service.call('identity.saveQuestion', { communityId, question })).toEqual({ version: 1 });
  });

  it('are read from one file at a time, also when two are begun at once', async () => {
    const garden = await aGarden();
    const { service, communityId, folder } = garden;
    await service.call('identity.saveQuestion', { communityId, question });
    const file = join(folder, 'survey.csv');
    writeFileSync(file, `${header}\nm0,yes,2026-04-01,30,woman\n`);
    const begin = () => service.call('identity.import', { communityId, file, mapping, consentText: 'v1' });
    const [first, second] = await Promise.allSettled([begin(), begin()]);
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'busy' } });
    if (first.status === 'rejected') throw first.reason;
    expect(await ended(service, first.value.jobId)).toMatchObject({ state: 'finished' });
    expect(await readIn(garden, ['m1,yes,2026-04-01,30,man'])).toMatchObject({ job: { state: 'finished' } });
  });

  it('are not erased under whoever reads or writes them at that moment', async () => {
    const garden = await aGarden();
    const { service, communityId, folder } = garden;
    await service.call('identity.saveQuestion', { communityId, question });
    await readIn(garden, ['m0,yes,2026-04-01,30,woman']);
    const erase = () => service.call('identity.erase', { confirm: 'erase' });
    const file = join(folder, 'survey.csv');
    const split = { communityId, question: 'gender', measure: 'representation', cross: 'none' } as const;
    const backup = { file: join(folder, 'garden.hearth-backup'), passphrase: testPassphrase };
    const started = async (work: Awaitable<{ readonly jobId: string }>) => {
      const job = await ended(service, (await work).jobId);
      expect(job).toMatchObject({ state: 'finished' });
    };
    const survey = { communityId, file, mapping };
    const uses = {
      split: () => service.call('health.split', split),
      preview: () => service.call('identity.preview', survey),
      import: () => started(service.call('identity.import', { ...survey, consentText: 'v1' })),
      backup: () => started(service.vault['vault.backUp'](backup)),
    };
    for (const [name, use] of Object.entries(uses)) {
      const used = use();
      await expect(erase(), name).rejects.toMatchObject({ code: 'busy' });
      await used;
    }
    expect(await recordOf(garden, 'm0')).toMatchObject({ kept: true });
    expect(await erase()).toBeNull();
    expect(await service.call('identity.state', { communityId })).toMatchObject({ state: 'empty' });
  });

  it('go with their community', async () => {
    const garden = await aGarden();
    const { service, communityId } = garden;
    const other = { name: 'Meadow', timeZone: 'UTC', holdsPersonalData: true };
    const { id: meadow } = await service.call('communities.createForImport', other);
    for (const id of [communityId, meadow]) await service.call('identity.saveQuestion', { communityId: id, question });
    await readIn(garden, ['m0,yes,2026-04-01,30,starlit']);
    await service.call('communities.erase', { communityId, confirm: 'erase' });
    const { read, key } = await whatIsLeft(service);
    expect(key).toBe(true);
    expect(read).toEqual({ people: 0, questions: 1, answer_sets: 0 });
  });

  it('are asked for and shown by rules that go with their community', async () => {
    const { service } = await aGarden();
    const other = { name: 'Meadow', timeZone: 'UTC', holdsPersonalData: true };
    const { id } = await service.call('communities.createForImport', other);
    await service.call('identity.setThreshold', { communityId: id, threshold: 17 });
    await service.call('identity.setMinimumAge', { communityId: id, age: 21 });
    await service.call('communities.erase', { communityId: id, confirm: 'erase' });
    // The id is given again.
    expect(await service.call('communities.createForImport', other)).toMatchObject({ id });
    expect(await service.call('identity.state', { communityId: id })).toMatchObject({ threshold: 7, minimumAge: 18 });
  });

  it('come back with the backup of the vault', async () => {
    const garden = await aGarden();
    const { service, communityId } = garden;
    await service.call('identity.saveQuestion', { communityId, question });
    await readIn(garden, ['m0,yes,2026-04-01,30,~woman']);
    const file = join(garden.folder, 'garden.hearth-backup');
    const { jobId } = await service.vault['vault.backUp']({ file, passphrase: testPassphrase });
    expect(await ended(service, jobId)).toMatchObject({ state: 'finished' });
    const other = aDataService();
    await other.vault['vault.restore']({ file, passphrase: testPassphrase });
    const restored = await recordOf({ ...garden, service: { ...other } }, 'm0');
    expect(restored.questions.map(({ answers }) => answers)).toEqual([['~woman']]);
  });
});
