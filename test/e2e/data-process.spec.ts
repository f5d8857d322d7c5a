import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { answerOf, callHearth, codeOf } from './harness/call-hearth.ts';
import { expect, test } from './harness/hearth-test.ts';

const passphrase = 'a quiet room with good light';

async function dataProcessId(app: ElectronApplication): Promise<number> {
  const found = await app.evaluate(
    ({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'Hearth data')?.pid ?? null,
  );
  if (found === null) throw new Error('no data process');
  return found;
}

function listen(page: Page): Promise<void> {
  return page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    (window as unknown as { hearth: { on: (name: string, listener: (payload: unknown) => void) => void } }).hearth.on(
      'data.restarted',
      (payload) => heard.push(payload),
    );
  });
}
const heardTimes = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: { times: number }[] }).heard.map(({ times }) => times));

test.describe('the data process', () => {
  test('keeps everything closed until the vault is open', async ({ hearth }) => {
    const { page } = hearth;
    expect(await answerOf(page, 'vault.state', {})).toMatchObject({ state: 'missing' });
    expect(await codeOf(page, 'queue.page', { filter: {} })).toBe('vault-locked');
    expect(await answerOf(page, 'settings.getAll', {})).toMatchObject({ language: 'system' });
    expect(await codeOf(page, 'vault.create', { protection: 'passphrase', passphrase: 'short' })).toBe(
      'weak-passphrase',
    );
    const opened = await answerOf(page, 'vault.create', { protection: 'passphrase', passphrase });
    expect(opened).toEqual({ state: 'open', protection: ['passphrase'] });
    expect(await answerOf(page, 'queue.page', { filter: {} })).toMatchObject({ rows: [], total: 0 });
    expect(await answerOf(page, 'vault.lock', {})).toMatchObject({ state: 'locked' });
    expect(await codeOf(page, 'queue.page', { filter: {} })).toBe('vault-locked');
    expect(await codeOf(page, 'vault.unlock', { passphrase: 'not the passphrase' })).toBe('wrong-passphrase');
    expect(await answerOf(page, 'vault.unlock', { passphrase })).toMatchObject({ state: 'open' });
  });

  test('is started again when it is killed, and says so', async ({ hearth }) => {
    const { app, page } = hearth;
    await answerOf(page, 'vault.create', { protection: 'passphrase', passphrase });
    await answerOf(page, 'communities.createForImport', { name: 'Kept', timeZone: 'UTC', holdsPersonalData: true });
    await listen(page);
    const first = await dataProcessId(app);
    // The wait for scrypt is what is under way when the process dies.
    const pending = callHearth(page, 'vault.changePassphrase', { current: passphrase, next: 'another quiet room' });
    process.kill(first, 'SIGKILL');
    expect(await pending).toEqual({ ok: false, error: { code: 'data-process-gone' } });
    await expect.poll(() => heardTimes(page)).toEqual([1]);
    expect(await dataProcessId(app)).not.toBe(first);
    expect(await answerOf(page, 'vault.state', {})).toMatchObject({ state: 'locked' });
    await answerOf(page, 'vault.unlock', { passphrase });
    expect((await answerOf(page, 'communities.list', {})).map(({ name }) => name)).toEqual(['Kept']);
    process.kill(await dataProcessId(app), 'SIGKILL');
    await expect.poll(() => heardTimes(page)).toEqual([1, 2]);
    expect(await answerOf(page, 'vault.unlock', { passphrase })).toMatchObject({ state: 'open' });
  });

  test('leaves nothing readable on the disk', async ({ launch, profile }) => {
    const hearth = await launch();
    const { page } = hearth;
    await answerOf(page, 'vault.create', { protection: 'passphrase', passphrase });
    const secret = `Community ${createHash('sha256').update(profile).digest('hex').slice(0, 16)}`;
    await answerOf(page, 'communities.createForImport', { name: secret, timeZone: 'UTC', holdsPersonalData: true });
    await hearth.close();
    const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map(({ name }) => name)).toContain('hearth.db');
    const readable = files.filter((entry) => readFileSync(path.join(entry.parentPath, entry.name)).includes(secret));
    expect(readable.map(({ name }) => name)).toEqual([]);
  });

  test('reads the practice community over HTTP and fills the queue', async ({ hearth }) => {
    const { page } = hearth;
    await answerOf(page, 'vault.create', { protection: 'passphrase', passphrase });
    const practice = await answerOf(page, 'practice.start', {});
    expect(practice).toMatchObject({ running: true, fault: 'none' });
    expect(practice.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await expect.poll(async () => (await answerOf(page, 'sync.status', {})).lastSyncAt).not.toBeNull();
    const { rows, total } = await answerOf(page, 'queue.page', { filter: {} });
    expect(total).toBeGreaterThan(10);
    expect(rows[0]).toMatchObject({ communityId: practice.communityId });
  });

  test('writes a report with a tagged PDF from an imported file', async ({ hearth, profile }) => {
    const { app, page } = hearth;
    await answerOf(page, 'vault.create', { protection: 'passphrase', passphrase });
    const lines = Array.from({ length: 4_000 }, (_, index) => {
      const at = 1_700_000_000 + index * 9_000;
      return `member-${index % 97},member-${(index * 7) % 89},${at}`;
    });
    await app.evaluate(
      ({ dialog }, chosen) => {
        dialog.showOpenDialog = ((_window: unknown, options: { properties: string[] }) =>
          Promise.resolve({
            canceled: false,
            filePaths: [options.properties.includes('openDirectory') ? chosen.folder : chosen.file],
          })) as never;
      },
      { file: path.join(profile, 'activities.csv'), folder: profile },
    );
    const { writeFileSync } = await import('node:fs');
    writeFileSync(path.join(profile, 'activities.csv'), `from,to,at\n${lines.join('\n')}\n`);
    const chosen = await answerOf(page, 'app.chooseFile', { purpose: 'import' });
    const file = chosen?.file ?? '';
    const community = await answerOf(page, 'communities.createForImport', {
      name: 'Imported',
      timeZone: 'UTC',
      holdsPersonalData: true,
    });
    const mapping = {
      columns: { member: 'from', target: 'to', at: 'at' },
      timeFormat: 'unix-seconds',
      defaultKind: 'message',
    } as const;
    const imported = await answerOf(page, 'imports.start', {
      file,
      mapping,
      timeZone: 'UTC',
      communityId: community.id,
    });
    const jobState = async (jobId: string) =>
      (await answerOf(page, 'jobs.list', {})).find((job) => job.jobId === jobId)?.state;
    await expect.poll(() => jobState(imported.jobId)).toBe('finished');
    const folder = (await answerOf(page, 'app.chooseFolder', { purpose: 'report' }))?.folder ?? '';
    const report = await answerOf(page, 'reports.export', {
      communityId: community.id,
      folder,
      locale: 'ar',
      formats: ['html', 'pdf'],
    });
    await expect.poll(() => jobState(report.jobId)).toBe('finished');
    const written = readdirSync(profile, { recursive: true, withFileTypes: true });
    const pdf = written.find(({ name }) => name.endsWith('.pdf'));
    const bytes = readFileSync(path.join(pdf?.parentPath ?? '', pdf?.name ?? ''));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.includes('/StructTreeRoot')).toBe(true);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});
