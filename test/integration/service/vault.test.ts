import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aDataService, anOpenService, testPassphrase } from '../../builders/data-service.ts';
import { aKeychain } from '../../builders/keychain.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

const code = (error: unknown) => (error as { code?: string }).code;
const refusal = (work: Promise<unknown>) => work.then(() => 'none', code);

describe('the vault', () => {
  test('is missing, made, locked, refused and opened again', async () => {
    const service = aDataService();
    const { vault } = service;
    expect(await vault['vault.state'](undefined)).toEqual({ state: 'missing', keychainAvailable: false });
    expect(await refusal(service.call('queue.counts', { filter: {} }))).toBe('vault-locked');
    expect(await refusal(Promise.resolve(vault['vault.create']({ protection: 'keychain' })))).toBe(
      'keychain-unavailable',
    );
    await vault['vault.create']({ protection: 'passphrase', passphrase: testPassphrase });
    expect(await service.call('communities.list', undefined)).toEqual([]);
    expect(
      await refusal(Promise.resolve(vault['vault.create']({ protection: 'passphrase', passphrase: testPassphrase }))),
    ).toBe('vault-exists');
    await vault['vault.lock'](undefined);
    expect(await refusal(service.call('communities.list', undefined))).toBe('vault-locked');
    expect(await refusal(Promise.resolve(vault['vault.unlock']({ passphrase: 'wrong one, sorry' })))).toBe(
      'wrong-passphrase',
    );
    expect(await vault['vault.state'](undefined)).toMatchObject({ state: 'locked', protection: ['passphrase'] });
    expect(await vault['vault.unlock']({ passphrase: testPassphrase })).toMatchObject({ state: 'open' });
    const states = service.heard
      .filter(([name]) => name === 'vault.changed')
      .map(([, state]) => (state as { state: string }).state);
    expect(states).toEqual(['open', 'locked', 'open']);
  });

  test('opens by the keychain without asking, until a passphrase takes its place', async () => {
    const keychain = aKeychain();
    const first = await anOpenService({ keychain });
    await first.close();
    const again = aDataService({ directory: first.directory, keychain });
    await again.openUnasked();
    expect(await again.vault['vault.state'](undefined)).toEqual({ state: 'open', protection: ['keychain'] });
    expect(await again.vault['vault.changePassphrase']({ next: testPassphrase })).toEqual({
      state: 'open',
      protection: ['passphrase'],
    });
    await again.close();
    const third = aDataService({ directory: first.directory, keychain });
    await third.openUnasked();
    expect(await third.vault['vault.state'](undefined)).toMatchObject({ state: 'locked', protection: ['passphrase'] });
    await third.vault['vault.unlock']({ passphrase: testPassphrase });
    expect(await refusal(Promise.resolve(third.vault['vault.removePassphrase']({ current: 'wrong one, sorry' })))).toBe(
      'wrong-passphrase',
    );
    expect(await third.vault['vault.removePassphrase']({ current: testPassphrase })).toEqual({
      state: 'open',
      protection: ['keychain'],
    });
  });

  test('shows what is wrong as a state with a way out, and opens once that is put right', async () => {
    const keychain = aKeychain();
    const first = await anOpenService({ keychain });
    await first.close();
    keychain.available = false;
    const second = aDataService({ directory: first.directory, keychain });
    await second.openUnasked();
    expect(await second.vault['vault.state'](undefined)).toMatchObject({
      state: 'failed',
      code: 'keychain-unavailable',
    });
    keychain.available = true;
    expect(await second.vault['vault.unlock']({})).toMatchObject({ state: 'open' });
    const third = aDataService({ directory: first.directory, keychain });
    expect(await third.vault['vault.unlock']({})).toMatchObject({ state: 'failed', code: 'store-in-use' });
    await second.close();
    writeFileSync(join(first.directory, 'hearth.db'), 'not a database at all, but long enough to be read as one');
    expect(await third.vault['vault.unlock']({})).toMatchObject({ state: 'failed', code: 'store-damaged' });
    rmSync(join(first.directory, 'hearth.key.json'));
    expect(await third.vault['vault.unlock']({})).toMatchObject({ state: 'failed', code: 'key-missing' });
    expect(await third.vault['vault.erase']({ confirm: 'erase' })).toEqual({
      state: 'missing',
      keychainAvailable: true,
    });
  });

  test('comes back from a backup with everything in it, also into an empty folder', async () => {
    const service = await anOpenService();
    await service.call('communities.createForImport', { name: 'Kept', timeZone: 'UTC', holdsPersonalData: true });
    const file = join(aTempFolder(), 'x.hearth-backup');
    const { jobId } = await service.vault['vault.backUp']({ file, passphrase: 'another quiet room' });
    await expect
      .poll(async () => (await service.call('jobs.list', undefined)).find((job) => job.jobId === jobId)?.state, {
        timeout: 30_000,
      })
      .toBe('finished');
    await service.call('communities.createForImport', { name: 'Later', timeZone: 'UTC', holdsPersonalData: true });

    expect(
      await refusal(Promise.resolve(service.vault['vault.restore']({ file, passphrase: 'wrong one, sorry' }))),
    ).toBe('wrong-passphrase');
    expect(await service.vault['vault.state'](undefined)).toMatchObject({ state: 'locked' });
    expect(await service.vault['vault.restore']({ file, passphrase: 'another quiet room' })).toMatchObject({
      state: 'open',
    });
    expect((await service.call('communities.list', undefined)).map(({ name }) => name)).toEqual(['Kept']);

    const elsewhere = aDataService();
    expect(await elsewhere.vault['vault.restore']({ file, passphrase: 'another quiet room' })).toMatchObject({
      state: 'open',
    });
    expect((await elsewhere.call('communities.list', undefined)).map(({ name }) => name)).toEqual(['Kept']);
  });

  test('carries out what is asked at the same time one after the other', async () => {
    const service = await anOpenService();
    const { vault } = service;
    await Promise.all([
      vault['vault.lock'](undefined),
      vault['vault.unlock']({ passphrase: testPassphrase }),
      vault['vault.lock'](undefined),
      vault['vault.unlock']({ passphrase: testPassphrase }),
    ]);
    expect(await vault['vault.state'](undefined)).toMatchObject({ state: 'open' });
    expect(await service.call('communities.list', undefined)).toEqual([]);
  });
});

describe('settings', () => {
  test('that are looks work without a store; the others need it; nothing undeclared is taken', async () => {
    const service = aDataService();
    await service.call('settings.set', { key: 'theme', value: 'dark' });
    expect(await service.call('settings.getAll', undefined)).toMatchObject({ theme: 'dark', 'lock.afterMinutes': 15 });
    expect(await refusal(service.call('settings.set', { key: 'lock.afterMinutes', value: 5 }))).toBe('vault-locked');
    await service.vault['vault.create']({ protection: 'passphrase', passphrase: testPassphrase });
    await service.call('settings.set', { key: 'lock.afterMinutes', value: 5 });
    for (const [key, value] of [
      ['theme', 'pink'],
      ['lock.afterMinutes', -1],
      ['internal.device', 'x'],
      ['__proto__', 'x'],
    ] as const)
      expect(await refusal(service.call('settings.set', { key, value }))).toBe('invalid-input');
    expect(await service.call('settings.getAll', undefined)).toMatchObject({ theme: 'dark', 'lock.afterMinutes': 5 });
    expect(existsSync(join(service.directory, 'looks.json'))).toBe(true);
  });
});
